import { type TransitionDeps, tickCase } from '../../cases/change-case.ts';
import { reassign } from '../../cases/reassign.ts';
import { replacePerson } from '../../cases/replace-person.ts';
import { sendAgain } from '../../messages/send-again.ts';
import { hasWishes, NO_WISHES } from '../../nudges/reader.ts';
import { managersOf } from '../../people/managers.ts';
import type { Person } from '../../people/person.ts';
import { resolveJoined } from '../../people/resolve-joined.ts';
import { moveStories } from '../../stories/people-in-stories.ts';
import type { AccountsDeps } from '../deps.ts';
import { EMPTIED, merged } from './merge-people.ts';
import { mergedWishes } from './merged-wishes.ts';

export type BringOverDeps = TransitionDeps &
  Pick<
    AccountsDeps,
    'cases' | 'people' | 'drafts' | 'stories' | 'livingCardsOfPerson' | 'nudges' | 'readers' | 'undelivered'
  >;

/**
 * Moves everything of a merged person to the survivor. Each step can be repeated, so a process may die anywhere. The
 * mark `joining` stays until a whole round finds nothing, because what was under way when it was set may have left
 * something behind. Returns how much was moved.
 */
export const bringOver = async (from: Person, deps: BringOverDeps): Promise<number> => {
  const { people, cases, drafts, livingCardsOfPerson, nudges, readers } = deps;
  const to = await resolveJoined(from, people);
  if (to === from) return 0;
  let brought = 0;
  await people.change(to._id, merged(to, from));
  for (const absence of from.absences) {
    await people.addAbsence(to._id, absence);
    await people.dropAbsence(from._id, absence);
  }
  for (const address of from.addresses) {
    await people.seen(to._id, address);
    await people.dropAddress(from._id, address, false);
    brought++;
  }
  for (const account of from.closed) await people.close(to._id, account);
  for (const source of new Set(from.said.map(({ by }) => by))) {
    const said = from.said.filter(({ by }) => by === source);
    if (!to.said.some(({ by }) => by === source)) await people.say(to._id, said);
  }
  for (const { _id } of await people.under(from._id)) {
    await people.change(_id, { manager: to._id });
    brought++;
  }
  await people.change(from._id, EMPTIED);
  for (const c of await cases.naming(from._id)) {
    // A concurrent change wins; the next round tries again.
    await cases.replacePerson(c._id, c.rev, replacePerson(c, from._id, to._id));
    brought++;
  }
  for (const { _id, rev } of await drafts.openOf(from._id)) {
    // The survivor's own draft takes their next lines.
    await drafts.change(_id, rev, { set: { person: to._id, takesLinesOf: _id }, owes: [] }, null);
    brought++;
  }
  brought += await moveStories(from._id, to._id, deps);
  brought += await livingCardsOfPerson.become(from._id, to._id);
  brought += await nudges.become(from._id, to._id);
  const wishes = await readers.get(from._id);
  if (hasWishes(wishes)) {
    await readers.change(to._id, mergedWishes(await readers.get(to._id), wishes));
    await readers.change(from._id, NO_WISHES);
    brought++;
  }
  await reassignOwn(to, deps);
  if (brought > 0) return brought;
  // They may be reached on an account they did not have before.
  for (const { _id } of [from, to]) await sendAgain(_id, deps);
  await people.change(from._id, { joining: false });
  return brought;
};

/** Reassigns cases in which the person would now help themselves or a colleague they manage, and informs the asker. */
const reassignOwn = async (person: Person, deps: TransitionDeps): Promise<void> => {
  for (const { _id, asker } of await deps.cases.heldBy(person._id)) {
    const isAbove = (await managersOf(asker, deps.people)).has(person._id);
    if (asker === person._id || isAbove) await tickCase(_id, (c, at) => reassign(c, person._id, at), deps);
  }
};
