/** The smallest group of people, and the smallest count above zero, that a report shows (docs/rules.md, "Small groups"). */
export const MIN_GROUP_SIZE = 5;
/** All cases together are told exactly from this many on … */
export const MIN_EXACT = 20;
/** … in a directory of at least this many people; below it, single weeks are not told either. */
export const MIN_DIRECTORY = 50;
/** Ratings, times and shares need this many published counts. */
export const MIN_BASE = 10;

/** A published count as a reader sees it: a number, or only that it is from 1 to 4. */
export type Shown = number | { under: typeof MIN_GROUP_SIZE };

export const shown = (published: number): Shown =>
  published > 0 && published < MIN_GROUP_SIZE ? { under: MIN_GROUP_SIZE } : published;
