import type { NudgeId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Week } from '../time/iso-week.ts';
import type { Principle, Weekday } from '../words.ts';
import type { Nudge } from './nudge-library.ts';
import type { NudgeMessage, Reaction } from './nudge-record.ts';
import type { NotDelivered } from './port.ts';
import type { Wishes } from './reader.ts';
import type { CountedText, Run } from './run.ts';
import type { TeamQuestion } from './team-question.ts';
import type { FeedFault, TownEvent } from './town-event.ts';

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
      /** Whether they are asked about cases, which goes on after a stop; unknown in older ones. */
      agent?: boolean;
    }
  | {
      kind: 'nudge-sample';
      principle: Principle;
      text: Pick<Nudge, 'da' | 'en' | 'told'> | null;
      event?: TownEvent | null;
      now?: Date;
    }
  /** For admins: the town's calendar could not be read. `again`: the day of the next attempt, YYYY-MM-DD. */
  | { kind: 'town-calendar'; fault: FeedFault; now: Date; again: string }
  /** `from`: the first text that it shows, counted from 0; missing for the whole card. */
  | {
      kind: 'run';
      did: 'nothing' | 'swapped' | 'cancelled' | 'paused' | 'resumed' | 'resent';
      view: RunView;
      from?: number;
    };

/** The weekly principle as a card in a person's chat. */
export type NudgeNotice = { kind: 'nudge'; view: NudgeView };

export type NudgeView = {
  id: NudgeId;
  rev: number;
  now: Date;
  message: NudgeMessage;
  /** The person's first name. */
  name: string;
  /** Who signs the welcome. */
  from: string;
  principle: Principle;
  /** Null for a welcome and a question, and when it is no longer to be read. */
  text: Pick<Nudge, 'da' | 'en' | 'told'> | null;
  /** Whether its text was a story that is no longer told in these words. */
  takenBack: boolean;
  /** A public event near them that it names. */
  event: TownEvent | null;
  /** What they did with it, oldest first. */
  reactions: Reaction[];
  wishes: NudgeWishes;
  /** When the next one comes; null when none does, or before the first press. */
  next: Date | null;
  /** Whether the library has another one that they have not seen. */
  another: boolean;
};

export type NudgeWishes = Pick<Wishes, 'pausedUntil' | 'rhythm'> & {
  weekday: Weekday;
  hour: string;
  stopped: boolean;
  /** The last day of the pause that one press on "pause" starts, YYYY-MM-DD. */
  pause: string;
};

/** A week's principle as HR and admins see it. */
export type RunView = {
  week: Week;
  now: Date;
  /** The day on which most people get it, YYYY-MM-DD: Monday, or the nearest working day. */
  day: string;
  principle: Principle;
  /** Every text that people get, the most read first. */
  texts: RunText[];
  state: Run['state'];
  paused: boolean;
  counts: Run['counts'];
  sent: number;
  notDelivered: NotDelivered;
  /** Team channels that get it, with a question for their meeting. */
  teams: number;
  /** The texts of the principle, to choose another from; missing in older ones. */
  candidates?: Omit<Nudge, 'principle'>[];
};

/**
 * A text of a week with the event that it names, and how many people will read it in all and in each language; null
 * once the run has begun, when that is no longer planned. Older ones hold no more than the text.
 */
export type RunText = Pick<Nudge, 'da' | 'en' | 'field' | 'told'> &
  Partial<Pick<CountedText, 'id' | 'event' | 'reader' | 'readers'>> & { audience: number | null };

/** A message to a team channel: a week's principle, or that the posts begin or stop. */
export type TeamSaying = { kind: 'team'; about: Week | 'begun' | 'stopped'; platform: Platform };

/** What a team channel gets, readable by everyone in it. It names nobody and has no buttons. */
export type TeamNotice =
  | { kind: 'team-post'; principle: Principle; question: Pick<TeamQuestion, 'da' | 'en'> | null }
  /** `next`: when the first post comes; null when no coming week is open. */
  | { kind: 'team-told'; did: 'begun' | 'stopped'; now: Date; next: Date | null };
