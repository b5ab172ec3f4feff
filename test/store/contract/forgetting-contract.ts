import assert from 'node:assert/strict';
import { addErasures, readErasures } from '../../../adapters/store/erasures.ts';
import type { Fact, Headcount } from '../../../bot/adoption/fact.ts';
import { sumWeek } from '../../../bot/adoption/rollup.ts';
import { caseId, deliveryId, personId } from '../../../bot/ids.ts';
import { nudgeIdFor } from '../../../bot/nudges/nudge-record.ts';
import { aDraft, aPerson, aWelcome, TUESDAY } from '../../support/fixtures/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

/** The store's contract for erasure: it finds everything of a person, and nothing of anybody else. */
export const forgettingContract = (ports: () => Ports): void => {
  describe('erased people', () => {
    const twoPeople = () => [personId(unique('gone')), personId(unique('stays'))] as const;

    it('are found by their mark, with people linked to them, and are removed', async () => {
      const { people } = ports().store;
      const [gone, stays] = twoPeople();
      const pointer = aPerson(unique('pointer'), { joined: gone });
      for (const person of [aPerson(gone), aPerson(stays), pointer]) await people.add(person);
      const marked = async () => (await people.forgetting()).map(({ _id }) => _id).filter((id) => id === gone);
      assert.deepEqual(await marked(), []);
      const nobodies = Array.from({ length: 10 }, (_, n) => personId(`${gone}-nobody-${n}`));
      const tries = await Promise.all(nobodies.map((nobody) => people.markForErasure(gone, nobody, TUESDAY)));
      assert.equal(tries.filter((won) => won).length, 1);
      const { forgetting, left, roles } = (await people.get(gone)) ?? assert.fail();
      assert.deepEqual([forgetting, left, roles], [nobodies[tries.indexOf(true)], TUESDAY, []]);
      assert.equal(await people.markForErasure(personId(unique('unknown')), stays, TUESDAY), false);
      assert.deepEqual(await marked(), [gone]);
      assert.deepEqual(await people.joinedTo(gone), [pointer]);
      assert.deepEqual(await people.joinedTo(stays), []);
      await people.remove(gone, stays);
      assert.deepEqual(await marked(), [gone], 'it is not that mark');
      for (let twice = 0; twice < 2; twice++) await people.remove(gone, forgetting);
      assert.deepEqual([await people.get(gone), await marked()], [null, []]);
      await people.remove(pointer._id);
      assert.deepEqual(await people.joinedTo(gone), []);
      assert.notEqual(await people.get(stays), null);
    });

    it('leave an anonymous person that no list shows', async () => {
      const { people } = ports().store;
      const nobody = aPerson(unique('nobody'), { nobody: true, addresses: [] });
      await people.add(nobody);
      assert.deepEqual(await people.get(nobody._id), nobody);
      assert.ok(!(await people.all()).some(({ _id }) => _id === nobody._id));
    });

    it('stand in the register, and are to be repeated once another register has them', async () => {
      const { database, store } = ports();
      const [gone, stays] = twoPeople();
      const ours = await readErasures(database);
      for (let twice = 0; twice < 2; twice++) await store.erasures.note([gone], TUESDAY);
      const noted = (await readErasures(database)).filter(({ _id }) => !ours.some((other) => other._id === _id));
      assert.equal(noted.length, 1);
      assert.equal(await store.erasures.areToRepeat(), false);
      assert.deepEqual([await addErasures(database, noted), await store.erasures.areToRepeat()], [0, false]);
      const later = noted.map(({ who }) => ({ _id: unique('later'), who }));
      assert.deepEqual([await addErasures(database, later), await addErasures(database, later)], [1, 0]);
      const due = await store.erasures.toRepeat([stays, gone]);
      assert.deepEqual(due.people, [gone]);
      // `repeat-erasures` may still be adding beside a running process.
      await addErasures(
        database,
        noted.map(({ who }) => ({ _id: unique('meanwhile'), who })),
      );
      for (let twice = 0; twice < 2; twice++) await due.repeated();
      assert.equal(await store.erasures.areToRepeat(), true, 'what came meanwhile is not done');
      const rest = await store.erasures.toRepeat([stays, gone]);
      assert.deepEqual(rest.people, [gone]);
      await rest.repeated();
      assert.deepEqual((await store.erasures.toRepeat([stays, gone])).people, []);
      assert.equal(await store.erasures.areToRepeat(), false);
    });

    it('leave no draft, nudge, card or message', async () => {
      const { drafts, nudges, posts, deliveries } = ports().store;
      const [gone, stays] = twoPeople();
      const message = (to: typeof gone) => ({
        id: deliveryId(unique('delivery')),
        to,
        manner: 'ping' as const,
        notBefore: TUESDAY,
        say: { kind: 'reply' as const, reply: { kind: 'thanks' as const } },
      });
      const owed = [message(gone), message(gone), message(stays)];
      for (const one of owed) await deliveries.add(one);
      const about = caseId(unique('case'));
      for (const person of [gone, stays]) {
        await drafts.add(aDraft({ _id: caseId(unique('draft')), person, state: 'used' }));
        await nudges.add({ ...aWelcome(person), _id: nudgeIdFor('2026-W40', person) });
        await posts.put({ person, case: about, platform: 'sandbox', message: 'm', from: 0, pinged: 0 });
      }
      assert.deepEqual(
        (await drafts.of(gone)).map(({ person, state }) => [person, state]),
        [[gone, 'used']],
      );
      const waiting = () => Promise.all(owed.map(({ id }) => deliveries.waits(id)));
      assert.deepEqual(await waiting(), [true, true, true]);
      assert.deepEqual(
        [await nudges.forget(gone), await posts.forget(gone), await deliveries.forget([gone])],
        [1, 1, 2],
      );
      assert.deepEqual(
        [await nudges.forget(gone), await posts.forget(gone), await deliveries.forget([gone])],
        [0, 0, 0],
      );
      assert.deepEqual(await waiting(), [false, false, true]);
      assert.equal((await nudges.of([stays])).length, 1);
      assert.notEqual(await posts.get(stays, about), null);
      await deliveries.forget([stays]);
    });

    it('are renamed in facts and rollups, whose numbers stay', async () => {
      const { facts, rollups } = ports().store;
      const [week, who, other, nobody] = ['1997-W05', unique('who'), unique('other'), unique('nobody')] as const;
      const taken = (by: string): Fact => ({ _id: unique('fact'), week, unit: null, who: by, kind: 'taken' });
      for (const by of [who, who, other]) await facts.put(taken(by));
      await facts.put({ _id: unique('fact'), week: '1997-W04', unit: null, who, kind: 'nudged' });
      const weeksOf = (one: string) => facts.weeksOf(one, ['taken', 'rated']);
      assert.deepEqual(await weeksOf(who), [week]);
      assert.equal((await facts.ofWeek(week, ['rated'])).length, 0);
      assert.equal((await facts.ofWeek(week, ['taken', 'rated'])).length, 3);
      assert.equal(await facts.become(who, nobody), 3);
      assert.deepEqual([await weeksOf(who), await weeksOf(nobody)], [[], [week]]);
      assert.equal(await facts.become(who, nobody), 0);
      assert.deepEqual((await facts.ofWeek(week)).map((fact) => fact.who).sort(), [other, nobody, nobody].sort());
      const head: Headcount = { _id: week, directory: 9, withChat: 5, standing: null, units: [] };
      const sum = sumWeek(head, [taken(who), taken(other)]);
      await rollups.add(sum);
      const people = { agents: [{ who: nobody, count: 1 }] };
      await rollups.rename(week, people);
      assert.deepEqual(
        (await rollups.all()).find(({ _id }) => _id === week),
        { ...sum, ...people },
      );
      await rollups.rename('1997-W06', people);
      assert.equal(
        (await rollups.all()).some(({ _id }) => _id === '1997-W06'),
        false,
      );
      await rollups.clear();
    });
  });
};
