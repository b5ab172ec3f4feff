import { reply } from '../messages/reply.ts';
import { hasRole, type Person } from '../people/person.ts';
import { type Changed, once } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { type Week, weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import { type ChangeOfRun, changeWeek } from './change-run.ts';
import type { RunCommand } from './command.ts';
import type { NudgeDeps } from './deps.ts';
import type { NudgeReply } from './notice.ts';
import { type RunOfDeps, runOf } from './run-of.ts';
import { runReply } from './run-view.ts';
import { sampleReply } from './sample.ts';
import { keepCount } from './send-previews.ts';

type RunReply = Extract<NudgeReply, { kind: 'run' }>;

/** Applies what HR or an admin does to a week's run, once per receipt, and logs it. @throws Refusal */
export const pressRun = async (
  command: RunCommand,
  person: Person,
  receipt: string,
  deps: NudgeDeps,
): Promise<Changed> => {
  const now = await deps.people.get(person._id);
  if (now === null || !hasRole(now, 'hr', 'admin')) throw new Refusal('only-hr');
  const week = command.week ?? (await previewed(deps));
  const show = async (did: RunReply['did'], from = 0) => {
    await keepCount(week, deps);
    await reply(await runReply(did, week, deps, from), now, receipt, deps);
  };
  switch (command.verb) {
    case 'send-to-me': {
      const sample = async () => reply(await sampleReply(week, command.text ?? null, deps), now, receipt, deps);
      return once(receipt, deps, sample, 'shows');
    }
    case 'show-run':
      return once(receipt, deps, () => show('nothing', command.from), 'shows');
    default: {
      const change = async () => {
        const did = await changeWeek(command, week, receipt, deps);
        const entry = { at: deps.clock(), by: now._id, did: command.verb, about: null, detail: week };
        await deps.adminLog.add(receipt, entry);
        await show(did);
      };
      return once(receipt, deps, change, async () => week < thisWeek(deps) || holds(command, week, receipt, deps));
    }
  }
};

/** Whether the effect of a handled press on a run holds, or can no longer be changed. */
const holds = async (
  { verb }: ChangeOfRun,
  week: Week,
  receipt: string,
  deps: RunOfDeps & Pick<NudgeDeps, 'runOutcomes'>,
): Promise<boolean> => {
  const run = await runOf(week, deps);
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
    case 'resend-run':
      return (await deps.runOutcomes.failedIn(week)).length === 0;
  }
};

/** The week previewed last: the next one once it is previewed, the running one until then. */
const previewed = async (deps: Pick<NudgeDeps, 'runs' | 'clock' | 'time'>): Promise<Week> => {
  const week = thisWeek(deps);
  const next = weekAfter(week);
  return (await deps.runs.get(next)) === null && (await deps.runs.get(week)) !== null ? week : next;
};
