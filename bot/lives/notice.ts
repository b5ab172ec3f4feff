import type { Platform } from '../platform.ts';

/** A code for linking two accounts, named by what it grows out of. */
export type LinkCodeSaying = { kind: 'link-code'; seed: string; others: Platform[] };

/** Short answers about linking and erasure. */
export type LivesReply =
  /** Is the one who made the code you as well? `there` is where they made it. */
  | { kind: 'link-confirm'; link: string; name: string; there: Platform; here: Platform }
  | { kind: 'link-not'; why: LinkNot; until: Date | null; now: Date | null }
  | { kind: 'link-refused' }
  | { kind: 'linked'; platforms: Platform[] }
  | { kind: 'unlinked'; parted: Platform[]; here: Platform }
  | ForgetNotice
  /** They said yes, and are forgotten in a minute. */
  | { kind: 'forgotten' };

/**
 * Does somebody want to be forgotten? `asked`: when the question was put; `open`: how many of their own cases have no answer yet; `listed`: the list of people, which
 * Sammen does not own, has them.
 */
export type ForgetNotice = { kind: 'forget-me'; asked: Date; open: number; agent: boolean; listed: boolean };

/** A code to type on another platform. It is never part of what is kept. */
export type LinkCodeNotice = { kind: 'link-code'; code: string; others: Platform[]; minutes: number };

/** Why two accounts cannot become one person. */
export type CannotLink = 'same-place' | 'both-listed' | 'manager' | 'left';

/** Why nothing came of a word about linking. `until`: when a person who must wait may try again. */
export type LinkNot = CannotLink | 'wrong-code' | 'must-wait' | 'one-platform' | 'linked-already' | 'not-linked';
