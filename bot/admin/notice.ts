import type { TeamChannel } from '../nudges/team-channel.ts';
import type { Named } from '../people/notice.ts';
import type { Role } from '../words.ts';

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
