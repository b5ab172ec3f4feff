import type { NudgeId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Principle, Weekday } from '../words.ts';
import type { Nudge } from './nudge-library.ts';
import type { NudgeMessage, Reaction } from './nudge-record.ts';
import type { Wishes } from './reader.ts';
import type { Run } from './run.ts';
import type { TeamQuestion } from './team-question.ts';
import type { Week } from './week.ts';

export type NudgeSaying = { kind: 'nudge'; nudge: NudgeId };

/** Short answers about the weekly principle. */
export type NudgeReply =
  | {
      kind: 'nudges';
      did: 'nothing' | 'paused' | 'stopped' | 'resumed' | 'changed';
      now: Date;
      todayDate: string;
      wishes: NudgeWishes;
      next: Date | null;
    }
  | { kind: 'nudge-sample'; principle: Principle; text: Pick<Nudge, 'da' | 'en'> | null }
  | { kind: 'run'; did: 'nothing' | 'swapped' | 'cancelled' | 'paused' | 'resumed'; view: RunView };

/** The weekly principle as it stands in somebody's chat. */
export type NudgeNotice = { kind: 'nudge'; view: NudgeView };

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

/** To a team's channel: the principle of a week, or that it begins or has ended there. */
export type TeamSaying = { kind: 'team'; about: Week | 'begun' | 'stopped'; platform: Platform };

/** What a team's channel gets, for everybody there to read. It names nobody and has nothing to press. */
export type TeamNotice =
  | { kind: 'team-post'; principle: Principle; question: Pick<TeamQuestion, 'da' | 'en'> | null }
  /** `next`: when the first post comes; null when the weeks to come are closed. */
  | { kind: 'team-told'; did: 'begun' | 'stopped'; now: Date; next: Date | null };
