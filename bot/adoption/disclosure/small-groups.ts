/**
 * The smallest group of people, and the smallest count above zero, that a report may show (docs/rules.md, "Small
 * groups").
 */
export const MIN_GROUP_SIZE = 5;

/** A count as a report may show it: exact, "under 5", or hidden because another count could be worked out from it. */
export type Shown = number | 'under-5' | 'hidden';
