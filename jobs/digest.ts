import type { AdoptionDeps } from '../bot/adoption/deps.ts';
import { reportNotice } from '../bot/adoption/report-notice.ts';
import { digestId } from '../bot/messages/ids.ts';
import { ping } from '../bot/messages/owed.ts';
import { once } from '../bot/presses/once.ts';
import { weekAfter, weekOf } from '../bot/time/iso-week.ts';
import type { Counts } from './names.ts';

/** Sends HR the main figures once last week has closed, in working hours; older weeks are skipped. */
export const digest = async (
  deps: Pick<AdoptionDeps, 'people' | 'rollups' | 'receipts' | 'outbox' | 'clock' | 'time'>,
): Promise<Counts> => {
  const { people, rollups, outbox, clock, time } = deps;
  const [now, week] = [clock(), await rollups.last()];
  if (week === null || week !== weekAfter(weekOf(time.localDate(now)), -1)) return { digests: 0 };
  let digests = 0;
  for (const person of await people.withRole('hr')) {
    const id = digestId(week, person._id);
    if (person.left !== null) continue;
    // If the process dies before the receipt, the next run adds the same message again, which is adding it once.
    const did = await once(
      id,
      deps,
      async () => {
        const say = { kind: 'reply' as const, reply: await reportNotice(deps, null) };
        await outbox.add([ping(id, person._id, say, time.nextOpen(now))]);
      },
      'stays',
    );
    if (did === 'done') digests += 1;
  }
  return { digests };
};
