import type { Changed } from '../cases/change-case.ts';
import type { Command, RunVerb } from '../commands.ts';
import type { Needs } from '../needs.ts';
import type { Reply } from '../notices.ts';
import type { Person } from '../people/person.ts';
import { reply } from '../people/press-profile.ts';
import { Refusal } from '../refusal.ts';
import { runOf, textsFor } from './plan-run.ts';
import type { Run } from './run.ts';
import { runTold } from './run-view.ts';
import { principleOf, type Week, weekAfter, weekOf } from './week.ts';

type Did = Extract<Reply, { kind: 'run' }>['did'];

const TRIES = 8;

/** What HR and admins do with a week's run; once, and written down. @throws Refusal */
export const pressRun = async (
  command: Command<RunVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  const now = await needs.people.get(person._id);
  if (now === null || !(now.roles.includes('hr') || now.roles.includes('admin'))) throw new Refusal('only-hr');
  if (await needs.receipts.has(receipt)) return 'repeated';
  const week = command.week ?? (await previewed(needs));
  if (command.verb === 'send-to-me') {
    const { texts } = await runOf(week, needs);
    const text = needs.library.find(({ id }) => id === texts.all) ?? null;
    await reply({ kind: 'nudge-sample', principle: principleOf(week), text }, now, receipt, needs);
  } else {
    const did = await act(command.verb, week, needs);
    if (did !== 'nothing') {
      const entry = { at: needs.clock(), by: now._id, did: command.verb, about: null, detail: week };
      await needs.adminLog.add(receipt, entry);
    }
    await reply(await runTold(did, week, needs), now, receipt, needs);
  }
  await needs.receipts.add(receipt, needs.clock());
  return 'done';
};

/** The week that was shown last: the next one once it is previewed, until then the one that runs. */
const previewed = async ({ runs, clock, time }: Needs): Promise<Week> => {
  const week = weekOf(time.localDate(clock()));
  const next = weekAfter(week);
  return (await runs.get(next)) === null && (await runs.get(week)) !== null ? week : next;
};

const act = async (verb: Exclude<RunVerb, 'send-to-me'>, week: Week, needs: Needs): Promise<Did> => {
  switch (verb) {
    case 'show-run':
      return 'nothing';
    case 'swap-nudge':
      await changeRun(week, needs, async (run) => {
        if (run.state !== 'previewed') throw new Refusal('run-began');
        const skipped = [...new Set([...run.skipped, ...Object.values(run.texts)])];
        const texts = await textsFor(week, skipped, needs);
        // Round and round: who has swapped them all begins anew.
        const isNew = Object.values(texts).some((text) => !skipped.includes(text));
        return isNew ? { texts, skipped } : { texts: await textsFor(week, [], needs), skipped: [] };
      });
      return 'swapped';
    case 'cancel-nudge':
      await changeRun(week, needs, () => ({ state: 'cancelled' }));
      return 'cancelled';
    case 'pause-run':
      await changeRun(week, needs, () => ({ paused: true }));
      return 'paused';
    case 'resume-run':
      await changeRun(week, needs, () => ({ paused: false }));
      return 'resumed';
  }
};

type RunChange = Partial<Pick<Run, 'state' | 'paused' | 'texts' | 'skipped'>>;

const changeRun = async (week: Week, needs: Needs, by: (run: Run) => RunChange | Promise<RunChange>): Promise<void> => {
  if (week < weekOf(needs.time.localDate(needs.clock()))) throw new Refusal('no-run');
  for (let tries = 0; tries < TRIES; tries++) {
    const run = await runOf(week, needs);
    if (run.state === 'cancelled') throw new Refusal('no-run');
    await needs.runs.add(run);
    if (await needs.runs.change(week, run.rev, await by(run))) return;
  }
  throw new Error(`the run of ${week} changed ${TRIES} times while it was written`);
};
