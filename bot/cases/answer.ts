import type { PersonId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Kept, Outcome, Owner, TrialNext } from '../words.ts';

export type Answer = {
  by: PersonId;
  at: Date;
  outcome: Outcome;
  /** For a clear no: the reason, and what could be done instead. */
  ground: Masked | null;
  alternative: Masked | null;
  /** For a small trial; absent in answers of an earlier version. */
  trial?: Trial | null;
  /** Absent in answers of an earlier version. */
  owner?: Owner;
};

/** A small trial: what is tried, its last day (YYYY-MM-DD), and how the two will know whether it works. */
export type Trial = { text: Masked; until: string; sign: Masked };

/** The next step that an answer proposed; the asker accepts or drops it. `date` is YYYY-MM-DD. */
export type Step = { text: Masked; date: string; state: 'proposed' | 'accepted' | 'dropped' };

/** A step that a later answer proposes beside one the asker has accepted, until they choose. */
export type Proposal = Pick<Step, 'text' | 'date'>;

/**
 * The question how it went, asked at most once. `askedAt` is null when it was overdue for so long that it is never
 * asked. `step` is the accepted step it asks about, if any.
 */
export type FollowUp = {
  askedAt: Date | null;
  step: Pick<Step, 'text' | 'date'> | null;
  /** The trial that it asks about, instead of a step; absent when there was none. */
  trial?: Pick<Trial, 'text' | 'until'>;
  /** What becomes of the trial. */
  next?: TrialNext;
  kept: Kept | null;
  /** Whether it may become a story; absent while the asker has not said. */
  story?: 'yes' | 'no';
  saidAt: Date | null;
};
