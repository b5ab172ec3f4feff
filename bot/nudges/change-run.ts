import type { NudgeTextId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Week } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import type { RunCommand } from './command.ts';
import type { NudgeDeps } from './deps.ts';
import type { NudgeReply } from './notice.ts';
import { resendFailed } from './resend-failed.ts';
import type { Run } from './run.ts';
import { type RunOfDeps, runOf } from './run-of.ts';
import { swapAll, swapOne } from './swap-texts.ts';

/** What HR and admins do to a week, other than look at it. */
export type ChangeOfRun = Exclude<RunCommand, { verb: 'send-to-me' | 'show-run' }>;

type Did = Extract<NudgeReply, { kind: 'run' }>['did'];
type ChangeDeps = RunOfDeps & Pick<NudgeDeps, 'clock'>;

/** Changes a week's run. Safe to repeat under one receipt. Returns what it did. @throws Refusal */
export const changeWeek = async (
  command: ChangeOfRun,
  week: Week,
  receipt: string,
  deps: ChangeDeps & Pick<NudgeDeps, 'runOutcomes' | 'undelivered'>,
): Promise<Did> => {
  switch (command.verb) {
    case 'swap-nudge':
      await changeRun(week, deps, (run) => swapped(run, command, receipt, deps));
      return 'swapped';
    case 'cancel-nudge':
      await changeRun(week, deps, () => ({ state: 'cancelled' }));
      return 'cancelled';
    case 'pause-run':
      await changeRun(week, deps, () => ({ paused: true }));
      return 'paused';
    case 'resume-run':
      await changeRun(week, deps, () => ({ paused: false }));
      return 'resumed';
    case 'resend-run':
      await changeableRun(week, deps);
      return (await resendFailed(week, deps)) > 0 ? 'resent' : 'nothing';
  }
};

const swapped = async (
  run: Run,
  { text, by }: { text?: NudgeTextId | undefined; by?: NudgeTextId | undefined },
  receipt: string,
  deps: ChangeDeps,
): Promise<RunChange> => {
  if (run.state !== 'previewed') throw new Refusal('run-began');
  // Two deliveries of one press may arrive at the same moment.
  if (run.swappedBy === receipt) return {};
  const change = text === undefined ? await swapAll(run, deps) : await swapOne(run, text, by ?? null, deps);
  return { ...change, swappedBy: receipt };
};

type RunChange = Partial<Pick<Run, 'state' | 'paused' | 'texts' | 'skipped' | 'instead' | 'swappedBy'>>;

/** @throws Refusal when the week has passed or was cancelled */
const changeableRun = async (week: Week, deps: ChangeDeps): Promise<Run> => {
  if (week < thisWeek(deps)) throw new Refusal('no-run');
  const run = await runOf(week, deps);
  if (run.state === 'cancelled') throw new Refusal('no-run');
  return run;
};

const changeRun = async (
  week: Week,
  deps: ChangeDeps,
  by: (run: Run) => RunChange | Promise<RunChange>,
): Promise<void> => {
  await retryOnConflict(`the run of ${week}`, async () => {
    const run = await changeableRun(week, deps);
    await deps.runs.add(run);
    return (await deps.runs.change(week, run.rev, await by(run))) || null;
  });
};
