import { runPreviewId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import { withAnyRole } from '../people/with-any-role.ts';
import type { Week } from '../time/iso-week.ts';
import { countRun, isOfToday } from './count-run.ts';
import type { NudgeDeps } from './deps.ts';
import { runOf } from './run-of.ts';
import { type RunDeps, runReply } from './run-view.ts';

/** Sends HR and admins a week's preview, once. Returns how many people get it. */
export const sendPreviews = async (week: Week, deps: RunDeps & Pick<NudgeDeps, 'outbox'>): Promise<number> => {
  const { runs, outbox, people, clock, time } = deps;
  if ((await runs.get(week)) !== null) return 0;
  const run = await runOf(week, deps);
  const preview = await runReply('nothing', week, deps);
  const recipients = await withAnyRole(['hr', 'admin'], people);
  const say = { kind: 'reply', reply: preview } as const;
  await outbox.add(recipients.map(({ _id }) => ping(runPreviewId(week, _id), _id, say, time.nextOpen(clock()))));
  // Runs last, so that a crash in between sends the previews again; adding a message twice is adding it once.
  await runs.add({ ...run, counted: await countRun(run, deps) });
  return recipients.length;
};

/** Counts a previewed run's audience once a day, for everybody who looks at it that day. */
export const keepCount = async (week: Week, deps: RunDeps): Promise<void> => {
  const run = await deps.runs.get(week);
  if (run?.state !== 'previewed' || (run.counted !== undefined && isOfToday(run.counted, run, deps))) return;
  // Whoever changed it meanwhile counts it, too.
  await deps.runs.change(week, run.rev, { counted: await countRun(run, deps) });
};
