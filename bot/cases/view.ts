import type { CaseId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Warning } from '../privacy/warnings.ts';
import type { Reason } from '../routing/choose-agent.ts';
import type { Helpful, Outcome, Principle, Topic } from '../words.ts';
import type { CaseState, FollowUp, Sharing, Step, Turn } from './case.ts';
import type { CaseVerb } from './command.ts';

/**
 * A case as one person may see it now. Each reader has a view of their own, and what a reader may not know has no field
 * in it. `offered`: holds the open offer; `listed`: may claim it from the common list; `past`: was asked once, or saw it
 * on the list, and it went elsewhere.
 */
export type CaseView = AskerView | AgentView | OfferView | ListedView | PastView;
export type Viewer = CaseView['viewer'];

/** What every reader knows: which case this is, and how far it has come. */
type Heading = {
  id: CaseId;
  rev: number;
  number: number;
  /** How many turns the whole conversation has. */
  said: number;
};

/** What everybody knows who reads the dilemma itself. */
type Words = {
  now: Date;
  text: Masked;
  askedAt: Date;
  promisedAt: Date;
  promise: 'open' | 'kept' | 'missed';
  /** This message carries the case from its beginning, so it shows the whole dilemma. */
  opening: boolean;
  /** The part of the conversation that this message carries, oldest first. */
  turns: readonly TurnView[];
  /** What this person may do now; a card shows nothing else. */
  may: readonly CaseVerb[];
  /** YYYY-MM-DD in the organisation's zone, for dates asked on the card. */
  todayDate: string;
};

/** What the two know between whom the case is. */
type Between = {
  answer: AnswerView | null;
  step: Step | null;
  rating: Helpful | null;
  /** The question how it went, once it was asked. */
  followUp: (FollowUp & { askedAt: Date }) | null;
  /** Who owes the next word, seen from this viewer. */
  next: 'you' | 'other';
  reminded: boolean;
  /** An unanswered wish to talk that waits for `reveal-me`. */
  talkWaits: boolean;
  closedAt: Date | null;
  /** A suggestion for the next step's date, YYYY-MM-DD. */
  suggestedDate: string;
};

/** What an agent was chosen for. */
type About = { principle: Principle; topic: Topic; today: boolean };

export type AskerView = Heading &
  Words &
  Between &
  About & {
    viewer: 'asker';
    state: CaseState;
    /** They have chosen to be anonymous (and have not revealed themselves). */
    anonymous: boolean;
    /** Who had the case and had to let it go, while it waits for another agent; empty for an erased person. */
    leftBy: string | null;
    /** Once: the units to choose their own from. */
    units: readonly string[] | null;
    /** Who has the case; null while nobody has. */
    agent: string | null;
    /** The open offer: to whom, until when, and why this agent. `agent` null: erased. */
    offer: { agent: string | null; until: Date; why: Reason | null } | null;
    /** How many agents have been asked in this round. */
    asked: number;
    sharing: Sharing;
    /** The clock has asked them how to go on: another agent, or close. */
    askedOn: boolean;
    /** What the text may hold that belongs elsewhere; only right after Send. */
    warning: WarningView | null;
  };

export type AgentView = HeldView | WithdrawnView;

export type HeldView = Heading &
  Words &
  Between & {
    viewer: 'agent';
    state: Exclude<CaseState, 'waiting' | 'withdrawn'>;
    asker: AskerShown;
  };

/** The asker has taken the case back, and their words with it. The answer is the agent's own. */
export type WithdrawnView = Heading & { viewer: 'agent'; state: 'withdrawn'; answer: AnswerView | null };

/** A case that waits, and may be taken by the reader. */
type Waiting = Heading & Words & About & { asker: AskerShown };

export type OfferView = Waiting & {
  viewer: 'offered';
  offer: { until: Date; why: Reason | null };
};

export type ListedView = Waiting & { viewer: 'listed' };

export type PastView = Heading & {
  viewer: 'past';
  state: CaseState;
  /** Who has the case; null while nobody has. */
  agent: string | null;
};

/** Somebody as the reader may see them. Only who is named has a name here. */
export type Shown<Known = unknown> = ({ as: 'named'; name: string } & Known) | { as: 'anonymous' } | { as: 'erased' };

export type AskerShown = Shown<{ unit: string | null }>;

export type TurnView = Said & ({ by: 'you' } | { by: 'other'; who: Shown });

type Said = { kind: Turn['kind']; text: Masked; at: Date; talk: TalkView | null };

/** `phone` and `calendarUrl` are there only if the reader may have them. */
export type TalkView = {
  start: Date | null;
  minutes: number;
  place: Masked | null;
  phone?: string;
  calendarUrl?: string;
};

export type AnswerView = { outcome: Outcome; ground: Masked | null; alternative: Masked | null };

/** What stands above a preview: at most one question or warning, with where it belongs. */
export type WarningView = {
  kind: Warning['kind'];
  contact: { name: string; phone: string | null; url: string | null } | null;
};
