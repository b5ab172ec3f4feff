import { eraseFromFacts, eraseFromSums, type PseudonymDeps } from '../../adoption/erase-pseudonym.ts';
import { type CountingDeps, takeFacts } from '../../adoption/take-facts.ts';
import type { TransitionDeps } from '../../cases/change-case.ts';
import { type PersonId, personId } from '../../ids.ts';
import { goodbyeId } from '../../messages/ids.ts';
import { NO_WISHES } from '../../nudges/reader.ts';
import { blankColleague } from '../../people/blank-colleague.ts';
import { idsOnReturn } from '../../people/meet-colleague.ts';
import type { Person } from '../../people/person.ts';
import { eraseFromStories } from '../../stories/people-in-stories.ts';
import { HOUR } from '../../time/units.ts';
import type { AccountsDeps } from '../deps.ts';
import { reassignAll } from '../release-work.ts';
import { endOwn, eraseFromCases } from './erase-from-cases.ts';
import { joinedTo, noteErasure } from './note-erasure.ts';

/** Each round handles what earlier ones left, or what was under way in another process. */
const MAX_ROUNDS = 10;

/** How long, in milliseconds of domain time, erasure waits for an undelivered goodbye. */
const GOODBYE_WITHIN_MS = HOUR;

type HandOverDeps = TransitionDeps &
  CountingDeps &
  Pick<AccountsDeps, 'cases' | 'people' | 'drafts' | 'stories' | 'nudges' | 'livingCardsOfPerson'>;
type TraceDeps = PseudonymDeps & Pick<AccountsDeps, 'people' | 'readers' | 'outbox' | 'chatAccounts' | 'erasures'>;
export type ErasureDeps = HandOverDeps & TraceDeps;

/**
 * Erases a marked person. Every step can be repeated, so a process may die anywhere. Their document, which carries the
 * mark, is removed last, once a whole round found nothing and the goodbye was sent. Returns whether they are erased
 * now.
 */
export const erasePerson = async (id: PersonId, deps: ErasureDeps): Promise<boolean> => {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // Read again: another process may have finished, and they may have come back under the same id.
    const person = await deps.people.get(id);
    if (person?.forgetting === undefined) return false;
    const { found, owed } = await handOver(person, person.forgetting, deps);
    if (found > 0) continue;
    if (owed || (await waitsForGoodbye(person, deps))) return false;
    await removeTraces(person, person.forgetting, deps);
    return true;
  }
  return false;
};

const waitsForGoodbye = async (
  { left, forgetting }: Person,
  { outbox, clock }: Pick<AccountsDeps, 'outbox' | 'clock'>,
): Promise<boolean> =>
  forgetting !== undefined &&
  clock().getTime() - (left?.getTime() ?? 0) < GOODBYE_WITHIN_MS &&
  outbox.waits(goodbyeId(forgetting));

type Round = {
  found: number;
  /** Something of theirs still depends on the relay, or on the job that merges two accounts. */
  owed: boolean;
};

/** One round of replacing the person with `nobody`, or removing what was theirs. */
const handOver = async (person: Person, nobody: PersonId, deps: HandOverDeps): Promise<Round> => {
  const { people, nudges, livingCardsOfPerson } = deps;
  const id = person._id;
  const joined = await joinedTo(id, deps);
  if (joined.some(({ joining }) => joining)) return { found: 0, owed: true };
  // Marked as leaving so that, even after a crash, a case still held by `nobody` is reassigned.
  const place = { left: person.left, leaving: true, nobody: true as const };
  await people.add(blankColleague(nobody, '(forgotten)', person.language, place));
  await reassignAll(id, deps);
  await endOwn(id, deps);
  // Facts must be taken under their own pseudonym before it is replaced.
  await takeFacts(deps);
  const round = await eraseFromCases(person, nobody, deps);
  const told = await eraseFromStories(id, deps);
  round.found += told.found;
  round.owed ||= told.owed;
  await reassignAll(nobody, deps);
  round.found += (await deps.cases.heldBy(nobody)).length;
  round.found += await nudges.forget(id);
  round.found += await livingCardsOfPerson.forget(id);
  round.found += await eraseFromFacts(id, nobody, deps);
  // Merged accounts were counted as other people, and stay so.
  for (const [nth, { _id }] of joined.entries())
    round.found += await eraseFromFacts(_id, personId(`${nobody}.${nth}`), deps);
  return round;
};

/** Removes whatever leads to them by id or chat account. Keeps only that they want no weekly principle. */
const removeTraces = async (person: Person, nobody: PersonId, deps: TraceDeps): Promise<void> => {
  const { people, outbox, chatAccounts } = deps;
  const joined = await joinedTo(person._id, deps);
  await eraseFromSums(nobody, deps);
  for (const nth of joined.keys()) await eraseFromSums(personId(`${nobody}.${nth}`), deps);
  const ids = [person, ...joined].map(({ _id }) => _id);
  for (const id of new Set([...ids, ...idsOnReturn(person, deps.people)])) await stopFor(id, deps);
  for (const account of [...person.addresses, ...person.closed]) await chatAccounts.forget(account);
  await outbox.forget(ids);
  // Again: an account that was merged since the mark, or a process that died right after it.
  await noteErasure(person, deps);
  for (const { _id } of joined) await people.remove(_id);
  await people.remove(person._id, nobody);
};

const stopFor = async (id: PersonId, { readers, clock }: Pick<AccountsDeps, 'readers' | 'clock'>): Promise<void> => {
  const { stoppedAt } = await readers.get(id);
  await readers.change(id, { ...NO_WISHES, stoppedAt: stoppedAt ?? clock() });
};
