import type { CaseId, PersonId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Reason } from '../routing/choose-agent.ts';
import type { DeclineReason, Helpful, Kept, Language, Outcome, Principle, Topic } from '../words.ts';
import type { CaseSaying } from './notice.ts';

export const CASE_STATES = ['waiting', 'active', 'answered', 'closed', 'withdrawn'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The question to one agent: will you take this case? */
export type Offer = {
  agent: PersonId;
  at: Date;
  /** Unanswered, the offer moves on at this time. */
  until: Date;
  state: 'open' | 'accepted' | 'declined' | 'lapsed';
  /** Why this agent was asked; null when they claimed it from the common list. */
  why: Reason | null;
  declined: DeclineReason | null;
};

/** One thing a human said. Turns are never changed or removed. */
export type Turn = {
  by: 'asker' | 'agent';
  who: PersonId;
  at: Date;
  kind: 'reply' | 'ask-back' | 'answer' | 'thanks' | 'comment' | 'learned' | 'talk';
  text: Masked;
  talk?: Talk;
};

type Answer = {
  by: PersonId;
  at: Date;
  outcome: Outcome;
  /** For a clear no: what it rests on, and what could be done instead. */
  ground: Masked | null;
  alternative: Masked | null;
};

/** The next step an answer proposed; the asker decides what becomes of it. `date` is YYYY-MM-DD. */
export type Step = { text: Masked; date: string; state: 'proposed' | 'accepted' | 'dropped' };

/**
 * The one question how it went. `askedAt` null: it was due so long ago that it is never asked. `step` is the step it
 * asks about; null when there was none to ask about.
 */
export type FollowUp = {
  askedAt: Date | null;
  step: Pick<Step, 'text' | 'date'> | null;
  kept: Kept | null;
  saidAt: Date | null;
};

/** "Shall we talk?" Without `start` it is a wish to be called; `minutes` is how long. */
type Talk = { start: Date | null; minutes: number; place: Masked | null };

/** Who else may see a case nobody has taken: `asked` = the asker has the question, `shared` = the common list. */
export const SHARINGS = ['no', 'asked', 'shared', 'refused'] as const;
export type Sharing = (typeof SHARINGS)[number];

/** What became of "a human writes by". */
export const PROMISES = ['open', 'kept', 'missed'] as const;

/** The two who talk in a case. */
export const SIDES = ['asker', 'agent'] as const;

export type EventKind =
  | 'asked'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'lapsed'
  | 'share-asked'
  | 'shared'
  | 'share-refused'
  | 'asked-back'
  | 'replied'
  | 'talk-proposed'
  | 'answered'
  | 'step-accepted'
  | 'step-moved'
  | 'step-dropped'
  | 'revealed'
  | 'rated'
  | 'commented'
  | 'thanked'
  | 'closed'
  | 'reopened'
  | 'withdrawn'
  | 'promise-missed'
  | 'reminded'
  | 'asked-on'
  | 'sent-on'
  | 'agent-left'
  | 'follow-up-asked'
  | 'follow-up-passed'
  | 'followed-up';

/**
 * One line of the journal. `by` null: the clock did it. `about`: the agent an offer went to. Never holds text; what was
 * chosen in an answer, a rating or a follow-up is kept, for the case itself knows only the latest.
 */
export type CaseEvent = {
  at: Date;
  kind: EventKind;
  by: PersonId | null;
  about: PersonId | null;
  outcome?: Outcome;
  helpful?: Helpful;
  kept?: Kept;
};

/** A submitted dilemma and all that happened to it: one document, changed by one conditional write at a time. */
export type Case = {
  _id: CaseId;
  number: number;
  rev: number;
  state: CaseState;
  asker: PersonId;
  anonymous: boolean;
  /** The asker's unit and language when it was asked. */
  unit: string | null;
  /** The asker's unit was not known, and their card asks for it: once, on the first case they send. */
  asksUnit: boolean;
  language: Language;
  text: Masked;
  principle: Principle;
  topic: Topic;
  today: boolean;
  askedAt: Date;
  /** "A human writes by": what the asker was told. */
  promisedAt: Date;
  promise: (typeof PROMISES)[number];
  offers: Offer[];
  /** Offers before this index belong to an earlier round, before the asker chose another agent. */
  roundFrom: number;
  /** Turns before this index were said to an earlier agent; whoever comes after does not read them. */
  turnsFrom: number;
  sharing: Sharing;
  agent: PersonId | null;
  turns: Turn[];
  answer: Answer | null;
  step: Step | null;
  rating: Helpful | null;
  /** Null until the clock has looked at it. */
  followUp: FollowUp | null;
  /** The latest human word, and who owes the next. */
  wordAt: Date;
  turnOf: (typeof SIDES)[number];
  /** When the one who owes the next word was reminded, and when the asker was asked how to go on. */
  remindedAt: Date | null;
  askedOnAt: Date | null;
  closedAt: Date | null;
  /** When the clock next has something to do here; null when only people have. */
  dueAt: Date | null;
  events: CaseEvent[];
  /** Actions that were handled; a repeat does nothing. */
  receipts: string[];
  /** Messages this case still has to send; the relay takes them from here. */
  owes: Owed<CaseSaying>[];
};

/** What may change by `$set`; the lists of history only grow. */
export type CaseFields = Omit<Case, '_id' | 'number' | 'rev' | 'turns' | 'events' | 'receipts' | 'owes'>;

/** One step in a case's life, ready for one conditional write. */
export type CaseChange = {
  set: Partial<CaseFields>;
  turns: Turn[];
  events: CaseEvent[];
  owes: Owed<CaseSaying>[];
};
