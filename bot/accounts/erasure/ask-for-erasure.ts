import { randomUUID } from 'node:crypto';
import type { Case } from '../../cases/case.ts';
import { isHeld } from '../../cases/hold.ts';
import { type PersonId, personId } from '../../ids.ts';
import { goodbyeId } from '../../messages/ids.ts';
import { answer } from '../../messages/owed.ts';
import { hasRole, isAgent, type Person } from '../../people/person.ts';
import { type Changed, once } from '../../presses/once.ts';
import { Refusal } from '../../refusal.ts';
import { toldBy } from '../../stories/people-in-stories.ts';
import { HOUR } from '../../time/units.ts';
import type { ErasureCommand } from '../command.ts';
import type { AccountsDeps } from '../deps.ts';
import type { ForgetNotice } from '../notice.ts';
import { type EndOwnDeps, endOwn } from './erase-from-cases.ts';
import { noteErasure } from './note-erasure.ts';

/** What erasure means for this person, shown before they confirm. */
export const forgetNotice = async (
  person: Person,
  { cases, stories, clock }: Pick<AccountsDeps, 'cases' | 'stories' | 'clock'>,
): Promise<ForgetNotice> => {
  const told = await toldBy(person._id, { stories });
  const theirs = await cases.naming(person._id);
  return {
    kind: 'forget-me',
    asked: clock(),
    open: theirs.filter((c) => c.asker === person._id && goesOn(c)).length,
    agent: isAgent(person),
    listed: person.imported,
    held: theirs.filter(isHeld).length,
    told: told.slice(0, MAX_TOLD),
    moreTold: Math.max(0, told.length - MAX_TOLD),
  };
};

/** Upper limit of the stories on the card. */
const MAX_TOLD = 5;

const goesOn = ({ state }: Case): boolean => state === 'waiting' || state === 'active';

/**
 * How long the confirmation can be pressed, in milliseconds: an old card in a chat must not erase anybody by a slip.
 */
const CONFIRM_WITHIN_MS = HOUR;

/**
 * Marks a person for erasure in one write, after which they have no role and get nothing new, and nobody is asked about
 * what they asked. The job `forget` does the rest once the goodbye is sent. @throws Refusal last-admin, asked-long-ago
 */
export const askForErasure = async (
  { asked }: ErasureCommand,
  person: Person,
  receipt: string,
  deps: MarkDeps & Pick<AccountsDeps, 'receipts' | 'outbox'>,
): Promise<Changed> =>
  // A person who came back after erasure has the same id, so an old press may be repeated.
  once(
    receipt,
    deps,
    async () => {
      const { people, clock } = deps;
      const now = (await people.get(person._id)) ?? person;
      if (now.forgetting === undefined) {
        if (Math.abs(clock().getTime() - asked.getTime()) > CONFIRM_WITHIN_MS) throw new Refusal('asked-long-ago');
        await refuseLastAdmin(now, deps);
      }
      await sayGoodbye(await markForErasure(now, deps), now._id, deps);
    },
    'stays',
  );

/**
 * Marks a person for erasure and ends what they asked. Returns the id that replaces theirs, to which nothing leads; the
 * first of several concurrent calls decides it.
 */
export const markForErasure = async ({ _id }: Pick<Person, '_id'>, deps: MarkDeps): Promise<PersonId> => {
  const { people, clock } = deps;
  const nobody = personId(`g-${randomUUID()}`);
  const isFirst = await people.markForErasure(_id, nobody, clock());
  const marked = await people.get(_id);
  if (marked !== null) await noteErasure(marked, deps);
  await endOwn(_id, deps);
  return isFirst ? nobody : (marked?.forgetting ?? nobody);
};

export type MarkDeps = EndOwnDeps & Pick<AccountsDeps, 'people' | 'erasures'>;

const sayGoodbye = async (
  nobody: PersonId,
  to: PersonId,
  { cases, outbox, clock }: Pick<AccountsDeps, 'cases' | 'outbox' | 'clock'>,
): Promise<void> => {
  const held = (await cases.naming(to)).filter(isHeld).length;
  const say = held === 0 ? GOODBYE : { kind: 'reply' as const, reply: { kind: 'forgotten' as const, held } };
  await outbox.add([answer(goodbyeId(nobody), to, say, clock())]);
};

/** Also the answer to anything they write or press before the erasure is complete. */
export const GOODBYE = { kind: 'reply', reply: { kind: 'forgotten' } } as const;

const refuseLastAdmin = async (person: Person, { people }: Pick<AccountsDeps, 'people'>): Promise<void> => {
  if (hasRole(person, 'admin') && (await people.withRole('admin')).length === 1) throw new Refusal('last-admin');
};
