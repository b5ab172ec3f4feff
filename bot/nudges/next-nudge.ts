import type { PersonId } from '../ids.ts';
import { nudgeMessageId } from '../messages/ids.ts';
import { type Week, weekAfter, weekOf } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { NudgeDeps } from './deps.ts';
import { type Had, timeIn } from './plan-person.ts';
import { isPausedOn, NO_WISHES, type Wishes } from './reader.ts';
import type { Run } from './run.ts';
import { leaveTimeIn, openingOf } from './slot.ts';

// The dates that cards name. They come from the functions that plan the runs, so that what a card says is what happens
// (docs/rules.md, "When a nudge comes").

/** Weeks to look ahead: a pause may last this long. */
const MAX_WEEKS = 110;
/** Upper limit of runs to read: the current week's and those that HR has seen. */
const MAX_RUNS = 10;

/** The state of every run that has begun or that HR has changed. */
export type KnownRuns = ReadonlyMap<Week, Run['state']>;

/** `waiting`: the message of a week that has begun, and the earliest time at which it leaves. */
export type Coming = {
  wishes: Wishes;
  had: readonly Had[];
  runs: KnownRuns;
  waiting: { week: Week; from: Date } | null;
};

/** When a person's next nudge or question comes; null when none comes within two years. */
export const nextNudge = ({ wishes, had, runs, waiting }: Coming, now: Date, time: WorkingTime): Date | null => {
  if (wishes.stoppedAt !== null) return null;
  return inComingWeeks(runs, now, time, (week, opens, begun) => {
    // The audience is fixed when a run starts, but each message follows its reader's wishes until it leaves.
    if (begun) return waiting?.week === week ? timeOfWaiting(waiting, wishes, time) : null;
    const at = timeIn(week, wishes, had, opens, time);
    return typeof at === 'string' ? null : at;
  });
};

const timeOfWaiting = (
  { week, from }: NonNullable<Coming['waiting']>,
  wishes: Wishes,
  time: WorkingTime,
): Date | null => {
  const at = leaveTimeIn(week, wishes, from, time);
  return at === null || isPausedOn(wishes, time.localDate(at)) ? null : at;
};

/** When a team's channel gets its next post. */
export const nextTeamPost = (runs: KnownRuns, now: Date, time: WorkingTime): Date | null =>
  inComingWeeks(runs, now, time, (week, opens, begun) => (begun ? null : leaveTimeIn(week, NO_WISHES, opens, time)));

/** The first moment after `now` that `momentIn` gives for a week. */
const inComingWeeks = (
  runs: KnownRuns,
  now: Date,
  time: WorkingTime,
  momentIn: (week: Week, opens: Date, begun: boolean) => Date | null,
): Date | null => {
  let week = weekOf(time.localDate(now));
  for (let ahead = 0; ahead < MAX_WEEKS; ahead++, week = weekAfter(week)) {
    const [opens, state] = [openingOf(week, time), runs.get(week)];
    if (opens === null || state === 'cancelled') continue;
    const begun = state === 'planning' || state === 'planned';
    // A run that is late begins within a minute.
    const at = momentIn(week, begun || opens > now ? opens : now, begun);
    if (at !== null && (at > now || !begun)) return at;
  }
  return null;
};

export const knownRuns = async ({ runs }: Pick<NudgeDeps, 'runs'>): Promise<KnownRuns> =>
  new Map((await runs.newest(MAX_RUNS)).map(({ _id, state }) => [_id, state]));

/** Reads what `nextNudge` needs to know about a person. */
export const comingFor = async (
  person: PersonId,
  wishes: Wishes,
  deps: Pick<NudgeDeps, 'nudges' | 'runs' | 'outbox' | 'clock' | 'time'>,
): Promise<Coming> => {
  const [had, runs] = await Promise.all([deps.nudges.of([person]), knownRuns(deps)]);
  const week = thisWeek(deps);
  const planned = had.find((record) => record.week === week && record.message !== 'welcome' && record.sent === null);
  const from = planned === undefined ? null : await deps.outbox.leavesAt(nudgeMessageId(planned._id));
  return { wishes, had, runs, waiting: from === null ? null : { week, from } };
};
