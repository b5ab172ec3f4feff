/** The periods that a report offers, in weeks. */
export const PERIODS = [4, 12, 52] as const;
/** The period of which files tell stories. */
export const LONGEST = 52 satisfies (typeof PERIODS)[number];
export type Period = (typeof PERIODS)[number];

/** How far counts of groups usually are from the true ones: noise grows with the blocks that a period adds up. */
export const MARGINS: Record<Period, number> = { 4: 3, 12: 5, 52: 10 };
