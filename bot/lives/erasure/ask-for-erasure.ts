import { randomUUID } from 'node:crypto';
import type { Case } from '../../cases/case.ts';
import { type DeliveryId, deliveryId, type PersonId, personId } from '../../ids.ts';
import { answer } from '../../messages/owed.ts';
import { hasRole, isAgent, type Person } from '../../people/person.ts';
import { type Changed, once } from '../../presses/once.ts';
import { Refusal } from '../../refusal.ts';
import { HOUR } from '../../time/units.ts';
import type { ErasureCommand } from '../command.ts';
import type { LivesDeps } from '../deps.ts';
import type { ForgetNotice } from '../notice.ts';

/** What being forgotten means to this person, before they say yes. */
export const forgetNotice = async (
  person: Person,
  { cases, clock }: Pick<LivesDeps, 'cases' | 'clock'>,
): Promise<ForgetNotice> => ({
  kind: 'forget-me',
  asked: clock(),
  open: (await cases.naming(person._id)).filter((c) => c.asker === person._id && goesOn(c)).length,
  agent: isAgent(person),
  listed: person.imported,
});

const goesOn = ({ state }: Case): boolean => state === 'waiting' || state === 'active';

/** For so long the yes can be pressed: what lies in a chat for weeks must not forget anybody by a slip. */
const ASKED_FOR = HOUR;

/**
 * Somebody wants to be forgotten: one write, after which they have no role and nothing new comes to them. The job
 * `forget` does the rest, once the goodbye has left. @throws Refusal
 */
export const askForErasure = async (
  { asked }: ErasureCommand,
  person: Person,
  receipt: string,
  deps: Pick<LivesDeps, 'people' | 'receipts' | 'outbox' | 'clock'>,
): Promise<Changed> =>
  // Whoever came back after it has the same id, and an old press may come again.
  once(receipt, deps, async () => {
    const { people, clock } = deps;
    const now = (await people.get(person._id)) ?? person;
    if (now.forgetting === undefined) {
      if (Math.abs(clock().getTime() - asked.getTime()) > ASKED_FOR) throw new Refusal('asked-long-ago');
      await refuseLastAdmin(now, deps);
    }
    await sayGoodbye(await markForErasure(now, deps), now._id, deps);
  });

/** Answers who is to stand in their place: an id that nothing leads to. Of several at once, one decides it. */
export const markForErasure = async (
  { _id }: Pick<Person, '_id'>,
  { people, clock }: Pick<LivesDeps, 'people' | 'clock'>,
): Promise<PersonId> => {
  const nobody = personId(`g-${randomUUID()}`);
  if (await people.markForErasure(_id, nobody, clock())) return nobody;
  return (await people.get(_id))?.forgetting ?? nobody;
};

export const goodbyeTo = (nobody: PersonId): DeliveryId => deliveryId(`goodbye.${nobody}`);

const sayGoodbye = (
  nobody: PersonId,
  to: PersonId,
  { outbox, clock }: Pick<LivesDeps, 'outbox' | 'clock'>,
): Promise<void> => outbox.add([answer(goodbyeTo(nobody), to, GOODBYE, clock())]);

/** Also what they get who write or press once more, in the minute in which they are being forgotten. */
export const GOODBYE = { kind: 'reply', reply: { kind: 'forgotten' } } as const;

const refuseLastAdmin = async (person: Person, { people }: Pick<LivesDeps, 'people'>): Promise<void> => {
  if (hasRole(person, 'admin') && (await people.withRole('admin')).length === 1) throw new Refusal('last-admin');
};
