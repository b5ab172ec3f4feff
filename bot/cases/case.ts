import type { CaseId, DeliveryId, PersonId } from '../ids.ts';
import type { DeliveryState } from '../messages/delivery-states.ts';
import type { Owed } from '../messages/owed.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Reason } from '../routing/choose-agent.ts';
import type { Pair } from '../routing/choose-pair.ts';
import type { Guess, Labelled } from '../routing/guess.ts';
import type {
  DeclineReason,
  ForWhom,
  Helpful,
  Kept,
  Language,
  Outcome,
  Owner,
  Principle,
  Topic,
  TrialNext,
} from '../words.ts';
import type { CaseDebt } from './saying.ts';

export const CASE_STATES = ['waiting', 'active', 'answered', 'closed', 'withdrawn'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Asks one agent whether they will take the case. */
export type Offer = {
  agent: PersonId;
  at: Date;
  /** If nobody answers by then, the offer moves on to the next agent. */
  until: Date;
  /** `given-back`: they took the case and gave it back. `undelivered`: it never reached them. */
  state: 'open' | 'accepted' | 'declined' | 'lapsed' | 'given-back' | 'undelivered';
  /** Why this agent was chosen; null when they claimed the case from the common list. */
  why: Reason | null;
  /** What they lack of law and money, and who could be their co-agent; missing when they lack nothing. */
  pair?: Pair;
  /** Why they said no or gave the case back: a code, never a text, and shown to nobody. */
  declined: DeclineReason | null;
  /** The case was handed over to them, or was to be: routing did not ask, and it counts among no three offers. */
  handedOver?: true;
};

/**
 * An agent asks a colleague to take the case over, or to help as a co-agent. The asker says first what the colleague may
 * read. Every one is kept, the latest last; only the last can still be answered.
 */
export type Invitation = {
  for: 'hand-over' | 'co-agent';
  to: PersonId;
  by: PersonId;
  at: Date;
  /** Until then it waits: for the asker, or for the colleague. */
  until: Date;
  /** Why a case is handed over, in the agent's words: for the asker and the colleague. */
  reason: Masked;
  /** What the colleague may read of the conversation; null while the asker is asked. */
  show: 'all' | 'dilemma' | null;
  /** Whose answer it waits for, or what became of it. `over`: nobody took it up, or a co-agent helps no more. */
  state: 'asker' | 'colleague' | 'accepted' | 'declined' | 'over';
};

/** A word between the agent and the co-agent. Nobody else sees it: not the asker, nor a later agent. */
export type Note = { who: PersonId; to: PersonId; at: Date; text: Masked };

/** One message in the conversation. Only erasure changes or removes turns. */
export type Turn = {
  by: 'asker' | 'agent';
  who: PersonId;
  at: Date;
  kind:
    | 'reply'
    | 'ask-back'
    | 'answer'
    | 'thanks'
    | 'comment'
    | 'learned'
    | 'correction'
    | 'talk'
    | 'talk-accepted'
    | 'talk-cancelled'
    | 'introduction';
  text: Masked;
  /** The co-agent who signs an answer with its agent. */
  with?: PersonId;
  talk?: Talk;
};

type Answer = {
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
  saidAt: Date | null;
};

/**
 * The day by which a citizen, for whom the asker asked, hears from somebody: YYYY-MM-DD. `remindAt`: when the asker is
 * reminded of it; null once that was done, or when it is too late for it.
 */
export type CitizenHears = { by: string; remindAt: Date | null };

/** A proposal to talk. Without `start` it asks the other side to call. */
export type Talk = { start: Date | null; minutes: number; place: Masked | null };

/** A third colleague whom the agent proposes to the asker (docs/rules.md, "Introductions"). */
export type Introduction = {
  /** The agent who proposed it. */
  by: PersonId;
  who: PersonId;
  /** The index of the turn with the agent's line, which both the asker and the colleague read. */
  turn: number;
  at: Date;
  /** If whoever was asked last has not answered by then, it lapses. */
  until: Date;
  /**
   * Whose answer it waits for: the asker's, then the colleague's. `made`: both said yes. `ended`: the case went on
   * without it.
   */
  state: 'asker' | 'colleague' | 'made' | 'declined' | 'lapsed' | 'ended';
  /** When the colleague was asked; null while they know nothing of it. */
  putAt: Date | null;
};

/** Whether a case that nobody has taken is on the common list. `asked`: the asker has not answered yet. */
export const SHARINGS = ['no', 'asked', 'shared', 'refused'] as const;
export type Sharing = (typeof SHARINGS)[number];

/** The state of the promise "a human writes by …". `none`: nothing was promised, because nobody could have read the case. */
export const PROMISES = ['open', 'kept', 'missed', 'none'] as const;

/** The two sides of the conversation. */
export const SIDES = ['asker', 'agent'] as const;

export type EventKind =
  | 'asked'
  | 'labelled'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'lapsed'
  | 'undelivered'
  | 'given-back'
  | 'hand-over-asked'
  | 'hand-over-offered'
  | 'hand-over-ended'
  | 'handed-over'
  | 'co-agent-asked'
  | 'co-agent-offered'
  | 'co-agent-ended'
  | 'co-agent-joined'
  | 'co-agent-left'
  | 'note-written'
  | 'share-asked'
  | 'shared'
  | 'share-refused'
  | 'nobody-there'
  | 'wait-reminded'
  | 'human-told'
  | 'asked-back'
  | 'replied'
  | 'talk-proposed'
  | 'talk-accepted'
  | 'talk-cancelled'
  | 'answered'
  | 'answer-corrected'
  | 'step-accepted'
  | 'step-moved'
  | 'step-written'
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
  | 'introduction-proposed'
  | 'introduction-agreed'
  | 'introduced'
  | 'introduction-declined'
  | 'introduction-lapsed'
  | 'introduction-ended'
  | 'citizen-reminded'
  | 'follow-up-asked'
  | 'follow-up-passed'
  | 'followed-up';

/**
 * One line of the journal. `by` is null when the clock acted; `about` is the agent an offer went to, or the colleague
 * who is to be introduced. Never holds text.
 * Keeps what was chosen in an answer, a rating, a follow-up or a label, because the case itself has only the latest
 * choice.
 */
export type CaseEvent = {
  at: Date;
  kind: EventKind;
  by: PersonId | null;
  about: PersonId | null;
  outcome?: Outcome;
  helpful?: Helpful;
  kept?: Kept;
  next?: TrialNext;
  /** The label that somebody chose. */
  principle?: Principle;
  topic?: Topic;
};

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

/**
 * How far somebody's words, or an offer, have come on their way: as the platform last said (docs/rules.md, "Delivery").
 * Only `sent` means that they arrived. The case keeps this itself, because its clock runs from the arrival.
 */
export type Transit = {
  /** The message that brings them. */
  id: DeliveryId;
  /** Their index in the case. */
  brings: { turn: number } | { offer: number };
  state: DeliveryState['state'];
  /** Since when, by the domain's clock. */
  at: Date;
  /** The platform that they wait for. */
  on?: Platform;
};

/** The fields that `$set` may change; turns and events are append-only. */
export type CaseFields = Omit<Case, '_id' | 'number' | 'rev' | 'turns' | 'events' | 'receipts' | 'owes'>;

/** One change of a case, ready for one conditional write. */
export type CaseChange = {
  set: Partial<CaseFields>;
  turns: Turn[];
  events: CaseEvent[];
  owes: Owed<CaseDebt>[];
};
