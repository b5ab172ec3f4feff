import type { CaseId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Certainty } from '../routing/guess.ts';
import type { Principle, Topic } from '../words.ts';
import type { CaseState } from './case.ts';
import type { CaseNews } from './news.ts';
import type { CaseView, WarningView } from './view-types.ts';

/** Short answers about cases. */
export type CaseReply =
  | { kind: 'my-cases'; now: Date; cases: CaseLine[]; more: boolean; questions: IntroductionLine[] }
  | AgentOverview
  | { kind: 'case-not-found'; number: number }
  /** It was closed so long ago that it is kept no longer. `months`: how long a case is kept after its end. */
  | { kind: 'case-gone'; number: number; months: number }
  /** What was hidden in words that were just sent, or where they may belong. */
  | { kind: 'noticed'; warning: WarningView }
  | {
      kind: 'agents';
      /** `unreachable`: Sammen has no chat with them, so they are not asked. */
      agents: {
        name: string;
        unit: string | null;
        principles: Principle[];
        topics: Topic[];
        free: boolean;
        unreachable: boolean;
      }[];
    };

/** A question whether somebody wants to meet a colleague: nothing of the case. `asker`: null where they have no name. */
export type IntroductionLine = { id: CaseId; asker: string | null; until: Date };

/** What an agent has to do; only they see it. */
export type AgentOverview = {
  kind: 'agent-overview';
  now: Date;
  /** Cases they are asked to take, then those they have, by who owes the next word. */
  offers: WorkLine[];
  yours: WorkLine[];
  theirs: WorkLine[];
  questions: IntroductionLine[];
  /** The common list, as far as they may see it. */
  listed: { count: number; oldest: Date | null };
  /** How many cases they have and are asked to take, and how many they take at most. */
  load: number;
  capacity: number;
  /** The present or next absence, YYYY-MM-DD. */
  absence: { from: string; until: string } | null;
  /** How many colleagues got an answer from them in the past 30 days. */
  helped: number;
};

/** `since`: the latest word. `until`: by when the agent answers the offer, or writes their first word. */
export type WorkLine = Pick<CaseLine, 'id' | 'number'> & { snippet: Masked; since: Date; until: Date | null };

/**
 * Tells a human who looks after Sammen that a case waits: since when, and what it is about in two words. Never its text,
 * its number or who asked.
 */
export type StuckCaseNotice = {
  kind: 'stuck-case';
  now: Date;
  askedAt: Date;
  principle: Principle;
  topic: Topic;
  certainty: Certainty;
};

/** The card of a case in one person's chat, posted or updated in place. */
export type CaseNotice = {
  kind: 'case';
  view: CaseView;
  /** Why the message was sent. */
  why: CaseNews;
  /** A newer message has taken over the case; this one keeps its text and loses its buttons. */
  settled: boolean;
  /** When `settled`: the platform of the newer message, if it is another one. */
  goesOnIn?: Platform;
};

export type CaseLine = {
  id: CaseId;
  number: number;
  state: CaseState;
  role: 'asker' | 'agent' | 'offered' | 'listed' | 'handed' | 'invited' | 'co-agent';
  /** Null for the agent of a withdrawn case. */
  snippet: Masked | null;
  next: 'you' | 'other';
};
