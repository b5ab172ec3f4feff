import { randomUUID } from 'node:crypto';
import type { Case } from '../../cases/case.ts';
import type { Changed } from '../../cases/change-case.ts';
import { type DeliveryId, deliveryId, type PersonId, personId } from '../../ids.ts';
import type { Needs } from '../../needs.ts';
import type { ForgetNotice } from '../../notices.ts';
import { answer } from '../../owed.ts';
import { Refusal } from '../../refusal.ts';
import { isAgent, type Person } from '../person.ts';

/** What being forgotten means to this person, before they say yes. */
export const forgetNotice = async (person: Person, { cases }: Pick<Needs, 'cases'>): Promise<ForgetNotice> => ({
  kind: 'forget-me',
  open: (await cases.naming(person._id)).filter((c) => c.asker === person._id && goesOn(c)).length,
  agent: isAgent(person),
  listed: person.imported,
});

/**
 * Somebody wants to be forgotten: one write, after which they have no role and nothing new comes to them. The job
 * `forget` does the rest, once the goodbye has left. @throws Refusal
 */
export const askToBeForgotten = async (person: Person, needs: Needs): Promise<Changed> => {
  const { people } = needs;
  const now = (await people.get(person._id)) ?? person;
  if (now.forgetting === null) await refuseLastAdmin(now, needs);
  const nobody = now.forgetting ?? (await markToForget(now._id, needs));
  await needs.outbox.add([answer(goodbyeTo(nobody), now._id, sayGoodbye(), needs.clock())]);
  return now.forgetting === null ? 'done' : 'repeated';
};

/** Answers who is to stand in their place: an id that nothing leads to. */
export const markToForget = async (
  id: PersonId,
  { people, clock }: Pick<Needs, 'people' | 'clock'>,
): Promise<PersonId> => {
  const nobody = personId(`g-${randomUUID()}`);
  await people.change(id, { forgetting: nobody, left: clock(), leaving: true, roles: [], phone: null });
  return nobody;
};

const goesOn = ({ state }: Case): boolean => state === 'waiting' || state === 'active';

export const goodbyeTo = (nobody: PersonId): DeliveryId => deliveryId(`goodbye.${nobody}`);

/** Also what they get who write or press once more, in the minute in which they are being forgotten. */
export const sayGoodbye = () => ({ kind: 'reply', reply: { kind: 'forgotten' } }) as const;

const refuseLastAdmin = async ({ roles }: Person, { people }: Pick<Needs, 'people'>): Promise<void> => {
  if (roles.includes('admin') && (await people.withRole('admin')).length === 1) throw new Refusal('last-admin');
};
