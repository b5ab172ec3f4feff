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
  const { needs, channelOn } = sending;
  if (delivery.manner === 'quiet') {
    const sent = (await needs.nudges.get(id))?.sent ?? null;
    const channel = sent === null ? null : channelOn(sent.platform);
    const notice = await composeNudge(id, to, needs);
    if (sent === null || channel === null || notice === null) return OBSOLETE;
    await channel.update(to, sent.message, notice);
    return SENT;
  }
  const leaving = await nudgeLeaving(id, to, needs);
  if (leaving.kind === 'never') return OBSOLETE;
  if (leaving.kind !== 'now') return leaving;
  const place = await postWhereTheyAre(delivery, to, leaving.notice, sending);
  await needs.nudges.sent(id, { at: needs.clock(), ...place });
  return SENT;
};
