/** A group has at least so many people, a count that is not none at least so many cases (design, section 6). */
export const LEAST = 5;

/** A count as a report may show it: "under 5", or hidden because something else could be worked out from it. */
export type Shown = number | 'under-5' | 'hidden';
