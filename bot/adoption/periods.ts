/** The periods that a report offers, in weeks. */
export const PERIODS = [4, 12, 52] as const;
export type Period = (typeof PERIODS)[number];
