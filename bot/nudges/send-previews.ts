import { ping } from '../messages/owed.ts';
import { withAnyRole } from '../people/with-any-role.ts';
import type { NudgeDeps } from './deps.ts';
import { runOf } from './plan-run.ts';
import { type RunDeps, runReply } from './run-view.ts';
import type { Week } from './week.ts';

/** Shows HR and admins what a week brings, once. Answers how many saw it. */
export const sendPreviews = async (week: Week, deps: RunDeps & Pick<NudgeDeps, 'outbox'>): Promise<number> => {
  const { runs, outbox, people, clock, time } = deps;
  if ((await runs.get(week)) !== null) return 0;
  const run = await runOf(week, deps);
  const told = await runReply('nothing', week, deps);
  const readers = await withAnyRole(['hr', 'admin'], people);
  const say = { kind: 'reply', reply: told } as const;
  await outbox.add(readers.map(({ _id }) => ping(`preview.${week}.${_id}`, _id, say, time.nextOpen(clock()))));
  // Afterwards, so that a process that dies in between is made up for; adding a message twice is adding it once.
  await runs.add(run);
  return readers.length;
};
