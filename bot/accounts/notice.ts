import type { Platform } from '../platform.ts';
import type { ToldStory } from '../stories/notice.ts';

/** A code for linking two accounts, given by the seed it is made from. */
export type LinkCodeSaying = { kind: 'link-code'; seed: string; others: Platform[] };

/** Short answers about linking and erasure. */
export type AccountsReply =
  /** Asks whether the person who made the code is the same one. `there` is where they made it. */
  | { kind: 'link-confirm'; link: string; name: string; there: Platform; here: Platform }
  | { kind: 'link-not'; why: LinkNot; until: Date | null; now: Date | null }
  | { kind: 'link-refused' }
  | { kind: 'linked'; platforms: Platform[] }
  | { kind: 'unlinked'; parted: Platform[]; here: Platform }
  | ForgetNotice
  | OwnDataNotice
  /** They confirmed; erasure follows within a minute, except from cases under a legal hold, which are `held`. */
  | { kind: 'forgotten'; held?: number };

/**
 * Asks a person to confirm their erasure. `asked`: when the question was asked; `open`: how many of their own cases
 * have no answer yet; `listed`: they are in the list of people, which Sammen does not own; `told`: stories that they said
 * yes to, which stay without them, the first few; `moreTold`: how many besides;
 * `held`: in how many cases under a legal hold they are. Older questions have none of these.
 */
export type ForgetNotice = {
  kind: 'forget-me';
  asked: Date;
  open: number;
  agent: boolean;
  listed: boolean;
  told?: readonly ToldStory[];
  moreTold?: number;
  held?: number;
};

/** A link to everything that is kept about a person. `minutes`: how long it works. */
export type OwnDataNotice = { kind: 'own-data'; url: string; minutes: number };

/** A code to type on another platform. It is never stored. */
export type LinkCodeNotice = { kind: 'link-code'; code: string; others: Platform[]; minutes: number };

/** Why two accounts cannot become one person. */
export type CannotLink = 'same-place' | 'both-listed' | 'manager' | 'left';

/** Why linking did not happen. `until`: when a person who must wait may try again. */
export type LinkNot = CannotLink | 'wrong-code' | 'must-wait' | 'one-platform' | 'linked-already' | 'not-linked';
