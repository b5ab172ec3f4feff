import assert from 'node:assert/strict';
import { createChance } from '../../app/demo/chance.ts';
import { drawWeek } from '../../bot/adoption/draw-week.ts';
import { createNoise, type Noise } from '../../bot/adoption/noise.ts';
import type { Figures, Publication } from '../../bot/adoption/publication.ts';
import { publicationOf } from '../../bot/adoption/publish.ts';
import type { Block, PublishedWeek } from '../../bot/adoption/published-week.ts';
import type { Rollup } from '../../bot/adoption/rollup.ts';
import { OUTCOMES, PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { bestOdds, guessCount, noisyValues } from './support/attacker.ts';
import { type MadeCase, rollupsOf, type World } from './support/small-world.ts';

const TWO_YEARS = 105;

/** What is stored as each of these weeks closes. */
const drawAll = (rollups: readonly Rollup[], noise: Noise): PublishedWeek[] => {
  const stored: PublishedWeek[] = [];
  let before: Block | null = null;
  for (const at of rollups.keys()) {
    const week = drawWeek(rollups.slice(0, at + 1), before, noise);
    before = week.block ?? before;
    stored.push(week);
  }
  return stored;
};

/** The same, and everything that reports of these weeks ever showed. */
const published = (rollups: readonly Rollup[], noise: Noise): { stored: PublishedWeek[]; shown: Publication[] } => {
  const stored = drawAll(rollups, noise);
  return { stored, shown: stored.map((_week, at) => publicationOf(stored.slice(0, at + 1))) };
};

const blockOf = (week: number): number => Math.ceil(week / 4);
const endOf = (block: number): number => block * 4;

describe('small groups', () => {
  const UNITS = Array.from({ length: 9 }, (_none, nth) => `Afdeling ${nth}`);

  const someCase = (week: number, chance: ReturnType<typeof createChance>): MadeCase => ({
    week,
    // Few units ask much, and most hardly ever.
    unit: UNITS[Math.floor(chance.next() ** 3 * UNITS.length)] ?? '',
    principle: chance.of(PRINCIPLES),
    topic: chance.of(TOPICS),
    anonymous: chance.happens(0.2),
    onBehalf: chance.happens(0.1),
    outcome: chance.happens(0.8) ? chance.of(OUTCOMES) : null,
    helpful: chance.happens(0.5) ? chance.of(['yes', 'yes', 'partly', 'no'] as const) : null,
  });

  const someWorld = (seed: number, weeks: number, aWeek: number, directory = 100): World => {
    const chance = createChance(seed);
    const cases = Array.from({ length: weeks }, (_none, week) =>
      Array.from({ length: chance.whole(2 * aWeek + 1) }, () => someCase(week, chance)),
    ).flat();
    return { weeks, directory, units: UNITS, cases };
  };

  /** The same cases with one change, and the noise with which they would be published exactly as `stored` was. */
  const looksTheSame = (world: World, told: ReturnType<typeof published>, drawn: Noise): boolean => {
    const rollups = rollupsOf(world);
    const ends = new Map(told.stored.map((week, at) => [week._id, { at, week }]));
    const count = (at: number, table: string, cell: string): number => {
      const weeks = table === 'week' ? [at] : [at - 3, at - 2, at - 1, at];
      const here = world.cases.filter(({ week }) => weeks.includes(week));
      if (table === 'week' || table === 'asked') return here.length;
      const is: Record<string, (c: MadeCase) => boolean> = {
        units: ({ unit }) => unit === cell,
        principles: ({ principle }) => principle === cell,
        topics: ({ topic }) => topic === cell,
        names: ({ anonymous }) => anonymous === (cell === 'anonymous'),
        behalf: ({ onBehalf }) => onBehalf === (cell === 'onBehalf'),
        outcomes: ({ outcome }) => outcome === cell,
        helpful: ({ helpful }) => helpful === cell,
      };
      return here.filter(is[table] ?? (() => false)).length;
    };
    const noise: Noise = (block, table, cell) => {
      const { at, week } = ends.get(block as PublishedWeek['_id']) ?? assert.fail();
      const tables: Record<string, { name: string; count: number }[]> = week.block?.tables ?? {};
      const was =
        table === 'week'
          ? week.asked
          : table === 'asked'
            ? week.block?.asked
            : tables[table]?.find(({ name }) => name === cell)?.count;
      return was === undefined || was === null ? drawn(block, table, cell) : was - count(at, table, cell);
    };
    return JSON.stringify(published(rollups, noise).shown) === JSON.stringify(told.shown);
  };

  type Field = 'unit' | 'principle' | 'topic' | 'outcome' | 'helpful';

  /** Other truths in which this cell of the block holds another number, the likeliest to look the same first. */
  const otherTruths = function* (world: World, block: number, field: Field, cell: string): Generator<World> {
    const here = world.cases.filter(({ week }) => blockOf(week) === block);
    const of = (name: string | null) => here.filter((c) => c[field] === name);
    const swap = (old: MadeCase, now: Partial<MadeCase>): World => ({
      ...world,
      cases: world.cases.map((c) => (c === old ? { ...c, ...now } : c)),
    });
    const names = [...new Set(here.map((c) => c[field]))].filter((name) => name !== cell && name !== null);
    const [own] = of(cell);
    for (const name of names) {
      const [other] = of(name);
      if (other !== undefined && of(name).length > 1) yield swap(other, { [field]: cell });
      if (own !== undefined && of(cell).length > 1) yield swap(own, { [field]: name });
    }
    if (own !== undefined) for (const c of here) yield { ...world, cases: [...world.cases, { ...c, [field]: cell }] };
  };

  const nothingIsCertain = (world: World): number => {
    const noise = createNoise(`a key for world ${world.cases.length}, not for people`);
    const told = published(rollupsOf(world), noise);
    let small = 0;
    for (let block = 0; endOf(block) < world.weeks; block++) {
      const here = world.cases.filter(({ week }) => blockOf(week) === block);
      for (const field of ['unit', 'principle', 'topic', 'outcome', 'helpful'] as const) {
        const counts = new Map<string, number>();
        for (const { [field]: name } of here) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
        // Where every other cell is a true zero, the total tells the count.
        if (counts.size < 2) continue;
        for (const [cell, count] of counts) {
          if (count > 4) continue;
          small += 1;
          const isCertain = ![...otherTruths(world, block, field, cell)].some((other) =>
            looksTheSame(other, told, noise),
          );
          assert.ok(!isCertain, `${count} in ${field} ${cell}, block ${block}`);
        }
      }
    }
    return small;
  };

  it('are never certain: another truth could have been published as the same two years', () => {
    let small = 0;
    for (const [seed, aWeek] of [1, 3, 8].entries()) small += nothingIsCertain(someWorld(seed, 9, aWeek));
    assert.ok(small > 60, String(small));
  });

  it('are not certain either where all cases are as many as the units that asked', () => {
    const units = Array.from({ length: 24 }, (_none, nth) => `Afdeling ${nth}`);
    const chance = createChance(5);
    const cases = units.map((unit): MadeCase => ({ ...someCase(0, chance), unit }));
    assert.ok(nothingIsCertain({ weeks: 5, directory: 240, units, cases }) >= 24);
  });

  it('are guessed no more often than the noise allows, with every sum that was ever published', () => {
    const units = Array.from({ length: 24 }, (_none, nth) => `Afdeling ${nth}`);
    const tallies = { right: 0, all: 0, seen: 0 };
    for (const seed of [1, 2]) {
      const chance = createChance(seed);
      const counts = Array.from({ length: blockOf(TWO_YEARS - 1) + 1 }, () =>
        units.map((_unit, nth) => (nth < 20 ? 1 + chance.whole(4) : 15 + chance.whole(20))),
      );
      const cases = counts.flatMap((many, block) =>
        units.flatMap((unit, nth) =>
          Array.from({ length: many[nth] ?? 0 }, (): MadeCase => ({ ...someCase(endOf(block), chance), unit })),
        ),
      );
      const noise = createNoise(`key ${seed} for tests, not for people`);
      const { shown } = published(rollupsOf({ weeks: TWO_YEARS, directory: 900, units, cases }), noise);
      const ends = counts.map((_many, block) => shown[endOf(block)]?.periods ?? assert.fail());
      const at = (period: number, block: number): Figures => ends[block]?.[period]?.now ?? assert.fail();
      const told = (cells: Figures['units'], name: string) =>
        cells.find((cell) => cell.name === name)?.count ?? assert.fail(name);
      const values = units.map((name) =>
        noisyValues(
          counts.map((_many, block) => ({
            one: told(at(0, block).units, name),
            three: told(at(1, block).units, name),
            thirteen: told(at(2, block).units, name),
          })),
        ),
      );
      for (const [block, many] of counts.entries()) {
        const total = at(0, block).asked;
        assert.equal(
          total,
          many.reduce((sum, count) => sum + count, 0),
        );
        for (const [nth, count] of many.entries()) {
          if (count > 4) continue;
          tallies.all += 1;
          const value = values[nth]?.[block] ?? null;
          if (value === null) continue;
          tallies.seen += 1;
          const others = values.flatMap((series, other) => (other === nth ? [] : [series[block] ?? null]));
          const rest = others.includes(null) ? null : total - others.reduce((sum: number, one) => sum + (one ?? 0), 0);
          if (guessCount(value, rest, others.length) === count) tallies.right += 1;
        }
      }
    }
    const bound = bestOdds();
    assert.ok(bound > 0.59 && bound < 0.6, String(bound));
    assert.ok(tallies.seen > 500, `the reader saw ${tallies.seen} of ${tallies.all}`);
    const share = tallies.right / tallies.seen;
    assert.ok(share < bound + 3 * Math.sqrt((bound * (1 - bound)) / tallies.seen), `${share} of ${tallies.seen}`);
  });

  it('hold one case in few cells, and change by no more than one for it', () => {
    const world = someWorld(9, 5, 12);
    const [gone] = world.cases.filter(({ week, unit, principle }) => week > 0 && unit !== '' && principle !== '');
    assert.ok(gone !== undefined);
    const noise = createNoise('a key for tests, not for people');
    const blocksOf = (cases: readonly MadeCase[]) =>
      drawAll(rollupsOf({ ...world, cases }), noise).flatMap(({ block }) => block ?? []);
    const besides = blocksOf(world.cases.filter((c) => c !== gone));
    const touched = blocksOf(world.cases).flatMap(({ tables }, at) =>
      Object.entries(tables).flatMap(([table, cells]) =>
        cells.flatMap(({ name, count }) => {
          const without = Object.entries(besides[at]?.tables ?? {})
            .find(([other]) => other === table)?.[1]
            .find((cell) => cell.name === name)?.count;
          const change = count - (without ?? 0);
          assert.ok(change === 0 || change === 1, `${table} ${name} by ${change}`);
          return change === 0 ? [] : [table];
        }),
      ),
    );
    assert.ok(touched.length > 3 && new Set(touched).size === touched.length, touched.join());
  });

  it('of people who stay as they are are drawn once, so that no average gives them away', () => {
    let [stays, changes] = [0, 0];
    for (let key = 0; key < 12; key++) {
      const rollups = rollupsOf({ weeks: TWO_YEARS, directory: 100, units: UNITS, cases: [] }).map((rollup) => ({
        ...rollup,
        withChat: 98,
      }));
      const values = drawAll(rollups, createNoise(`key ${key} for tests, not for people`)).flatMap(
        ({ block }) => block?.people?.withChat ?? [],
      );
      for (const [at, value] of values.entries()) if (at > 0) value === values[at - 1] ? stays++ : changes++;
    }
    assert.ok(changes / (stays + changes) < 0.08, `${changes} of ${stays + changes}`);
  });
});
