import type { AdoptionDeps } from '../bot/adoption/deps.ts';
import { reportNotice } from '../bot/adoption/report-notice.ts';
import { weekAfter, weekOf } from '../bot/adoption/week.ts';
import { deliveryId } from '../bot/ids.ts';
import type { Counts } from './tick-due.ts';

/** Brings HR the main figures once a week has closed, in working hours; a week that is long gone brings none. */
export const digest = async (deps: AdoptionDeps): Promise<Counts> => {
  const { people, rollups, receipts, outbox, clock, time } = deps;
  const [now, week] = [clock(), await rollups.last()];
  if (week === null || week !== weekAfter(weekOf(time.localDate(now)), -1)) return { digests: 0 };
  let digests = 0;
  for (const person of await people.withRole('hr')) {
    const id = `digest.${week}.${person._id}`;
    if (person.left !== null || (await receipts.has(id))) continue;
    const say = { kind: 'reply' as const, reply: await reportNotice(deps, null) };
    // Owed first: a process that dies in between owes the same message again, which is owing it once.
    await outbox.add([{ id: deliveryId(id), to: person._id, manner: 'ping', notBefore: time.nextOpen(now), say }]);
    await receipts.add(id, now);
    digests += 1;
  }
  return { digests };
};
