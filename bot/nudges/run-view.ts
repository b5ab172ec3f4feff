import type { NudgeTextId } from '../ids.ts';
import { dayIn, type Week } from '../time/iso-week.ts';
import { audience } from './audience.ts';
import type { NudgeDeps } from './deps.ts';
import type { NudgeReply, RunText, RunView } from './notice.ts';
import { type Nudge, nudgeById } from './nudge-library.ts';
import { planPerson } from './plan-person.ts';
import { runOf } from './plan-run.ts';
import type { NotDelivered } from './port.ts';
import { principleOf } from './principle-of-week.ts';
import { DEFAULT_SLOT, NO_WISHES } from './reader.ts';
import { audienceOf, NO_COUNTS, type Run, type RunCounts } from './run.ts';
import { openingOf, slotIn } from './slot.ts';

/** Reads only: a preview writes nothing. */
export type RunDeps = Pick<
  NudgeDeps,
  'runs' | 'runOutcomes' | 'nudges' | 'people' | 'readers' | 'teamChannels' | 'library' | 'fieldOf' | 'clock' | 'time'
>;

type RunReply = Extract<NudgeReply, { kind: 'run' }>;

/** A week's run as HR and admins see it. Before it begins, the counts are an estimate of its audience. Names nobody. */
export const runReply = async (did: RunReply['did'], week: Week, deps: RunDeps): Promise<RunReply> => ({
  kind: 'run',
  did,
  view: await runView(week, deps),
});

const runView = async (week: Week, deps: RunDeps): Promise<RunView> => {
  const run = await runOf(week, deps);
  const counted = run.state === 'planning' || run.state === 'planned';
  const { counts, texts } = counted ? { counts: run.counts, texts: textsOf(run, deps) } : await expected(run, deps);
  const slot = slotIn(week, NO_WISHES, deps.time);
  const { sent } = await deps.nudges.progress(week);
  return {
    week,
    now: deps.clock(),
    day: slot === null ? dayIn(week, DEFAULT_SLOT.weekday) : deps.time.localDate(slot),
    principle: principleOf(week),
    texts,
    state: run.state,
    paused: run.paused,
    counts,
    sent,
    notDelivered: await deps.runOutcomes.notDelivered(week),
    teams: await deps.teamChannels.count(),
  };
};

/** The texts that a week's run was planned with. */
const textsOf = ({ texts }: Run, { library }: Pick<RunDeps, 'library'>): RunText[] =>
  [...new Set(Object.values(texts))].flatMap((id) => {
    const nudge = nudgeById(id, library);
    return nudge === null ? [] : [textShown(nudge, null)];
  });

const textShown = ({ da, en, field }: Nudge, audience: RunText['audience']): RunText => ({ da, en, field, audience });

/** Plans the week as if it began now: how many would get what, and which texts they would read. */
const expected = async (run: Run, deps: RunDeps): Promise<{ counts: RunCounts; texts: RunText[] }> => {
  const { library, fieldOf, time, clock } = deps;
  const now = clock();
  const opens = openingOf(run._id, time) ?? now;
  const counts = { ...NO_COUNTS };
  const readers = new Map<NudgeTextId, number>();
  const planning = {
    week: run._id,
    texts: run.texts,
    fieldOf,
    library,
    now: new Date(Math.max(opens.getTime(), now.getTime())),
    time,
  };
  for await (const { members } of audience('', deps)) {
    for (const { person, wishes, had } of members) {
      const planned = planPerson(person, wishes, had, planning);
      counts[typeof planned === 'string' ? planned : planned.message]++;
      const text = typeof planned === 'string' ? null : planned.text;
      if (text !== null) readers.set(text, (readers.get(text) ?? 0) + 1);
    }
  }
  const texts = [...readers].toSorted(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1));
  return {
    counts,
    texts: texts.flatMap(([id, count]) => {
      const nudge = nudgeById(id, library);
      return nudge === null ? [] : [textShown(nudge, count)];
    }),
  };
};

export type RunProgress = { sent: number; audience: number } & NotDelivered;

/** How much of a week's audience has its message, and how much will not get it; null before planning begins. */
export const progressOf = async (
  week: Week,
  { runs, runOutcomes, nudges }: Pick<RunDeps, 'runs' | 'runOutcomes' | 'nudges'>,
): Promise<RunProgress | null> => {
  const run = await runs.get(week);
  if (run === null || !(run.state === 'planning' || run.state === 'planned')) return null;
  const { sent } = await nudges.progress(week);
  return { sent, audience: audienceOf(run.counts), ...(await runOutcomes.notDelivered(week)) };
};
