export const PLATFORMS = ['sandbox', 'teams', 'slack'] as const;
export type Platform = (typeof PLATFORMS)[number];
