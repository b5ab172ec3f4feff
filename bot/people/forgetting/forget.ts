import { forgetInFacts, forgetInSums } from '../../adoption/forget-pseudonyms.ts';
import { takeFacts } from '../../adoption/take-facts.ts';
import { type PersonId, personId } from '../../ids.ts';
import type { Needs } from '../../needs.ts';
import { NO_WISHES } from '../../nudges/reader.ts';
import { blankColleague } from '../blank-colleague.ts';
import { handOnAll } from '../leaving.ts';
import { idsOnReturn } from '../meet-colleague.ts';
import type { Person } from '../person.ts';
import { goodbyeTo } from './ask-to-forget.ts';
import { endTheirs, leaveTheirs } from './leave-cases.ts';

/** Each finds what the one before left, or what was under way in another process. */
const MOST_ROUNDS = 10;

/** For so long, by the domain's clock, a goodbye that a platform does not take is waited for. */
const GOODBYE_WITHIN = 3_600_000;

/**
 * Forgets somebody who is marked. Every step may be repeated, so a process may die anywhere: their document, which
 * bears the mark, goes last, when a whole round found nothing and the goodbye has left. Answers whether they are
 * forgotten now.
 */
export const forget = async (id: PersonId, needs: Needs): Promise<boolean> => {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // Read anew: another process may be done, and they may have come back under the same id since.
    const person = await needs.people.get(id);
    if (person?.forgetting === undefined) return false;
    const { found, owed } = await handOver(person, person.forgetting, needs);
    if (found > 0) continue;
    if (owed || (await waitsForGoodbye(person, needs))) return false;
    await removeTraces(person, person.forgetting, needs);
    return true;
  }
  return false;
};

const waitsForGoodbye = async ({ left, forgetting }: Person, { outbox, clock }: Needs): Promise<boolean> =>
  forgetting !== undefined &&
  clock().getTime() - (left?.getTime() ?? 0) < GOODBYE_WITHIN &&
  outbox.waits(goodbyeTo(forgetting));

/** Whom they also were, on another platform, and so on. */
const joinedTo = async (id: PersonId, { people }: Pick<Needs, 'people'>): Promise<Person[]> => {
  const joined: Person[] = [];
  for (const ids = [id]; ids.length > 0; ) {
    const next = await people.joinedTo(ids.pop() ?? id);
    joined.push(...next);
    ids.push(...next.map(({ _id }) => _id));
  }
  return joined;
};

type Round = {
  found: number;
  /** Something of theirs waits for somebody else: the relay, or the job that makes one of two accounts. */
  owed: boolean;
};

/** One round of giving what was theirs to nobody, or removing it. */
const handOver = async (person: Person, nobody: PersonId, needs: Needs): Promise<Round> => {
  const { people, nudges, standingCards } = needs;
  const id = person._id;
  const joined = await joinedTo(id, needs);
  if (joined.some(({ joining }) => joining)) return { found: 0, owed: true };
  // Marked as leaving, so that a case that goes on with nobody is handed on, whenever a process dies.
  const place = { left: person.left, leaving: true, nobody: true as const };
  await people.add(blankColleague(nobody, '(forgotten)', person.language, place));
  await handOnAll(id, needs);
  await endTheirs(id, needs);
  // What they did counts as theirs before it is nobody's.
  await takeFacts(needs);
  const round = await leaveTheirs(id, nobody, needs);
  await handOnAll(nobody, needs);
  round.found += (await needs.cases.heldBy(nobody)).length;
  round.found += await nudges.forget(id);
  round.found += await standingCards.forget(id);
  round.found += await forgetInFacts(id, nobody, needs);
  // Under an account of before they were counted as somebody else, and stay so.
  for (const [at, { _id }] of joined.entries())
    round.found += await forgetInFacts(_id, personId(`${nobody}.${at}`), needs);
  return round;
};

/** What leads to them by their ids or chat accounts; that they want no weekly principle is kept. */
const removeTraces = async (person: Person, nobody: PersonId, needs: Needs): Promise<void> => {
  const { people, outbox, chatAccounts } = needs;
  const joined = await joinedTo(person._id, needs);
  await forgetInSums(nobody, needs);
  for (const at of joined.keys()) await forgetInSums(personId(`${nobody}.${at}`), needs);
  const ids = [person, ...joined].map(({ _id }) => _id);
  for (const id of new Set([...ids, ...idsOnReturn(person)])) await stopFor(id, needs);
  for (const address of person.addresses) await chatAccounts.forget(address);
  await outbox.forget(ids);
  for (const { _id } of joined) await people.remove(_id);
  await people.remove(person._id, nobody);
};

const stopFor = async (id: PersonId, { readers, clock }: Pick<Needs, 'readers' | 'clock'>): Promise<void> => {
  const { stoppedAt } = await readers.get(id);
  await readers.change(id, { ...NO_WISHES, stoppedAt: stoppedAt ?? clock() });
};
