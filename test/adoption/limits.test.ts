import assert from 'node:assert/strict';
import { rebuildRollups } from '../../bot/adoption/close-weeks.ts';
import { drawWeek } from '../../bot/adoption/draw-week.ts';
import { createNoise } from '../../bot/adoption/noise.ts';
import { publicationOf } from '../../bot/adoption/publish.ts';
import type { Block, PublishedWeek } from '../../bot/adoption/published-week.ts';
import type { Rollup } from '../../bot/adoption/rollup.ts';
import { countRunning } from '../../bot/adoption/running-week.ts';
import { openTestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson } from '../support/fixtures/builders.ts';
import { type MadeCase, rollupsOf } from './support/small-world.ts';

/** Whatever has noise is one more than the truth here (docs/rules.md, "Small groups"). */
const drawn = (rollups: readonly Rollup[]): PublishedWeek[] => {
  const weeks: PublishedWeek[] = [];
  let before: Block | null = null;
  for (const at of rollups.keys()) {
    const week = drawWeek(rollups.slice(0, at + 1), before, () => 1);
    before = week.block ?? before;
    weeks.push(week);
  }
  return weeks;
};
const figuresOf = (rollups: readonly Rollup[]) => publicationOf(drawn(rollups));

const ASKED = { principle: 'bygger-bro', topic: 'oekonomi', anonymous: false } as const;
const cases = (many: number, week = 0): MadeCase[] =>
  Array.from({ length: many }, () => ({
    week,
    unit: 'Havnen',
    principle: 'bygger-bro',
    topic: 'oekonomi',
    anonymous: false,
    onBehalf: false,
    outcome: null,
    helpful: 'yes',
  }));
const town = (all: MadeCase[], directory = 50, weeks = 1) =>
  rollupsOf({ weeks, directory, units: ['Havnen'], cases: all });

describe('a report at its limits', () => {
  it('tells all cases exactly from 20 on and in a directory of 50, and with noise below', () => {
    for (const [many, directory, told] of [
      [20, 50, 20],
      [19, 50, 20],
      [20, 49, 21],
      [0, 49, 0],
    ] as const)
      assert.equal(figuresOf(town(cases(many), directory)).periods[0]?.now.asked, told, `${many} of ${directory}`);
  });

  it('tells a sum exactly from 20 on, also where its blocks have fewer', () => {
    const { periods } = figuresOf(town([...cases(9), ...cases(8, 1), ...cases(7, 5)], 50, 9));
    assert.deepEqual(
      periods.map(({ now }) => now.asked),
      [8, 24, 24],
    );
  });

  it('shows ratings, times and shares from ten published counts on', () => {
    for (const [many, cells, share] of [
      [8, 0, null],
      [9, 3, 1],
    ] as const) {
      const now = figuresOf(town(cases(many))).periods[0]?.now;
      assert.deepEqual([now?.helpful.length, now?.shares.helpful], [cells, share]);
    }
  });

  it('shows load from ten agents on, in whole per cent', () => {
    for (const many of [9, 10]) {
      const agents = Array.from({ length: many }, (_none, nth) => ({ who: `p${nth}`, count: 7 }));
      const [rollup] = town([]);
      const load = figuresOf([{ ...(rollup ?? assert.fail()), agents }]).periods[0]?.now.load;
      assert.deepEqual(load, many < 10 ? null : { agents: 11, busiestFifth: 0.21 });
    }
  });

  it('shows weeks in a directory of 50, and only blocks below', () => {
    const weeks = (directory: number) =>
      figuresOf(town([...cases(30), ...cases(25, 2)], directory, 6)).series.map(({ week, from, asked }) => [
        week,
        from,
        asked,
      ]);
    assert.equal(weeks(50).length, 6);
    assert.deepEqual(weeks(49), [
      ['2024-W49', '2024-W49', 31],
      ['2025-W01', '2024-W50', 26],
    ]);
  });

  it('keeps what was drawn when the key changes, and counts the running week once a day', async () => {
    const setup = await openTestBot([aPerson('a')]);
    try {
      const { rollups } = setup.store;
      const heads = town(cases(12));
      for (const rollup of heads) await rollups.add(rollup);
      const first = drawWeek(heads, null, () => 2);
      await rollups.keepDrawn(first);
      const other = drawWeek(heads, null, createNoise('a new key, not for people'));
      assert.deepEqual(await rollups.keepDrawn({ ...other, asked: 99 }), first);
      await rebuildRollups(setup.deps);
      assert.equal((await rollups.lastPublished())?.periods[0]?.now.asked, 14);
      await countRunning(setup.deps);
      const counted = await rollups.running();
      assert.equal(counted?.asked, 0);
      const { week } = counted ?? assert.fail();
      for (let nth = 0; nth < 30; nth++)
        await setup.deps.facts.put({ _id: `f${nth}`, week, unit: null, who: null, kind: 'asked', ...ASKED });
      await countRunning(setup.deps);
      assert.deepEqual(await rollups.running(), counted);
      setup.now = new Date(setup.now.getTime() + 86_400_000);
      await countRunning(setup.deps);
      assert.ok(((await rollups.running())?.asked ?? 0) > 20);
    } finally {
      await setup.close();
    }
  });
});
