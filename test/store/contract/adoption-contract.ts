import assert from 'node:assert/strict';
import { drawWeek } from '../../../bot/adoption/draw-week.ts';
import type { Fact, Headcount } from '../../../bot/adoption/fact.ts';
import { publicationOf } from '../../../bot/adoption/publish.ts';
import { sumWeek } from '../../../bot/adoption/rollup.ts';
import { caseId } from '../../../bot/ids.ts';
import type { Week } from '../../../bot/time/iso-week.ts';
import { aCase } from '../../support/fixtures/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

const aFact = (week: Week, overrides: Partial<Fact> = {}): Fact =>
  ({ _id: unique('fact'), week, unit: 'Havnen', who: 'a', kind: 'talk', ...overrides }) as Fact;
const aHead = (week: Week, directory = 10): Headcount => ({
  _id: week,
  directory,
  withChat: 5,
  standing: null,
  units: [],
});

/** The store's contract for the figures. Uses weeks long ago, because other tests may have written recent ones. */
export const adoptionContract = (ports: () => Ports): void => {
  describe('adoption', () => {
    it('stores each fact once, and corrects it', async () => {
      const { facts } = ports().store;
      const fact = aFact('1999-W01');
      assert.equal(await facts.put(fact), true);
      assert.equal(await facts.put(fact), false);
      assert.equal(await facts.put({ ...fact, unit: null }), true);
      assert.deepEqual(await facts.get(fact._id), { ...fact, unit: null });
      assert.deepEqual(await facts.ofWeek('1999-W01'), [{ ...fact, unit: null }]);
      assert.equal(await facts.get('nothing'), null);
    });

    it('counts the facts of a week by kind, and finds the first week', async () => {
      const { facts } = ports().store;
      for (const kind of ['talk', 'talk', 'reopened'] as const) await facts.put(aFact('1998-W52', { kind }));
      assert.deepEqual([await facts.count('1998-W52', 'talk'), await facts.count('1998-W52', 'rated')], [2, 0]);
      assert.equal(await facts.firstWeek(), '1998-W52');
    });

    it('keeps the first headcount, rollup and publication of a week', async () => {
      const { rollups } = ports().store;
      const first = aHead('1999-W01');
      assert.deepEqual(await rollups.addHeadcount(first), first);
      assert.deepEqual(await rollups.addHeadcount(aHead('1999-W01', 99)), first);
      assert.deepEqual(await rollups.headcounts(), [first]);
      const sums = (['1999-W01', '1999-W02'] as const).map((week) => sumWeek(aHead(week), [aFact(week)]));
      for (const sum of [...sums, sumWeek(aHead('1999-W02', 77), [])]) await rollups.add(sum);
      assert.deepEqual(await rollups.all(), sums);
      assert.equal(await rollups.last(), '1999-W02');
      const drawn = [1, 2].map((many) => drawWeek(sums.slice(0, many), null, () => 0));
      for (const week of drawn) assert.deepEqual(await rollups.keepDrawn(week), week);
      const again = drawWeek(sums, null, () => 9);
      assert.deepEqual([await rollups.keepDrawn(again), await rollups.drawn()], [drawn[1], drawn]);
      const publications = [publicationOf(drawn.slice(0, 1)), publicationOf(drawn)];
      for (const one of [...publications, ...publications]) await rollups.publish(one);
      assert.deepEqual(await rollups.lastPublished(), publications[1]);
      await rollups.clear();
      assert.deepEqual(await rollups.drawn(), drawn);
      assert.deepEqual([await rollups.all(), await rollups.last(), await rollups.lastPublished()], [[], null, null]);
      assert.deepEqual(await rollups.headcounts(), [first]);
    });

    it('keeps the latest rollup of the current week', async () => {
      const { rollups } = ports().store;
      const count = (week: Week, day: string, asked: number | null) => ({ week, day, asked });
      for (const latest of [
        count('1999-W03', '1999-01-18', 0),
        count('1999-W03', '1999-01-19', 7),
        count('1999-W04', '1999-01-25', null),
      ]) {
        await rollups.keepRunning(latest);
        assert.deepEqual(await rollups.running(), latest);
      }
    });

    it('finds the cases that changed since they were counted', async () => {
      const { cases } = ports().store;
      const c = aCase('active', {
        _id: caseId(unique('counted')),
        number: 900_000 + Math.floor(Math.random() * 90_000),
      });
      const isWaiting = async () => (await cases.toCount(10_000)).some(({ _id }) => _id === c._id);
      await cases.add(c);
      assert.equal(await isWaiting(), true);
      await cases.counted(c._id, c.rev + 1);
      assert.equal(await isWaiting(), true, 'it had moved on');
      await cases.counted(c._id, c.rev);
      assert.equal(await isWaiting(), false);
      assert.equal(
        await cases.change(c._id, c.rev, { set: { unit: 'Parken' }, turns: [], events: [], owes: [] }, null),
        true,
      );
      assert.equal(await isWaiting(), true);
    });

    it('lets a link be used once, even when many try concurrently', async () => {
      const { spentTokens } = ports().store;
      const id = unique('token');
      const soon = new Date(Date.now() + 60_000);
      assert.equal(await spentTokens.isSpent(id), false);
      const tries = await Promise.all(Array.from({ length: 10 }, () => spentTokens.spend(id, soon)));
      assert.equal(tries.filter((won) => won).length, 1);
      assert.equal(await spentTokens.isSpent(id), true);
    });
  });
};
