import { forgetPseudonyms } from '../../adoption/forget-pseudonyms.ts';
import { takeFacts } from '../../adoption/take-facts.ts';
import type { Case } from '../../cases/case.ts';
import { tickCase } from '../../cases/change-case.ts';
import type { Draft } from '../../cases/draft.ts';
import { close, withdraw } from '../../cases/ending.ts';
import { finish } from '../../cases/move.ts';
import { withoutThem } from '../../cases/recast.ts';
import type { CaseId, PersonId } from '../../ids.ts';
import type { Needs } from '../../needs.ts';
import { NO_WISHES } from '../../nudges/reader.ts';
import { blankColleague } from '../blank-colleague.ts';
import { seeOff } from '../leaving.ts';
import type { Person } from '../person.ts';
import { goodbyeTo } from './ask-to-forget.ts';

/** Each finds what the one before left, or what was under way in another process. */
const MOST_ROUNDS = 10;

/**
 * Forgets somebody who asked for it. Every step may be repeated, so a process may die anywhere: their document, which
 * says that they are to be forgotten, goes last, when a whole round found nothing and the goodbye has left. Answers
 * whether they are forgotten now.
 */
export const forget = async (person: Person, needs: Needs): Promise<boolean> => {
  const { _id: id, forgetting: nobody } = person;
  if (nobody === null) return false;
  const place = { name: '(forgotten)', left: needs.clock(), nobody: true };
  await needs.people.add({ ...blankColleague(nobody, place.name, person.language), ...place });
  for (let round = 0; (await handOver(id, nobody, needs)) > 0; round++) if (round === MOST_ROUNDS) return false;
  if (await needs.outbox.waits(goodbyeTo(nobody))) return false;
  await removeTraces(id, needs);
  return true;
};

/** One round of giving what was theirs to nobody, or removing it. Answers how much that was. */
const handOver = async (id: PersonId, nobody: PersonId, needs: Needs): Promise<number> => {
  const { cases, drafts, nudges, standingCards } = needs;
  await seeOff(id, needs);
  for (const { _id } of await cases.naming(id)) await endTheirs(_id, id, needs);
  // What they did counts as theirs before it is nobody's.
  await takeFacts(needs);
  let found = 0;
  // What still owes them a message waits for the relay: it would tell their name after they are gone.
  const isQuits = ({ owes }: Pick<Case, 'owes'>) => !owes.some(({ to }) => to === id);
  for (const c of await cases.naming(id)) {
    if (isQuits(c)) await cases.recast(c._id, c.rev, withoutThem(c, id, nobody));
    found++;
  }
  for (const draft of await drafts.of(id)) {
    const state: Draft['state'] = draft.state === 'used' || draft.state === 'ended' ? draft.state : 'discarded';
    const set = { person: nobody, text: '', state };
    if (isQuits(draft)) await drafts.change(draft._id, draft.rev, { set, owes: [] }, null);
    found++;
  }
  found += await nudges.forget(id);
  found += await standingCards.forget(id);
  return found + (await forgetPseudonyms(id, nobody, needs));
};

/** Their own cases end: an answered one is closed, for the answer is somebody else's; the others are withdrawn. */
const endTheirs = (id: CaseId, asker: PersonId, needs: Needs) =>
  tickCase(
    id,
    (c, at) => {
      if (c.asker !== asker || c.state === 'closed' || c.state === 'withdrawn') return null;
      const move = c.state === 'answered' ? close(c, at) : withdraw(c, at);
      return { did: 'ended', change: finish(c, { ...move, tell: move.tell.filter(({ to }) => to !== asker) }, at) };
    },
    needs,
  );

/** What leads to them by their id or their chat account; that they want no weekly principle is kept. */
const removeTraces = async (id: PersonId, needs: Needs): Promise<void> => {
  const { people, readers, outbox, chatAccounts, clock } = needs;
  const { stoppedAt } = await readers.get(id);
  await readers.change(id, { ...NO_WISHES, stoppedAt: stoppedAt ?? clock() });
  for (const { _id } of await people.joinedTo(id)) {
    await outbox.forget(_id);
    await people.remove(_id);
  }
  for (const address of (await people.get(id))?.addresses ?? []) await chatAccounts.forget(address);
  await outbox.forget(id);
  await people.remove(id);
};
