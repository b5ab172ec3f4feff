import type { CaseId, PersonId, StoryId } from '../ids.ts';
import type { Owed } from '../messages/owed.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Guess, Labelled } from '../routing/guess.ts';
import type { ForWhom, Helpful, Language, Principle, Topic } from '../words.ts';
import type { Answer, FollowUp, Proposal, Step } from './answer.ts';
import type { CitizenHears } from './citizen-hears.ts';
import type { Hold } from './hold.ts';
import type { Introduction } from './introduction.ts';
import type { Invitation } from './invitations.ts';
import type { CaseEvent } from './journal.ts';
import type { Note } from './note.ts';
import type { Offer } from './offer.ts';
import type { CaseDebt } from './saying.ts';
import type { Transit } from './transit.ts';
import type { Turn } from './turn.ts';

export const CASE_STATES = ['waiting', 'active', 'answered', 'closed', 'withdrawn'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Whether a case that nobody has taken is on the common list. `asked`: the asker has not answered yet. */
export const SHARINGS = ['no', 'asked', 'shared', 'refused'] as const;
export type Sharing = (typeof SHARINGS)[number];

/** The state of the promise "a human writes by …". `none`: nothing was promised, because nobody could have read the case. */
export const PROMISES = ['open', 'kept', 'missed', 'none'] as const;

/** The two sides of the conversation. */
export const SIDES = ['asker', 'agent'] as const;

/** A submitted dilemma and its history: one document; every change is one conditional write. */
export type Case = {
  _id: CaseId;
  number: number;
  rev: number;
  state: CaseState;
  asker: PersonId;
  /** Agents whom the asker does not want asked; missing when there are none. */
  notTo?: PersonId[];
  anonymous: boolean;
  /** For whom they ask; missing on cases of an earlier version, which count as `me`. */
  for?: ForWhom;
  /** The asker's unit and language when they asked. */
  unit: string | null;
  /** Whether the card asks for the asker's unit: only on their first case, when the unit is unknown. */
  asksUnit: boolean;
  language: Language;
  text: Masked;
  principle: Principle;
  topic: Topic;
  /** What was guessed from the text; missing on cases of an earlier version, null once the text was erased. */
  guess?: Guess | null;
  /** Who chose the labels above; missing where they are the guess. */
  labelled?: Labelled;
  today: boolean;
  askedAt: Date;
  /** The time in "a human writes by …" on the asker's card. */
  promisedAt: Date;
  promise: (typeof PROMISES)[number];
  offers: Offer[];
  /** Offers before this index belong to an earlier round, before the asker wanted another agent. */
  roundFrom: number;
  /** Turns before this index were exchanged with an earlier agent; later agents do not see them. */
  turnsFrom: number;
  /** The agent reads turns from here on, though an earlier agent wrote them; missing or null: only their own. */
  readFrom?: number | null;
  /** Missing while no colleague was ever asked to take part. */
  invitations?: Invitation[];
  /** Missing while there are none. */
  notes?: Note[];
  sharing: Sharing;
  agent: PersonId | null;
  turns: Turn[];
  /** Oldest first; missing when there were none. Only the last can be open. */
  introductions?: Introduction[];
  answer: Answer | null;
  /** The asker's own once accepted: neither reopening nor a later answer takes it away. */
  step: Step | null;
  /** Absent or null when there is none. */
  proposal?: Proposal | null;
  /** Only for a citizen's case, from its first answer on. */
  citizenHears?: CitizenHears;
  rating: Helpful | null;
  /** Null until the clock has asked it or passed it over. */
  followUp: FollowUp | null;
  /** The story that was proposed from it; missing while there is none. */
  story?: StoryId;
  /** When a human last wrote, and whose turn it is. */
  wordAt: Date;
  turnOf: (typeof SIDES)[number];
  /** When agents, or the asker, were reminded of a case that nobody has; and when a human was told that it waits. */
  waitRemindedAt: Date | null;
  humanToldAt: Date | null;
  /** When the side whose turn it is was reminded, and when the asker was asked how to go on. */
  remindedAt: Date | null;
  askedOnAt: Date | null;
  closedAt: Date | null;
  /** Missing unless an admin put a legal hold on it. */
  hold?: Hold;
  /** When the clock next has something to do; null when only people can move the case along. */
  dueAt: Date | null;
  events: CaseEvent[];
  /** Everything that was written to somebody, and every offer; missing what an earlier version sent. */
  transits?: Transit[];
  /** Receipts of handled actions; a repeated action does nothing. */
  receipts: string[];
  /** Pending messages; the relay moves them from here to the outbox. */
  owes: Owed<CaseDebt>[];
};

/** The fields that `$set` may change; turns and events are append-only. */
export type CaseFields = Omit<Case, '_id' | 'number' | 'rev' | 'turns' | 'events' | 'receipts' | 'owes' | 'hold'>;

/** One change of a case, ready for one conditional write. */
export type CaseChange = {
  set: Partial<CaseFields>;
  turns: Turn[];
  events: CaseEvent[];
  owes: Owed<CaseDebt>[];
};
