import type { CaseId, StoryId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Own } from '../privacy/own-words.ts';
import type { Matter, Warning } from '../privacy/warnings.ts';
import type { Reason } from '../routing/choose-agent.ts';
import type { Need } from '../routing/classify.ts';
import type { Certainty } from '../routing/guess.ts';
import type { ForWhom, Helpful, Principle, Topic } from '../words.ts';
import type { FollowUp, Proposal, Step } from './answer.ts';
import type { CaseState, Sharing } from './case.ts';
import type {
  AskerIntroduction,
  AskersInvitation,
  Colleagues,
  Contact,
  HeldIntroduction,
  NoteView,
} from './colleague-views.ts';
import type { CaseVerb } from './command.ts';
import type { Invitation } from './invitations.ts';
import type {
  AnswerView,
  AskerShown,
  LostTalk,
  Passage,
  PassageView,
  Shown,
  TalkView,
  TurnView,
} from './said-views.ts';

/**
 * A case as one person may see it now. Each kind of viewer has a type of its own, without fields for what they may not
 * know. `offered` holds the open offer; `listed` may claim the case from the common list; `past` was once asked or saw
 * it on the list, and the case went to somebody else; `handed` is asked by the case's agent to take it over,
 * `invited` to help; `co-agent` helps; `introduced` was asked whether they want to meet the asker.
 */
export type CaseView =
  | AskerView
  | AgentView
  | OfferView
  | ListedView
  | HandedView
  | InvitedView
  | CoAgentView
  | PastView
  | IntroducedView;
export type Viewer = CaseView['viewer'];

/** What every viewer sees. */
type Heading = {
  id: CaseId;
  rev: number;
  number: number;
  /** The number of turns in the whole conversation. */
  turnCount: number;
  /** How many things have happened to the case. */
  eventCount: number;
};

/** What everybody sees who may read the dilemma. */
type Words = {
  now: Date;
  text: Masked;
  askedAt: Date;
  promisedAt: Date;
  /** `none`: nothing was promised, because nobody could have read the case. */
  promise: 'open' | 'kept' | 'missed' | 'none';
  /** Whether this message shows the case from its beginning, including the dilemma. */
  opening: boolean;
  /** The part of the conversation that this message shows, oldest first. */
  turns: readonly TurnView[];
  /** What this person may do now; the card has buttons for nothing else. */
  may: readonly CaseVerb[];
  /** YYYY-MM-DD in the organisation's zone, for date fields on the card. */
  todayDate: string;
};

/** What only the asker and the agent see. */
type Between = {
  answer: AnswerView | null;
  /** The words of the answer, whichever message shows them. */
  answerTurn: TurnView | null;
  /** Its words before they were corrected, oldest first; empty when they never were. */
  earlierAnswers: readonly TurnView[];
  step: Step | null;
  /** A new step beside the one the asker accepted; null when there is none. */
  proposal: Proposal | null;
  rating: Helpful | null;
  /** The follow-up question; null until it is asked. */
  followUp: (FollowUp & { askedAt: Date }) | null;
  /** The story that was proposed from the case; null when there is none. */
  story: StoryId | null;
  /** Whose turn it is to write, from this viewer's side. */
  next: 'you' | 'other';
  /** Whether the viewer, and the other side, have written to each other, also before this message. */
  wrote: { you: boolean; other: boolean };
  /** What became of the viewer's latest words on their way to the other side; null when none are known. */
  passage: PassageView | null;
  /** The talk that was proposed last and still stands. `phone` is the other side's. `agreed`: they will hold it. */
  talk: (TalkView & { agreed: boolean }) | null;
  /** The talk that fell away. */
  lostTalk: LostTalk | null;
  reminded: boolean;
  /** What the viewer and the other side have corrected about what the case is about. */
  corrected: readonly Correction[];
  /** A proposal to talk waits for `reveal-me`. */
  talkWaits: boolean;
  closedAt: Date | null;
  /** For a citizen's case: the day by which they hear from somebody, YYYY-MM-DD; null until it is answered. */
  citizenHears: string | null;
  /** The suggested date of the next step, YYYY-MM-DD. */
  suggestedDate: string;
};

/** A label that is as somebody corrected it, and who that was; both, when they were corrected at once. */
export type Correction = { by: 'you' | 'other'; principle?: Principle; topic?: Topic };

/**
 * What an agent is chosen by, and for whom the asker asks. `certainty`: how sure the principle and topic are.
 */
type About = { principle: Principle; topic: Topic; certainty: Certainty; today: boolean; for: ForWhom };

export type AskerView = Heading &
  Words &
  Between &
  About & {
    viewer: 'asker';
    state: CaseState;
    /** They asked anonymously and have not revealed their name. */
    anonymous: boolean;
    /** The agent who had the case before, while it waits for another, and why; the name is empty when erased. */
    before: { agent: string; did: 'leave' | 'give-back' } | null;
    /** The units to choose from; null when the card does not ask for the asker's unit. */
    units: readonly string[] | null;
    /** Who has the case; null while nobody has. */
    agent: string | null;
    /** The open offer: to whom, and why this agent. `agent` is null when erased. */
    offer: { agent: string | null; why: Reason | null; passage: Passage | null } | null;
    /** How many offers were made in this round. */
    asked: number;
    sharing: Sharing;
    /** A human who looks after Sammen was told that the case waits. */
    humanTold: boolean;
    /** A colleague whom the agent proposes, or proposed; null when there is none. */
    introduction: AskerIntroduction | null;
    /** The agent went silent, and the asker was asked whether to ask another agent or close. */
    askedOn: boolean;
    /** The colleague whom the agent has asked to take part; null when none waits for an answer. */
    invitation: AskersInvitation | null;
    /**
     * The words of the answer, to be passed on to whom they asked for: without the names of asker and agent. Null when
     * they asked for themselves, or have no answer. `reminded`: that the citizen hears from somebody.
     */
    passOn: { text: Masked; agent: PublicContact | null; reminded: boolean } | null;
    /** Who helps the agent, and what of the conversation they read; null when nobody does. */
    coAgent: { name: string; show: Invitation['show'] } | null;
    /** Something in the text that may belong elsewhere; only while the case waits. */
    warning: WarningView | null;
  };

export type AgentView = HeldView | WithdrawnView;

export type HeldView = Heading &
  Words &
  Between &
  About & {
    viewer: 'agent';
    state: Exclude<CaseState, 'waiting' | 'withdrawn'>;
    asker: AskerShown;
    colleagues: Colleagues;
    introduction: HeldIntroduction | null;
  };

/** The asker withdrew the case, so the agent no longer sees the asker's text. */
export type WithdrawnView = Heading & { viewer: 'agent'; state: 'withdrawn'; lostTalk: LostTalk | null };

/** What the viewer typed in the chat, for the field of this card; absent when they typed nothing. */
type Field = { typed?: { draft: CaseId; text: Masked } };

/** A case that the viewer may take, or help with. */
type Waiting = Heading & Words & About & Field & { asker: AskerShown };

export type OfferView = Waiting & {
  viewer: 'offered';
  /** `pair`: what this agent does not know, and a colleague who does; the name is null where none is suggested. */
  offer: { until: Date; why: Reason | null; pair: { name: string | null; needs: readonly Need[] } | null };
};

export type ListedView = Waiting & { viewer: 'listed' };

/** `agent` has the case, and asks the viewer to take it over; null when erased. `until`: then it stays with them. */
export type HandedView = Waiting & { viewer: 'handed'; agent: string | null; reason: Masked; until: Date };

/** `agent` has the case, and asks the viewer to help; null when erased. */
export type InvitedView = Waiting & { viewer: 'invited'; agent: string | null; until: Date };

/** Helps the case's agent, and reads what the asker allowed. */
export type CoAgentView = Heading &
  Words &
  About &
  Field & {
    viewer: 'co-agent';
    state: 'active' | 'answered' | 'closed';
    asker: AskerShown;
    /** Who has the case; null when erased. */
    agent: string | null;
    notes: readonly NoteView[];
    /** Whether they read the conversation; the dilemma and what they sign they always do. */
    show: 'all' | 'dilemma';
  };

export type PastView = Heading & {
  viewer: 'past';
  state: CaseState;
  /** Who has the case; null while nobody has. */
  agent: string | null;
  /** What this viewer themselves said last; null when they said nothing of it. `not-over`: they did not take it over. */
  said: 'no' | 'gave-back' | 'not-over' | null;
  /** The talk that they were to have. */
  lostTalk: LostTalk | null;
};

/** A colleague who is asked whether they want to meet the asker: the agent's line, and nothing of the dilemma. */
export type IntroducedView = Omit<Heading, 'number'> & {
  viewer: 'introduced';
  now: Date;
  /** Who proposed it; null when erased. */
  agent: string | null;
} & (
    | { state: 'asked'; line: Masked; at: Date; asker: AskerShown; until: Date; may: readonly CaseVerb[] }
    | { state: 'made'; line: Masked; at: Date; asker: Shown; contact: Contact | null }
    | { state: 'you-said-no' | 'over' }
  );

/** How citizens reach an agent who chose to be shown to everybody. */
export type PublicContact = { name: string; phone: string | null };

/** The warning above a text, at most two lines: where it belongs, and what it should not hold. */
export type WarningView = Omit<Warning, 'matters'> & {
  matters: readonly { kind: Matter; contact: { name: string; phone: string | null; url: string | null } | null }[];
  /** The writer's own message still shows what is hidden here, so they should delete it. */
  deletable: boolean;
  /** The writer has not heard yet how a colleague may get their phone number. */
  phoneTip?: true;
  /** What was hidden because an anonymous asker's words would have given them away. */
  own?: readonly Own[];
};
