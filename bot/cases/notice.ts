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
  | { kind: 'my-cases'; cases: CaseLine[]; more: boolean }
  | { kind: 'case-not-found'; number: number }
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
  role: 'asker' | 'agent' | 'offered' | 'listed';
  /** Null for the agent of a withdrawn case. */
  snippet: Masked | null;
  next: 'you' | 'other';
};
