import { passOver } from '../../bot/cases/pass-over.ts';
import { tellOthers } from '../../bot/cases/tell-others.ts';
import { personId } from '../../bot/ids.ts';
import type { DeliveryState } from '../../bot/messages/delivery-states.ts';
import type { Saying } from '../../bot/notices.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import type { Delivery } from '../../outbox/ports.ts';
import type { Sending } from './deps.ts';

/**
 * Remembers whom Sammen cannot write to, so that routing asks somebody else until they are back, and moves on an offer
 * that did not arrive. Safe to repeat.
 */
export const noteReach = async (
  { to, say }: Pick<Delivery<Saying>, 'to' | 'say'>,
  { state }: DeliveryState,
  { deps }: Pick<Sending, 'deps'>,
): Promise<void> => {
  if (
    (say.kind !== 'case' && say.kind !== 'stuck-case') ||
    (state !== 'sent' && state !== 'undeliverable' && state !== 'failed')
  )
    return;
  const named = await deps.people.get(personId(to));
  if (named === null) return;
  const person = await resolveJoined(named, deps.people);
  const isOut = person.unreachableSince != null;
  if (state === 'sent' && isOut) await deps.people.change(person._id, { unreachableSince: null });
  if (state === 'undeliverable' && !isOut) await deps.people.change(person._id, { unreachableSince: new Date() });
  if (state === 'sent') return;
  if (say.kind === 'case') await passOver(say.case, person._id, deps);
  else await tellOthers(say.case, person, deps);
};
