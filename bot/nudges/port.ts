import type { NudgeId, PersonId, TeamChannelId } from '../ids.ts';
import type { NudgeRecord, Reaction, Sent } from './nudge-record.ts';
import type { Reader, Wishes } from './reader.ts';
import type { Run, RunCounts } from './run.ts';
import type { TeamChannel } from './team-channel.ts';
import type { Week } from './week.ts';

export type NudgeChange = { set: Partial<Pick<NudgeRecord, 'text' | 'before'>>; reactions: Reaction[] };

/** What came of the weekly principle, a document for each message of it to each person. */
export interface Nudges {
  /** False when it is planned already. */
  add(planned: NudgeRecord): Promise<boolean>;
  get(id: NudgeId): Promise<NudgeRecord | null>;
  /** One conditional write; false when it has moved on from `rev`. */
  change(id: NudgeId, rev: number, change: NudgeChange, receipt: string): Promise<boolean>;
  /** Notes the delivery; the newest place wins. */
  sent(id: NudgeId, sent: Sent): Promise<void>;
  of(people: readonly PersonId[]): Promise<NudgeRecord[]>;
  /** How many of a week are planned, and how many of them were delivered. */
  progress(week: Week): Promise<{ planned: number; sent: number }>;
}

/** What people wish about when the weekly principle comes. */
export interface Readers {
  get(id: PersonId): Promise<Wishes>;
  of(people: readonly PersonId[]): Promise<Reader[]>;
  change(id: PersonId, wishes: Partial<Wishes>): Promise<void>;
}

export interface Runs {
  /** False when the week has its run already. */
  add(run: Run): Promise<boolean>;
  get(week: Week): Promise<Run | null>;
  /** The newest first. */
  newest(limit: number): Promise<Run[]>;
  /** One conditional write; false when it has moved on from `rev`. */
  change(week: Week, rev: number, set: Partial<Pick<Run, 'state' | 'paused' | 'texts' | 'skipped'>>): Promise<boolean>;
  /** Counts a page of planning, once: false when somebody else has moved the cursor on. */
  advance(
    week: Week,
    from: Run['cursor'],
    page: { to: Run['cursor']; counts: RunCounts; last: boolean },
  ): Promise<boolean>;
}

/** The channels that asked for the week's principle. */
export interface TeamChannels {
  /** Whoever gets it already goes on as before. Answers the channel as it is kept. */
  begin(
    asked: Pick<TeamChannel, '_id' | 'platform' | 'channel' | 'unit' | 'language' | 'by'> & { at: Date },
  ): Promise<TeamChannel>;
  get(id: TeamChannelId): Promise<TeamChannel | null>;
  /** Nothing happens when it has ended, or was asked for again since `rev`. */
  end(
    id: TeamChannelId,
    rev: number,
    how: { state: Exclude<TeamChannel['state'], 'on'>; at: Date; reason: string | null },
  ): Promise<void>;
  /** Notes that they had a week; never moves back. */
  sent(id: TeamChannelId, week: Week): Promise<void>;
  /** The next `limit` that get it, in the order of their ids; from the first when `id` is empty. */
  after(id: TeamChannelId | '', limit: number): Promise<TeamChannel[]>;
  /** How many get it. */
  count(): Promise<number>;
  /** What admins look at: whoever gets it or got it until the platform closed, the newest first. */
  newest(limit: number): Promise<TeamChannel[]>;
}
