import type { DeliveryId, NudgeId, PersonId, TeamChannelId } from '../ids.ts';
import type { Week } from '../time/iso-week.ts';
import type { NudgeRecord, Reaction, Sent } from './nudge-record.ts';
import type { Reader, Wishes } from './reader.ts';
import type { Run, RunCounts } from './run.ts';
import type { TeamChannel } from './team-channel.ts';
import type { TownEvent } from './town-event.ts';

export type NudgeChange = { set: Partial<Pick<NudgeRecord, 'text' | 'before'>>; reactions: Reaction[] };

/** One record per weekly message and person. */
export interface Nudges {
  /** Returns false when it is already planned. */
  add(planned: NudgeRecord): Promise<boolean>;
  get(id: NudgeId): Promise<NudgeRecord | null>;
  /** One conditional write; false when it has moved on from `rev`. */
  change(id: NudgeId, rev: number, change: NudgeChange, receipt: string): Promise<boolean>;
  /** Records the delivery; the latest one wins. */
  sent(id: NudgeId, sent: Sent): Promise<void>;
  of(people: readonly PersonId[]): Promise<NudgeRecord[]>;
  /** Counts a week's planned messages, and the delivered ones among them. */
  progress(week: Week): Promise<{ sent: number }>;
}

/** People's wishes about when the weekly principle comes. */
export interface Readers {
  get(id: PersonId): Promise<Wishes>;
  of(people: readonly PersonId[]): Promise<Reader[]>;
  change(id: PersonId, wishes: Partial<Wishes>): Promise<void>;
}

export interface Runs {
  /** Returns false when the week already has a run. */
  add(run: Run): Promise<boolean>;
  get(week: Week): Promise<Run | null>;
  /** Newest first. */
  newest(limit: number): Promise<Run[]>;
  /** One conditional write; false when it has moved on from `rev`. */
  change(
    week: Week,
    rev: number,
    set: Partial<Pick<Run, 'state' | 'paused' | 'texts' | 'skipped' | 'instead' | 'events' | 'counted' | 'swappedBy'>>,
  ): Promise<boolean>;
  /** Counts a page of planning, once: returns false when another process has moved the cursor on. */
  advance(
    week: Week,
    from: Run['cursor'],
    page: { to: Run['cursor']; counts: RunCounts; last: boolean },
  ): Promise<boolean>;
}

/** A week's messages that did not arrive: the person could not be reached, or the platform refused the message. */
export type NotDelivered = { undeliverable: number; failed: number };

/** What became of a week's messages. */
export interface RunOutcomes {
  notDelivered(week: Week): Promise<NotDelivered>;
  /** The messages that failed; those to people who could not be reached are not among them. */
  failedIn(week: Week): Promise<DeliveryId[]>;
}

/** What was last read of the town's calendar; every process shares it. */
export interface TownCalendar {
  /** Events of the last good reading; none when it was of another calendar. */
  events(source: string): Promise<readonly TownEvent[]>;
  /** Takes a day's reading; false when it was taken already. Forgets what was read of another calendar. */
  claim(source: string, day: string): Promise<boolean>;
  /** Keeps a good reading. */
  keep(source: string, events: readonly TownEvent[]): Promise<void>;
  /** Whether the admins were told of a fault since the last good reading. */
  isFailing(): Promise<boolean>;
  /** Remembers that they were told. */
  fail(at: Date): Promise<void>;
}

/** Channels that subscribed to the weekly principle. */
export interface TeamChannels {
  /** Subscribes a channel; an existing subscription stays as it is. Returns the stored channel. */
  begin(
    asked: Pick<TeamChannel, '_id' | 'platform' | 'channel' | 'unit' | 'language' | 'by'> & { at: Date },
  ): Promise<TeamChannel>;
  get(id: TeamChannelId): Promise<TeamChannel | null>;
  /** Does nothing when it has already ended or was renewed since `rev`. */
  end(
    id: TeamChannelId,
    rev: number,
    how: { state: Exclude<TeamChannel['state'], 'on'>; at: Date; reason: string | null },
  ): Promise<void>;
  /** Records the last week posted; never moves back. */
  sent(id: TeamChannelId, week: Week): Promise<void>;
  /** The next `limit` subscribed channels after `id`, in order of id; from the first when `id` is empty. */
  after(id: TeamChannelId | '', limit: number): Promise<TeamChannel[]>;
  /** Counts subscribed channels. */
  count(): Promise<number>;
  /** For admins: subscribed channels, and those the platform closed, newest first. */
  newest(limit: number): Promise<TeamChannel[]>;
}
