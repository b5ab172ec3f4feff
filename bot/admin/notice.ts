import type { AgentOverview } from '../cases/notice.ts';
import type { Places } from '../keeping/take-out.ts';
import type { StuckMessage } from '../messages/stuck.ts';
import type { RunProgress } from '../nudges/run-view.ts';
import type { TeamChannel } from '../nudges/team-channel.ts';
import type { Named } from '../people/notice.ts';
import type { Platform } from '../platform.ts';
import type { Role } from '../words.ts';

export type ColleagueLine = Named & { unit: string | null; roles: Role[] };

export type TeamLine = Pick<TeamChannel, 'platform' | 'unit' | 'state' | 'since' | 'endedAt' | 'reason'>;

/** The kinds of message that an admin hears of; every other is a short answer. */
export const MESSAGE_KINDS = ['case', 'draft', 'nudge', 'team', 'reply'] as const;

/** Messages that have not arrived for one reason. `reason` is empty when there is none. */
export type StuckGroup = Pick<StuckMessage, 'state' | 'platform' | 'reason'> & {
  about: (typeof MESSAGE_KINDS)[number];
  count: number;
  oldest: Date;
};

/** How many, and since when the oldest. */
export type Waiting = { count: number; oldest: Date | null };

/** What admins see. */
export type AdminNotice =
  /**
   * `unreachable`: the agents whom Sammen cannot write to, by name. `run`: progress of this week's principle; null when
   * it has not begun.
   */
  | {
      kind: 'admin';
      now: Date;
      agents: number;
      unreachable: string[];
      away: number;
      closedDays: number;
      run: RunProgress | null;
      teams: number;
      /** A link to the set-up page, in answer to the word; it works once. */
      setUpLink?: string;
    }
  /** Team channels that get the weekly principle, and those the platform closed, newest first. */
  | { kind: 'admin-teams'; now: Date; teams: TeamLine[]; more: number }
  | {
      kind: 'admin-agents';
      now: Date;
      agents: (ColleagueLine & { load: number; capacity: number; awayUntil: string | null; unreachable: boolean })[];
    }
  /** Everybody with a role, or the result of a search. */
  | { kind: 'admin-people'; found: 'roles' | 'search'; people: ColleagueLine[]; more: number }
  | {
      kind: 'admin-colleague';
      now: Date;
      person: ColleagueLine;
      profession: string | null;
      left: Date | null;
      /** Marked for erasure, which follows within a minute. */
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
  /** How often words stood in a case, and whether they were taken out. Never holds the words. */
  | { kind: 'admin-words'; number: number; did: 'looked' | 'took'; places: Places }
  /** There is no agent whom Sammen can write to, so no dilemma can be answered. */
  | { kind: 'no-agents' }
  | { kind: 'admin-closed-days'; now: Date; todayDate: string; days: string[] }
  /**
   * What waits, is stuck or unreachable, in numbers. `more`: there are more messages than were counted. `cases`: waiting
   * ones that nobody is asked about, that somebody is, and whose promise was missed.
   */
  | {
      kind: 'admin-overview';
      now: Date;
      messages: StuckGroup[];
      more: boolean;
      cases: Record<'nobody' | 'asked' | 'late', Waiting>;
      people: { all: number; unreachable: number; agents: number; agentsUnreachable: number };
      /** What waits for an admin who is an agent, too. */
      own: AgentOverview | null;
    }
  /** A platform shuts Sammen out, or lets it in again. `reason`: the platform's words. */
  | { kind: 'admin-sending'; platform: Platform; state: 'held'; reason: string }
  | { kind: 'admin-sending'; platform: Platform; state: 'freed' }
  /** A message that we could not compose was set aside. `reason`: the error and its place, never text. */
  | { kind: 'admin-set-aside'; reason: string };
