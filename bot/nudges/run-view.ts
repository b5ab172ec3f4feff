import type { Week } from '../time/iso-week.ts';
import { FIELDS_OF_WORK } from '../words.ts';
import { candidatesFor } from './candidates.ts';
import { type CountDeps, countRun, isOfToday } from './count-run.ts';
import type { NudgeDeps } from './deps.ts';
import { mainDay } from './events-of-week.ts';
import type { NudgeReply, RunText, RunView } from './notice.ts';
import { type Nudge, nudgeById } from './nudge-library.ts';
import type { NotDelivered } from './port.ts';
import { principleOf } from './principle-of-week.ts';
import { audienceOf, type CountedRun, type Run } from './run.ts';
import { type RunOfDeps, runOf } from './run-of.ts';

/** Reads only: a preview writes nothing. */
export type RunDeps = RunOfDeps & CountDeps & Pick<NudgeDeps, 'runOutcomes' | 'nudges' | 'teamChannels'>;

type RunReply = Extract<NudgeReply, { kind: 'run' }>;

/**
 * A week's run as HR and admins see it. Before it begins, the counts are an estimate of its audience. Names nobody.
 * @param from the first text to show, counted from 0
 */
export const runReply = async (did: RunReply['did'], week: Week, deps: RunDeps, from = 0): Promise<RunReply> => ({
  kind: 'run',
  did,
  view: await runView(week, deps),
  ...(from > 0 ? { from } : {}),
});

const hasBegun = ({ state }: Pick<Run, 'state'>): boolean => state === 'planning' || state === 'planned';

const runView = async (week: Week, deps: RunDeps): Promise<RunView> => {
  const run = await runOf(week, deps);
  const candidates = await candidatesFor(run, deps);
  const { counted } = run;
  const isCounted = counted !== undefined && isOfToday(counted, run, deps);
  const expected = isCounted ? counted : hasBegun(run) ? uncounted(run) : await countRun(run, deps);
  const { sent } = await deps.nudges.progress(week);
  return {
    week,
    now: deps.clock(),
    day: mainDay(week, deps),
    principle: principleOf(week),
    texts: textsIn(expected, candidates, run),
    state: run.state,
    paused: run.paused,
    counts: hasBegun(run) ? run.counts : expected.counts,
    sent,
    notDelivered: await deps.runOutcomes.notDelivered(week),
    teams: await deps.teamChannels.count(),
    candidates: candidates.map(({ principle: _same, ...text }) => text),
  };
};

/** What goes out in a week that began without a preview. */
const uncounted = ({ texts, counts }: Run): Pick<CountedRun, 'texts' | 'counts'> => ({
  counts,
  texts: FIELDS_OF_WORK.filter((field, place, all) => all.findIndex((f) => texts[f] === texts[field]) === place).map(
    (reader) => ({ id: texts[reader], event: null, reader, audience: 0, readers: {} }),
  ),
});

const textsIn = ({ texts }: Pick<CountedRun, 'texts'>, candidates: readonly Nudge[], run: Run): RunText[] => {
  const read = texts.flatMap((counted): RunText[] => {
    // Of a week that has begun, the count still holds a story that was dropped since.
    const nudge = nudgeById(counted.id, candidates) ?? nudgeById(run.texts[counted.reader], candidates);
    if (nudge === null) return [];
    const { principle: _same, kind: _any, ...text } = nudge;
    return [{ ...counted, ...text, audience: hasBegun(run) ? null : counted.audience }];
  });
  return read.filter(
    ({ id, event }, nth) => nth === read.findIndex((other) => other.id === id && other.event?.id === event?.id),
  );
};

export type RunProgress = { sent: number; audience: number } & NotDelivered;

/** How much of a week's audience has its message, and how much will not get it; null before planning begins. */
export const progressOf = async (
  week: Week,
  { runs, runOutcomes, nudges }: Pick<RunDeps, 'runs' | 'runOutcomes' | 'nudges'>,
): Promise<RunProgress | null> => {
  const run = await runs.get(week);
  if (run === null || !hasBegun(run)) return null;
  const { sent } = await nudges.progress(week);
  return { sent, audience: audienceOf(run.counts), ...(await runOutcomes.notDelivered(week)) };
};
