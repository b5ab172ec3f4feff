/** The fewest people in a group, and the fewest cases in a count above zero (docs/rules.md, "Small groups"). */
export const LEAST = 5;

/** A count as a report may show it: "under 5", or hidden because something else could be worked out from it. */
export type Shown = number | 'under-5' | 'hidden';
