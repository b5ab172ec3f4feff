import type { AdminLog } from '../audit/port.ts';
import type { DraftDeps } from '../drafts/deps.ts';
import type { Outbox, PlannedMessages } from '../messages/outbox.ts';
import type { Replying } from '../messages/owed.ts';
import type { Undelivered } from '../messages/undelivered.ts';
import type { Organisation } from '../organisation.ts';
import type { People } from '../people/port.ts';
import type { Receipts } from '../presses/receipts.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { FieldOf } from './field-of-work.ts';
import type { NudgeReply, NudgeSaying, TeamSaying } from './notice.ts';
import type { Nudge } from './nudge-library.ts';
import type { Nudges, Readers, RunOutcomes, Runs, TeamChannels, TownCalendar } from './port.ts';
import type { TeamQuestion } from './team-question.ts';
import type { ToldStories } from './told-texts.ts';
import type { TownFeed } from './town-event.ts';

/** Dependencies of the weekly principle. */
export type NudgeDeps = {
  nudges: Nudges;
  readers: Readers;
  runs: Runs;
  runOutcomes: RunOutcomes;
  undelivered: Pick<Undelivered<{ kind: string }>, 'retry'>;
  teamChannels: TeamChannels;
  people: People;
  receipts: Receipts;
  adminLog: AdminLog;
  outbox: Outbox<NudgeSaying | TeamSaying | Replying<NudgeReply>> & PlannedMessages;
  clock: Clock;
  time: WorkingTime;
  organisation: Organisation;
  /** The municipality's own nudges. */
  library: readonly Nudge[];
  /** What colleagues told, for HR to choose. */
  stories: ToldStories;
  teamQuestions: readonly TeamQuestion[];
  fieldOf: FieldOf;
  townCalendar: TownCalendar;
  /** Null when no calendar is set. */
  townFeed: TownFeed | null;
};

/** Starting a draft from a nudge also needs drafts. */
export type SparDeps = NudgeDeps & Pick<DraftDeps, 'drafts' | 'classifyWithHelp'>;
