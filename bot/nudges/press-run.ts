import { reply } from '../messages/reply.ts';
import { hasRole, type Person } from '../people/person.ts';
import { type Changed, once } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { type Week, weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import type { RunCommand, RunVerb } from './command.ts';
import type { NudgeDeps } from './deps.ts';
import type { NudgeReply } from './notice.ts';
import { runOf, textsFor } from './plan-run.ts';
import { principleOf } from './principle-of-week.ts';
import type { Run } from './run.ts';
import { runReply } from './run-view.ts';

type ChangeDeps = Pick<NudgeDeps, 'runs' | 'library' | 'clock' | 'time'>;
type Did = Extract<NudgeReply, { kind: 'run' }>['did'];

/** Applies what HR or an admin does to a week's run, once per receipt, and logs it. @throws Refusal */
export const pressRun = async (
  command: RunCommand,
  person: Person,
  receipt: string,
  deps: NudgeDeps,
): Promise<Changed> => {
  const now = await deps.people.get(person._id);
  if (now === null || !hasRole(now, 'hr', 'admin')) throw new Refusal('only-hr');
  const work = async () => {
    const week = command.week ?? (await previewed(deps));
    if (command.verb === 'send-to-me') {
      // What most people get, so that the sample is a message that goes out.
      const [first] = (await runReply('nothing', week, deps)).view.texts;
      const text = first === undefined ? null : { da: first.da, en: first.en };
      return reply({ kind: 'nudge-sample', principle: principleOf(week), text }, now, receipt, deps);
    }
    const did = await act(command.verb, week, receipt, deps);
    if (did !== 'nothing') {
      const entry = { at: deps.clock(), by: now._id, did: command.verb, about: null, detail: week };
      await deps.adminLog.add(receipt, entry);
    }
    await reply(await runReply(did, week, deps), now, receipt, deps);
  };
  const { verb } = command;
  if (verb === 'send-to-me' || verb === 'show-run') return once(receipt, deps, work, 'shows');
  return once(receipt, deps, work, async () => {
    const week = command.week ?? (await previewed(deps));
    return week < thisWeek(deps) || holds(verb, await runOf(week, deps), receipt);
  });
};

type ChangeVerb = Exclude<RunVerb, 'send-to-me' | 'show-run'>;

/** Whether the effect of a handled press on a run holds, or can no longer be changed. */
const holds = (verb: ChangeVerb, run: Run, receipt: string): boolean => {
  if (run.state === 'cancelled') return true;
  switch (verb) {
    case 'swap-nudge':
      return run.state !== 'previewed' || run.swappedBy === receipt;
    case 'cancel-nudge':
      return false;
    case 'pause-run':
      return run.paused;
    case 'resume-run':
      return !run.paused;
  }
};

/** The week previewed last: the next one once it is previewed, the running one until then. */
const previewed = async (deps: Pick<NudgeDeps, 'runs' | 'clock' | 'time'>): Promise<Week> => {
  const week = thisWeek(deps);
  const next = weekAfter(week);
  return (await deps.runs.get(next)) === null && (await deps.runs.get(week)) !== null ? week : next;
};

const act = async (
  verb: Exclude<RunVerb, 'send-to-me'>,
  week: Week,
  receipt: string,
  deps: ChangeDeps,
): Promise<Did> => {
  switch (verb) {
    case 'show-run':
      return 'nothing';
    case 'swap-nudge':
      await changeRun(week, deps, async (run) => {
        if (run.state !== 'previewed') throw new Refusal('run-began');
        // Two deliveries of one press may arrive at the same moment.
        if (run.swappedBy === receipt) return {};
        const skipped = [...new Set([...run.skipped, ...Object.values(run.texts)])];
        const texts = await textsFor(week, skipped, deps);
        // After every text has been swapped away, start over.
        const isNew = Object.values(texts).some((text) => !skipped.includes(text));
        const swapped = isNew ? { texts, skipped } : { texts: await textsFor(week, [], deps), skipped: [] };
        return { ...swapped, swappedBy: receipt };
      });
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
  }
};

type RunChange = Partial<Pick<Run, 'state' | 'paused' | 'texts' | 'skipped' | 'swappedBy'>>;

const changeRun = async (
  week: Week,
  deps: ChangeDeps,
  by: (run: Run) => RunChange | Promise<RunChange>,
): Promise<void> => {
  if (week < thisWeek(deps)) throw new Refusal('no-run');
  await retryOnConflict(`the run of ${week}`, async () => {
    const run = await runOf(week, deps);
    if (run.state === 'cancelled') throw new Refusal('no-run');
    await deps.runs.add(run);
    return (await deps.runs.change(week, run.rev, await by(run))) || null;
  });
};
