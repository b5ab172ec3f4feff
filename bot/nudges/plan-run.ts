import type { DeliveryId, NudgeId, NudgeTextId } from '../ids.ts';
import { nudgeMessageId, welcomeMessageId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import { homeOf, type Person } from '../people/person.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { type Week, weekOf } from '../time/iso-week.ts';
import { audience, type Member } from './audience.ts';
import { textsToPlan } from './candidates.ts';
import type { NudgeDeps } from './deps.ts';
import { stillHeld } from './events-of-week.ts';
import { type NudgeMessage, type NudgeRecord, nudgeIdFor, welcomeIdFor } from './nudge-record.ts';
import { type PlanningWeek, planPerson, welcomeOf } from './plan-person.ts';
import { principleOf } from './principle-of-week.ts';
import { NO_COUNTS, type Run, type RunCounts } from './run.ts';
import { type RunOfDeps, runOf, withoutDropped } from './run-of.ts';
import { planTeamPosts } from './team-posts.ts';
import type { TownEvent } from './town-event.ts';

type MessageDeps = Pick<NudgeDeps, 'nudges' | 'outbox'>;
type WelcomeDeps = MessageDeps & Pick<NudgeDeps, 'people' | 'readers' | 'clock' | 'time'>;
export type PlanDeps = WelcomeDeps & RunOfDeps & Pick<NudgeDeps, 'runOutcomes' | 'teamChannels' | 'fieldOf'>;

/**
 * Plans a week's messages. Ids consist of week and person, so any process can restart planning after a crash without
 * sending twice. Returns what this call planned.
 */
export const planRun = async (week: Week, deps: PlanDeps): Promise<RunCounts> => {
  const { runs, fieldOf, clock, time } = deps;
  const counts = { ...NO_COUNTS };
  for (let run: Run | null = await startRun(week, deps); run?.state === 'planning'; run = await runs.get(week)) {
    await planTeamPosts(week, deps);
    const library = await textsToPlan(run, deps);
    const planning: PlanningWeek = { week, run, fieldOf, library, now: clock(), time };
    for await (const { members, from, to, last } of audience(run.cursor, deps)) {
      const page = { ...NO_COUNTS };
      for (const member of members) page[await planMember(member, planning, deps)]++;
      // Another process has counted this page: continue from its cursor.
      if (!(await runs.advance(week, from, { to, counts: page, last }))) break;
      for (const key of Object.keys(page) as (keyof RunCounts)[]) counts[key] += page[key];
    }
  }
  return counts;
};

/**
 * Starts a run: inserts it, or moves the previewed one on. Returns the stored run if another process started it first.
 */
const startRun = async (week: Week, deps: RunOfDeps): Promise<Run> => {
  const { runs } = deps;
  const fresh: Run = { ...(await runOf(week, deps)), state: 'planning' };
  if (await runs.add(fresh)) return fresh;
  return retryOnConflict(`the run of ${week}`, async (): Promise<Run | null> => {
    const kept = await runs.get(week);
    if (kept === null) throw new Error(`the run of ${week} is gone from the store`);
    if (kept.state !== 'previewed') return kept;
    // An event that was called off since the preview is not named, and a story that was taken back is not told.
    const { texts, instead = [] } = await withoutDropped(kept, deps);
    const started = { state: 'planning', events: await stillHeld(kept.events ?? {}, deps), texts, instead } as const;
    return (await runs.change(week, kept.rev, started)) ? { ...kept, ...started } : null;
  });
};

const planMember = async (
  { person, wishes, had }: Member,
  planning: PlanningWeek,
  deps: MessageDeps,
): Promise<keyof RunCounts> => {
  const chosen = planPerson(person, wishes, had, planning);
  if (typeof chosen === 'string') return chosen;
  const { week } = planning;
  const { message, text, event, notBefore } = chosen;
  // A person just merged from two may have this week's message under their other id.
  const planned = had.find((record) => record.week === week && record.message !== 'welcome');
  const id = planned?._id ?? nudgeIdFor(week, person._id);
  await plan(
    recordOf({ id, person, week, message, text, event, at: planning.now }),
    { id: nudgeMessageId(id), notBefore },
    person,
    deps,
  );
  return message;
};

/** Plans a welcome for everybody who has had none. Returns how many are new. */
export const planWelcomes = async (deps: WelcomeDeps): Promise<number> => {
  const { clock, time } = deps;
  const now = clock();
  const week = weekOf(time.localDate(now));
  let welcomed = 0;
  for await (const { members } of audience('', deps)) {
    for (const { person, wishes, had } of members) {
      const before = welcomeOf(had);
      if (homeOf(person) === null || wishes.stoppedAt !== null || (before?.sent ?? null) !== null) continue;
      const record = recordOf({
        id: welcomeIdFor(person._id),
        person,
        week,
        message: 'welcome',
        text: null,
        event: null,
        at: now,
      });
      // The delivery id has the week in it, so that people we could not reach are tried again in another week.
      await plan(record, { id: welcomeMessageId(week, person._id), notBefore: time.nextOpen(now) }, person, deps);
      if (before === undefined) welcomed++;
    }
  }
  return welcomed;
};

/** Both writes have fixed ids, so a process that takes over after a crash between them completes the rest. */
const plan = async (
  record: NudgeRecord,
  { id, notBefore }: { id: DeliveryId; notBefore: Date },
  to: Person,
  { nudges, outbox }: MessageDeps,
): Promise<void> => {
  const home = homeOf(to);
  await nudges.add(record);
  const owed = ping(id, to._id, { kind: 'nudge' as const, nudge: record._id }, notBefore);
  await outbox.add([home === null ? owed : { ...owed, queue: home.platform }]);
};

const recordOf = (of: {
  id: NudgeId;
  person: Person;
  week: Week;
  message: NudgeMessage;
  text: NudgeTextId | null;
  event: TownEvent | null;
  at: Date;
}): NudgeRecord => ({
  _id: of.id,
  rev: 0,
  person: of.person._id,
  unit: of.person.unit,
  week: of.week,
  message: of.message,
  principle: principleOf(of.week),
  text: of.text,
  ...(of.event === null ? {} : { event: of.event }),
  before: [],
  plannedAt: of.at,
  sent: null,
  reactions: [],
  receipts: [],
});
