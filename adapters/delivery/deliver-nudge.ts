import type { NudgeId } from '../../bot/ids.ts';
import { composeNudge, nudgeLeaving } from '../../bot/nudges/compose-nudge.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Sending } from './deliver.ts';
import { type Delivered, type Delivery, OBSOLETE, SENT } from './delivery.ts';
import { postWhereTheyAre } from './post-where-they-are.ts';

/** Where it stands is noted on the nudge itself, before the delivery is: a repeat finds that it was sent. */
export const deliverNudge = async (
  delivery: Delivery,
  id: NudgeId,
  to: Person,
  sending: Sending,
): Promise<Delivered> => {
  const { deps, channelOn } = sending;
  if (delivery.manner === 'quiet') {
    const sent = (await deps.nudges.get(id))?.sent ?? null;
    const channel = sent === null ? null : channelOn(sent.platform);
    const notice = await composeNudge(id, to, deps);
    if (sent === null || channel === null || notice === null) return OBSOLETE;
    await channel.update(to, sent.message, notice);
    return SENT;
  }
  const leaving = await nudgeLeaving(id, to, deps);
  if (leaving.kind === 'never') return OBSOLETE;
  if (leaving.kind !== 'now') return leaving;
  const place = await postWhereTheyAre(delivery, to, leaving.notice, sending);
  await deps.nudges.sent(id, { at: deps.clock(), ...place });
  return SENT;
};
