import type { Figures, Period } from './adoption/publication.ts';
import type { CaseState, FollowUp, Sharing, Step, Turn } from './cases/case.ts';
import type { CaseVerb } from './commands.ts';
import type { CaseId, NudgeId, PersonId } from './ids.ts';
import type { Nudge } from './nudges/nudge-library.ts';
import type { NudgeMessage, Reaction } from './nudges/nudge-record.ts';
import type { Wishes } from './nudges/reader.ts';
import type { Run } from './nudges/run.ts';
import type { TeamChannel } from './nudges/team/team-channel.ts';
import type { TeamQuestion } from './nudges/team/team-question.ts';
import type { Week } from './nudges/week.ts';
import type { CannotLink } from './people/linking/who-stays.ts';
import type { AgentProfile, Platform } from './people/person.ts';
import type { Warning } from './privacy/warnings.ts';
import type { Reason } from './routing/choose-agent.ts';
import type { Helpful, Language, Outcome, Principle, Role, Topic, Weekday } from './words.ts';

/** Everything Sammen may say, as data. Cards turn a notice into words; nothing here is formatted. */
export type Notice = CaseNotice | DraftNotice | NudgeNotice | TeamNotice | LinkCodeNotice | Reply;

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
  text: string;
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
  answer: { outcome: Outcome; ground: string | null; alternative: string | null } | null;
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
  text: string;
  at: Date;
  talk: {
    start: Date | null;
    minutes: number;
    place: string | null;
    phone: string | null;
    calendarUrl: string | null;
  } | null;
};

/** What stands above a preview: at most one question or warning, with where it belongs. */
export type WarningView = {
  kind: Warning['kind'];
  contact: { name: string; phone: string | null; url: string | null } | null;
};

export type DraftNotice = { kind: 'draft'; view: DraftView };

export type DraftView = {
  id: CaseId;
  rev: number;
  now: Date;
  /** `open`: the preview; `changing`: the form; then what became of it. */
  state: 'open' | 'changing' | 'used' | 'discarded' | 'ended';
  text: string;
  principle: Principle;
  topic: Topic;
  /** "A human writes by …", were it sent now; and if it were needed today. */
  promisedAt: Date;
  promisedTodayAt: Date;
  warning: WarningView | null;
  /** Cases of this person that wait for them: the first buttons. */
  waitingCases: { id: CaseId; number: number }[];
  /** The case it was sent to, when `used`. */
  usedFor: number | null;
  /** A closed case, older than 30 days, that the person tried to go on with. */
  follows: number | null;
  /** Others have read it where it was written: it goes with the writer's name. */
  openly: boolean;
};

/** The weekly principle as it stands in somebody's chat. */
export type NudgeNotice = { kind: 'nudge'; view: NudgeView };

/** What a team's channel gets, for everybody there to read. It names nobody and has nothing to press. */
export type TeamNotice =
  | { kind: 'team-post'; principle: Principle; question: Pick<TeamQuestion, 'da' | 'en'> | null }
  /** `next`: when the first post comes; null when the weeks to come are closed. */
  | { kind: 'team-told'; did: 'begun' | 'stopped'; now: Date; next: Date | null };

export type NudgeView = {
  id: NudgeId;
  rev: number;
  now: Date;
  message: NudgeMessage;
  /** Their first name, and who welcomes people. */
  name: string;
  from: string;
  principle: Principle;
  /** Null for a welcome and a question. */
  text: Pick<Nudge, 'da' | 'en'> | null;
  /** What they did with it, the oldest first. */
  reactions: Reaction[];
  wishes: NudgeWishes;
  /** When the next one comes; null when none does, or not every week. */
  next: Date | null;
  /** The library has another one that they have not seen. */
  another: boolean;
};

export type NudgeWishes = Pick<Wishes, 'pausedUntil' | 'rhythm'> & {
  weekday: Weekday;
  hour: string;
  stopped: boolean;
  /** What one press on "pause" means, YYYY-MM-DD. */
  pause: string;
};

/** A week's principle as HR and admins see it; `began`: it is being sent. */
export type RunView = {
  week: Week;
  now: Date;
  monday: string;
  principle: Principle;
  /** What most people get, and how many fields of work get one of their own. */
  text: Pick<Nudge, 'da' | 'en'> | null;
  state: Run['state'];
  paused: boolean;
  counts: Run['counts'];
  sent: number;
  /** How many teams' channels get it with a question for their meeting. */
  teams: number;
};

/** Short answers that stand for themselves and are kept as they are until delivered. */
export type Reply =
  /** `link`: Sammen is on several platforms. */
  | { kind: 'help'; agent: boolean; link: boolean }
  | { kind: 'greeting'; name: string }
  | { kind: 'thanks' }
  | { kind: 'not-understood' }
  | { kind: 'too-long'; length: number; most: number }
  | { kind: 'principles' }
  | {
      kind: 'agents';
      agents: { name: string; unit: string | null; principles: Principle[]; topics: Topic[]; free: boolean }[];
    }
  | { kind: 'my-cases'; cases: CaseLine[]; more: boolean }
  | { kind: 'case-not-found'; number: number }
  | { kind: 'language'; language: Language }
  | { kind: 'now-agent'; by: string }
  /** Is the one who made the code you as well? `there` is where they made it. */
  | { kind: 'link-confirm'; link: string; name: string; there: Platform; here: Platform }
  | { kind: 'link-not'; why: LinkNot; until: Date | null; now: Date | null }
  | { kind: 'link-refused' }
  | { kind: 'linked'; platforms: Platform[] }
  | { kind: 'unlinked'; parted: Platform[]; here: Platform }
  | {
      kind: 'nudges';
      did: 'nothing' | 'paused' | 'stopped' | 'resumed' | 'changed';
      now: Date;
      todayDate: string;
      wishes: NudgeWishes;
      next: Date | null;
    }
  /** Written where there is no channel: the word has to be said in one. */
  | { kind: 'team-where' }
  | { kind: 'nudge-sample'; principle: Principle; text: Pick<Nudge, 'da' | 'en'> | null }
  | { kind: 'run'; did: 'nothing' | 'swapped' | 'cancelled' | 'paused' | 'resumed'; view: RunView }
  | ForgetNotice
  /** They said yes, and are forgotten in a minute. */
  | { kind: 'forgotten' }
  | ProfileNotice
  | AdminNotice
  | ReportNotice;

/**
 * The main figures for HR. `figures` null: no week has closed yet. With a `url` it was asked for; without one it is the
 * week's digest, for a link would be dead before it is read.
 */
export type ReportNotice = {
  kind: 'report';
  figures: { weeks: Period; now: Figures; before: Figures | null } | null;
  url: string | null;
};

/**
 * Does somebody want to be forgotten? `asked`: when the question was put; `open`: how many of their own cases have no answer yet; `listed`: the list of people, which
 * Sammen does not own, has them.
 */
export type ForgetNotice = { kind: 'forget-me'; asked: Date; open: number; agent: boolean; listed: boolean };

/** A code to type on another platform. It is never part of what is kept. */
export type LinkCodeNotice = { kind: 'link-code'; code: string; others: Platform[]; minutes: number };

/** Why nothing came of a word about linking. `until`: when a person who must wait may try again. */
export type LinkNot = CannotLink | 'wrong-code' | 'must-wait' | 'one-platform' | 'linked-already' | 'not-linked';

/** What a person sees about themselves; `saved`: what they just changed. */
export type ProfileNotice = {
  kind: 'profile';
  saved: 'nothing' | 'profile' | 'absence' | 'back';
  now: Date;
  todayDate: string;
  language: Language;
  phone: string | null;
  /** Null: they are no agent. */
  agent: AgentProfile | null;
  /** Now and to come, the first one first; `substitute` by name. */
  absences: { from: string; until: string; substitute: string | null }[];
  substitutes: Named[];
};

export type Named = { id: PersonId; name: string };
export type ColleagueLine = Named & { unit: string | null; roles: Role[] };

export type TeamLine = Pick<TeamChannel, 'platform' | 'unit' | 'state' | 'since' | 'endedAt' | 'reason'>;

/** What admins see. */
export type AdminNotice =
  /** `run`: how far this week's principle has come; null when it has not begun. */
  | {
      kind: 'admin';
      agents: number;
      away: number;
      closedDays: number;
      run: { sent: number; audience: number } | null;
      teams: number;
    }
  /** Which teams' channels get the week's principle, and which the platform closed, the newest first. */
  | { kind: 'admin-teams'; now: Date; teams: TeamLine[]; more: number }
  | {
      kind: 'admin-agents';
      now: Date;
      agents: (ColleagueLine & { load: number; capacity: number; awayUntil: string | null })[];
    }
  /** Everybody with a role, or whom a search found. */
  | { kind: 'admin-people'; found: 'roles' | 'search'; people: ColleagueLine[]; more: number }
  | {
      kind: 'admin-colleague';
      now: Date;
      person: ColleagueLine;
      profession: string | null;
      left: Date | null;
      /** They are to be forgotten, and will be in a minute. */
      forgetting: boolean;
      you: boolean;
    }
  | {
      kind: 'admin-absences';
      now: Date;
      todayDate: string;
      absences: { person: Named; from: string; until: string; substitute: string | null }[];
      agents: Named[];
    }
  | { kind: 'admin-closed-days'; now: Date; todayDate: string; days: string[] };

export type CaseLine = {
  id: CaseId;
  number: number;
  state: CaseState;
  role: 'asker' | 'agent' | 'offered' | 'listed';
  snippet: string;
  next: 'you' | 'other';
};
