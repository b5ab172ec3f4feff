import assert from 'node:assert/strict';
import { createNoise, noised } from '../../bot/adoption/noise.ts';
import { MARGINS, PERIODS } from '../../bot/adoption/periods.ts';

/** Two-sided geometric noise with α = e⁻¹, written down here once more. */
const ALPHA = Math.exp(-1);
const chanceOf = (step: number): number => ((1 - ALPHA) / (1 + ALPHA)) * ALPHA ** Math.abs(step);
const MANY = 40_000;

describe('the noise of a published count', () => {
  const noise = createNoise('a key for tests, not for people');
  const draws = Array.from({ length: MANY }, (_none, nth) => noise(`block ${nth % 100}`, 'table', `cell ${nth}`));
  const shareOf = (holds: (draw: number) => boolean, of: readonly number[]) => of.filter(holds).length / of.length;

  it('is two-sided geometric: each step from 0 is e times less likely', () => {
    for (const step of [-4, -3, -2, -1, 0, 1, 2, 3, 4]) {
      const [share, chance] = [shareOf((draw) => draw === step, draws), chanceOf(step)];
      assert.ok(Math.abs(share - chance) < 5 * Math.sqrt(chance / MANY), `${step}: ${share}, not ${chance}`);
    }
    assert.ok(draws.some((draw) => Math.abs(draw) > 7));
  });

  it('is the same each time, and depends on the key, block, table and cell', () => {
    const other = createNoise('another key for tests, not for people');
    const cells = Array.from({ length: 200 }, (_none, nth) => String(nth));
    const drawnBy = (draw: (cell: string) => number) => cells.map(draw).join();
    const first = drawnBy((cell) => noise('a', 'units', cell));
    assert.equal(
      drawnBy((cell) => createNoise('a key for tests, not for people')('a', 'units', cell)),
      first,
    );
    for (const draw of [
      (cell: string) => other('a', 'units', cell),
      (cell: string) => noise('b', 'units', cell),
      (cell: string) => noise('a', 'topics', cell),
      (cell: string) => noise('a', 'units', `${cell}.`),
    ])
      assert.notEqual(drawnBy(draw), first);
  });

  it('leaves a true zero, and never makes a zero or less of a count', () => {
    for (const draw of [-40, -1, 0, 1, 40]) {
      assert.equal(noised(0, draw), 0);
      for (const count of [1, 2, 30]) assert.equal(noised(count, draw), Math.max(1, count + draw));
    }
  });

  it('stays within the margin that the page tells, in nineteen of twenty cases and more', () => {
    for (const period of PERIODS) {
      const blocks = period / 4;
      const sums = Array.from({ length: Math.floor(MANY / blocks) }, (_none, nth) =>
        draws.slice(nth * blocks, (nth + 1) * blocks).reduce((sum, draw) => sum + draw, 0),
      );
      assert.ok(shareOf((sum) => Math.abs(sum) <= MARGINS[period], sums) > 0.95, `${period} weeks`);
    }
  });

  it('changes the odds of one case by a factor e at most', () => {
    const [without, besides] = [3, 4].map((count) => draws.map((draw) => noised(count, draw)));
    for (const told of [1, 2, 3, 4, 5, 6, 7]) {
      const odds = shareOf((one) => one === told, besides ?? []) / shareOf((one) => one === told, without ?? []);
      assert.ok(odds < Math.E * 1.15 && odds > 1 / (Math.E * 1.15), `${told}: ${odds}`);
    }
  });
});
