import type { Case } from '../cases/case.ts';
import { goneCaseOf } from '../cases/gone-case.ts';
import { goneCaseId } from '../messages/ids.ts';
import { update } from '../messages/owed.ts';
import { eraseWithCase } from '../stories/people-in-stories.ts';
import { boundsAt } from './bounds.ts';
import type { KeepingDeps } from './deps.ts';

/** What ending cases depends on. */
export type EndCasesDeps = Pick<
  KeepingDeps,
  'cases' | 'clock' | 'organisation' | 'stories' | 'outbox' | 'expiredCases' | 'cardsAbout'
>;

/**
 * Takes up to `limit` cases out of the store that are kept no longer (docs/rules.md, "What is kept how long"). A process
 * may die anywhere: what went is noted before, and `settleGone` goes on from there. Returns how many went.
 */
export const endCases = async (limit: number, deps: EndCasesDeps): Promise<number> => {
  const { clock, organisation, expiredCases } = deps;
  let ended = 0;
  for (const c of await expiredCases.ended(boundsAt(clock(), organisation).cases, limit))
    if (await endCase(c, deps)) ended += 1;
  return ended;
};

/** False when the case, or its story, still owes a message, or the case changed meanwhile, as by a legal hold. */
const endCase = async (c: Case, { clock, stories, expiredCases }: EndCasesDeps): Promise<boolean> => {
  const story = await stories.ofCase(c._id);
  if (c.owes.length > 0 || (story !== null && story.state !== 'published' && story.owes.length > 0)) return false;
  await expiredCases.noteGone(goneCaseOf(c, clock()));
  return expiredCases.remove(c._id, c.rev);
};

/**
 * Once a case went, and not before, because a legal hold may still come: takes the words of its story, changes the cards
 * that still show it, and forgets later where they are, and which talks were called off.
 */
export const settleGone = async (limit: number, deps: EndCasesDeps): Promise<void> => {
  const { cases, clock, organisation, outbox, expiredCases, cardsAbout } = deps;
  const now = clock();
  for (const { _id } of await expiredCases.untold(limit)) {
    if ((await cases.get(_id)) !== null || !(await eraseWithCase(_id, deps))) continue;
    const readers = (await cardsAbout.readersOf(_id)).toSorted();
    const say = { kind: 'case', case: _id, from: 'all' } as const;
    await outbox.add(readers.map((reader, nth) => update(goneCaseId(_id, nth), reader, say, now)));
    await expiredCases.told(_id);
  }
  const bounds = boundsAt(now, organisation);
  for (const id of await expiredCases.withCards(bounds.cards, limit)) {
    await cardsAbout.forgetAbout(id);
    await expiredCases.withoutCards(id);
  }
  for (const id of await expiredCases.withTalks(bounds.talks, limit)) await expiredCases.withoutTalks(id);
};
