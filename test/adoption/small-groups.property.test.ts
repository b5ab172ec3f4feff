import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LEAST, type Shown } from '../../bot/adoption/disclosure/least.ts';
import type { Figures } from '../../bot/adoption/publication.ts';
import { publishAll } from '../../bot/adoption/publish.ts';
import type { Counts, Rollup } from '../../bot/adoption/rollup.ts';
import { sumWeek } from '../../bot/adoption/rollup.ts';
import { weekAfter } from '../../bot/adoption/week.ts';
import { attack, type Told } from './support/attacker.ts';

const UNITS = ['Skolen', 'Havnen', 'Parken', 'Biblioteket'];
const blank = sumWeek({ _id: '2026-W01', directory: 200, withChat: 150, units: [] }, []);

/** A table that adds up to all cases, and one that adds up to nothing that is shown. */
const TABLES: {
  name: string;
  within: boolean;
  of(rollup: Rollup): Counts;
  in(figures: Figures): { name: string; count: Shown }[];
}[] = [
  { name: 'units', within: true, of: ({ units }) => units, in: ({ units }) => units },
  { name: 'names', within: true, of: anonymity, in: ({ names }) => names },
  { name: 'outcomes', within: false, of: ({ outcomes }) => outcomes, in: ({ outcomes }) => outcomes },
];

function anonymity({ asked, anonymous }: Rollup): Counts {
  return [
    { name: 'anonymous', count: anonymous },
    { name: 'named', count: asked - anonymous },
  ];
}

/** Weeks of a workplace: some units ask much, some hardly ever, and some weeks are quiet. */
const weeks = (least: number, most: number) =>
  fc
    .array(
      fc.record({
        asked: fc.tuple(
          ...UNITS.map((_unit, nth) =>
            fc.oneof(
              { weight: 2, arbitrary: fc.constant(0) },
              { weight: 3, arbitrary: fc.nat({ max: nth * nth + 1 }) },
            ),
          ),
        ),
        anonymous: fc.nat({ max: 3 }),
        outcomes: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 9 }), fc.nat({ max: 1 })),
      }),
      { minLength: least, maxLength: most },
    )
    .map((drawn) =>
      drawn.map(({ asked, anonymous, outcomes }, nth): Rollup => {
        const all = asked.reduce((sum, count) => sum + count, 0);
        return {
          ...blank,
          _id: weekAfter('2026-W01', nth),
          asked: all,
          anonymous: Math.min(all, anonymous),
          units: UNITS.map((name, at) => ({ name, people: 50, count: asked[at] ?? 0 })),
          outcomes: outcomes.map((count, at) => ({ name: `o${at}`, count })),
        };
      }),
    );

/** Tries every small number there is against every report there was. */
const everySmallNumberHolds = (rollups: readonly Rollup[]): void => {
  const reports = publishAll(rollups);
  for (const table of TABLES) {
    const groups = [...new Set(rollups.flatMap((rollup) => table.of(rollup).map(({ name }) => name)))];
    const unknown = (group: number, week: number) => week * groups.length + group;
    const span = (group: number, last: number, period: number): number[] =>
      rollups.flatMap((_rollup, week) => (week > last - period && week <= last ? [unknown(group, week)] : []));
    const spanOfAll = (last: number, period: number) => groups.flatMap((_group, at) => span(at, last, period));
    const told: Told[] = [];
    const hear = (terms: number[], shown: Shown): void => {
      if (typeof shown === 'number') told.push({ terms, least: shown, most: shown });
      if (shown === 'under-5') told.push({ terms, least: 1, most: LEAST - 1 });
    };
    const secrets: { terms: number[]; what: string }[] = [];
    const amount = (terms: readonly number[]) =>
      terms.reduce((sum, term) => {
        const [week, group] = [Math.floor(term / groups.length), term % groups.length];
        const rollup = rollups[week];
        return (
          sum + (rollup === undefined ? 0 : (table.of(rollup).find(({ name }) => name === groups[group])?.count ?? 0))
        );
      }, 0);
    const guard = (terms: number[], what: string, shown: Shown): void => {
      const value = amount(terms);
      assert.ok(typeof shown !== 'number' || shown === value, `${what} shows ${shown}, it is ${value}`);
      if (value === 0 || value >= LEAST) return;
      assert.notEqual(typeof shown, 'number', `${what} shows ${shown}`);
      secrets.push({ terms, what });
    };
    for (const [at, { periods, series }] of reports.entries()) {
      for (const { weeks: period, now, before } of periods) {
        for (const [last, figures] of [
          [at, now],
          [at - period, before],
        ] as const) {
          if (figures === null) continue;
          if (table.within) hear(spanOfAll(last, period), figures.asked);
          const toldTo = rollups.findIndex(({ _id }) => _id === figures.toldTo);
          for (const { name, count } of table.in(figures)) {
            const terms = span(groups.indexOf(name), toldTo, period);
            hear(terms, count);
            guard(terms, `${table.name} ${name}, ${period} weeks to ${last}`, count);
          }
        }
      }
      if (!table.within) continue;
      for (const [back, { asked }] of series.toReversed().entries()) {
        hear(spanOfAll(at - back, 1), asked);
        guard(spanOfAll(at - back, 1), `all, week ${at - back}`, asked);
      }
    }
    const attacker = attack(groups.length * rollups.length, told);
    for (const { terms, what } of secrets) assert.equal(attacker.solve(terms), null, what);
  }
};

describe('small groups', () => {
  it('cannot be worked out from all reports of a first quarter', () => {
    fc.assert(fc.property(weeks(1, 16), everySmallNumberHolds), { numRuns: 60, endOnFailure: true });
  }).timeout(120_000);

  it('cannot be worked out from all reports of more than a year', () => {
    fc.assert(fc.property(weeks(56, 72), everySmallNumberHolds), { numRuns: 4, endOnFailure: true });
  }).timeout(120_000);
});
