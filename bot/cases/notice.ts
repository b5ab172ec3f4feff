import type { CaseId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Warning } from '../privacy/warnings.ts';
import type { Reason } from '../routing/choose-agent.ts';
import type { Helpful, Outcome, Principle, Topic } from '../words.ts';
import type { CaseState, FollowUp, Sharing, Step, Turn } from './case.ts';
import type { CaseVerb } from './command.ts';

/**
 * A message about a case names it and copies nothing: its words are made from the case as it is when the message leaves.
 * `from` is the first turn of the conversation that this message brings; `all` when the person asked to see it.
 */
export type CaseSaying = { kind: 'case'; case: CaseId; from: number | 'all' };

/** Short answers about cases. */
export type CaseReply =
  | { kind: 'my-cases'; cases: CaseLine[]; more: boolean }
  | { kind: 'case-not-found'; number: number }
  | {
      kind: 'agents';
      agents: { name: string; unit: string | null; principles: Principle[]; topics: Topic[]; free: boolean }[];
    };

/** A case as one person may see it now. It is the card in that person's chat, new or updated in place. */
export type CaseNotice = {
  kind: 'case';
  view: CaseView;
  /** `settled`: a newer message carries the case on; this one keeps its words and gives up its buttons. */
  settled: boolean;
};

/**
 * What the person is to the case. `offered`: holds the open offer; `listed`: may claim it from the common list;
 * `past`: was asked once, or saw it on the list, and it went elsewhere.
 */
export type Viewer = 'asker' | 'agent' | 'offered' | 'listed' | 'past';

export type CaseView = {
  id: CaseId;
  rev: number;
  number: number;
  now: Date;
  viewer: Viewer;
  state: CaseState;
  text: Masked;
  principle: Principle;
  topic: Topic;
  today: boolean;
  askedAt: Date;
  /** Null: anonymous to this viewer (the asker sees their own name). */
  asker: { name: string; unit: string | null } | null;
  /** The asker has chosen to be anonymous (and has not revealed themselves). */
  anonymous: boolean;
  /** To the asker: who had the case and had to let it go, while it waits for another agent. */
  leftBy: string | null;
  /** To the asker, once: the units to choose their own from. */
  units: string[] | null;
  /** Who has the case; null while nobody has. */
  agent: string | null;
  promisedAt: Date;
  promise: 'open' | 'kept' | 'missed';
  /** The open offer: to whom (the asker may know), until when, and why this agent. */
  offer: { agent: string; until: Date; why: Reason | null } | null;
  /** How many agents have been asked so far. */
  asked: number;
  sharing: Sharing;
  /** This message carries the case from its beginning, so it shows the whole dilemma. */
  opening: boolean;
  /** How many turns the whole conversation has. */
  said: number;
  /** The part of the conversation that this message carries, oldest first. */
  turns: TurnView[];
  answer: { outcome: Outcome; ground: Masked | null; alternative: Masked | null } | null;
  step: Step | null;
  rating: Helpful | null;
  /** The question how it went, once it was asked. */
  followUp: (FollowUp & { askedAt: Date }) | null;
  /** Who owes the next word, seen from this viewer. */
  next: 'you' | 'other';
  reminded: boolean;
  /** The clock has asked the asker how to go on: another agent, or close. */
  askedOn: boolean;
  /** An unanswered wish to talk that waits for `reveal-me`. */
  talkWaits: boolean;
  closedAt: Date | null;
  /** Warns the asker of what the text may hold that belongs elsewhere; only right after Send. */
  warning: WarningView | null;
  /** What this person may do now; a card shows nothing else. */
  may: CaseVerb[];
  /** YYYY-MM-DD in the organisation's zone, for dates asked on the card. */
  todayDate: string;
  /** A suggestion for the next step's date, YYYY-MM-DD. */
  suggestedDate: string;
};

export type TurnView = {
  by: 'you' | 'other';
  name: string | null;
  kind: Turn['kind'];
  text: Masked;
  at: Date;
  talk: {
    start: Date | null;
    minutes: number;
    place: Masked | null;
    phone: string | null;
    calendarUrl: string | null;
  } | null;
};

/** What stands above a preview: at most one question or warning, with where it belongs. */
export type WarningView = {
  kind: Warning['kind'];
  contact: { name: string; phone: string | null; url: string | null } | null;
};

export type CaseLine = {
  id: CaseId;
  number: number;
  state: CaseState;
  role: 'asker' | 'agent' | 'offered' | 'listed';
  snippet: Masked;
  next: 'you' | 'other';
};
