import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MIN_GROUP_SIZE, type Shown } from '../../bot/adoption/disclosure/small-groups.ts';
import type { Figures } from '../../bot/adoption/publication.ts';
import { publishAll } from '../../bot/adoption/publish.ts';
import type { Counts, Rollup } from '../../bot/adoption/rollup.ts';
import { sumWeek } from '../../bot/adoption/rollup.ts';
import { weekAfter } from '../../bot/time/iso-week.ts';
import { attack, type Told } from './support/attacker.ts';

const UNITS = ['Skolen', 'Havnen', 'Parken', 'Biblioteket'];
const blank = sumWeek({ _id: '2026-W01', directory: 200, withChat: 150, standing: null, units: [] }, []);

/** A table that adds up to all cases, and one that adds up to no published number. */
const TABLES: {
  name: string;
  within: boolean;
  of(rollup: Rollup): Counts;
  in(figures: Figures): { name: string; count: Shown }[];
}[] = [
  { name: 'units', within: true, of: ({ units }) => units, in: ({ units }) => units },
  { name: 'names', within: true, of: anonymity, in: ({ names }) => names },
  { name: 'quarterly', within: false, of: ({ quarterly }) => quarterly, in: ({ quarterly }) => quarterly },
  { name: 'stepsKept', within: false, of: ({ stepsKept }) => stepsKept, in: ({ stepsKept }) => stepsKept },
  { name: 'outcomes', within: false, of: ({ outcomes }) => outcomes, in: ({ outcomes }) => outcomes },
];

function anonymity({ asked, anonymous }: Rollup): Counts {
  return [
    { name: 'anonymous', count: anonymous },
    { name: 'named', count: asked - anonymous },
  ];
}

/** Weeks of a workplace: some units ask often, some hardly ever, and some weeks are quiet. */
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
        quarterly: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 7 }), fc.nat({ max: 1 })),
        stepsKept: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 8 }), fc.nat({ max: 1 })),
        followed: fc.nat({ max: 5 }),
        outcomes: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 9 }), fc.nat({ max: 1 })),
      }),
      { minLength: least, maxLength: most },
    )
    .map((drawn) =>
      drawn.map(({ asked, anonymous, outcomes, quarterly, stepsKept, followed }, nth): Rollup => {
        const all = asked.reduce((sum, count) => sum + count, 0);
        return {
          ...blank,
          _id: weekAfter('2026-W01', nth),
          asked: all,
          anonymous: Math.min(all, anonymous),
          units: UNITS.map((name, at) => ({ name, people: 50, count: asked[at] ?? 0 })),
          quarterly: quarterly.map((count, at) => ({ name: `q${at}`, count })),
          stepsKept: stepsKept.map((count, at) => ({ name: `k${at}`, count })),
          followed: ['a', 'b', 'c', 'd', 'e'].slice(0, followed),
          answerers: ['a', 'b', 'c', 'd', 'e'],
          outcomes: outcomes.map((count, at) => ({ name: `o${at}`, count })),
        };
      }),
    );

/** Tests every small number against every report published so far. */
const everySmallNumberHolds = (rollups: readonly Rollup[]): void => {
  const reports = publishAll(rollups);
  for (const table of TABLES) {
    const groups = [...new Set(rollups.flatMap((rollup) => table.of(rollup).map(({ name }) => name)))];
    const unknown = (group: number, week: number) => week * groups.length + group;
    const span = (group: number, last: number, period: number): number[] =>
      rollups.flatMap((_rollup, week) => (week > last - period && week <= last ? [unknown(group, week)] : []));
    const spanOfAll = (last: number, period: number) => groups.flatMap((_group, at) => span(at, last, period));
    const published: Told[] = [];
    const hear = (terms: number[], shown: Shown): void => {
      if (typeof shown === 'number') published.push({ terms, least: shown, most: shown });
      if (shown === 'under-5') published.push({ terms, least: 1, most: MIN_GROUP_SIZE - 1 });
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
      if (value === 0 || value >= MIN_GROUP_SIZE) return;
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
    const attacker = attack(groups.length * rollups.length, published);
    for (const { terms, what } of secrets) assert.equal(attacker.solve(terms), null, what);
  }
};

/** The end of each week: who has no chat, and the status of each of the others. */
const workplaces = fc.array(
  fc.record({
    none: fc.nat({ max: 9 }),
    stands: fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 }), fc.nat({ max: 7 })),
    rest: fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 90 })),
    isCounted: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
  }),
  { minLength: 1, maxLength: 14 },
);

type WorkplaceWeek = typeof workplaces extends fc.Arbitrary<(infer W)[]> ? W : never;

/** Unknowns of a week: without a chat, unreachable, paused, stopped, the rest. */
const STANDS = ['unreachable', 'paused', 'stopped'] as const;
const PARTS = 5;

const nobodySmallStandsOut = (drawn: WorkplaceWeek[]): void => {
  const rollups = drawn.map(({ none, stands: [unreachable, paused, stopped], rest, isCounted }, nth): Rollup => {
    const withChat = unreachable + paused + stopped + rest;
    const standing = isCounted ? { unreachable, paused, stopped } : null;
    return { ...blank, _id: weekAfter('2026-W01', nth), directory: none + withChat, withChat, standing };
  });
  const published: Told[] = [];
  const secrets: { terms: number[]; what: string }[] = [];
  const weekOf = (id: string) => rollups.findIndex(({ _id }) => _id === id);
  for (const { periods } of publishAll(rollups)) {
    for (const figures of periods.flatMap(({ now, before }) => (before === null ? [now] : [now, before]))) {
      const week = weekOf(figures.toldTo);
      const rollup = rollups[week];
      assert.ok(rollup !== undefined);
      const parts = Array.from({ length: PARTS }, (_none, part) => week * PARTS + part);
      published.push({ terms: parts, least: rollup.directory, most: rollup.directory });
      assert.equal(figures.people === null, rollup.standing === null);
      if (figures.people === null || rollup.standing === null) continue;
      const counts = { withChat: rollup.withChat, ...rollup.standing };
      const of = {
        withChat: parts.slice(1),
        unreachable: [week * PARTS + 1],
        paused: [week * PARTS + 2],
        stopped: [week * PARTS + 3],
      };
      for (const name of ['withChat', ...STANDS] as const) {
        const shown = figures.people[name];
        if (typeof shown === 'number') published.push({ terms: of[name], least: shown, most: shown });
        if (shown === 'under-5') published.push({ terms: of[name], least: 1, most: MIN_GROUP_SIZE - 1 });
        const isSmall = counts[name] > 0 && counts[name] < MIN_GROUP_SIZE;
        assert.ok(typeof shown !== 'number' || (shown === counts[name] && !isSmall), `${name} shows ${shown}`);
        if (isSmall) secrets.push({ terms: of[name], what: `${name}, week ${week}` });
      }
      const { none, rest } = drawn[week] ?? { none: 0, rest: 0 };
      if (none > 0 && none < MIN_GROUP_SIZE)
        secrets.push({ terms: [week * PARTS], what: `without a chat, week ${week}` });
      if (rest > 0 && rest < MIN_GROUP_SIZE)
        secrets.push({ terms: [week * PARTS + 4], what: `the rest, week ${week}` });
    }
  }
  const attacker = attack(rollups.length * PARTS, published);
  for (const { terms, what } of secrets) assert.equal(attacker.solve(terms), null, what);
};

describe('small groups', () => {
  it('cannot be inferred from the statuses of the weekly principle', () => {
    fc.assert(fc.property(workplaces, nobodySmallStandsOut), { numRuns: 400, endOnFailure: true });
  }).timeout(60_000);

  it('of the quarterly question are shown once five different people have answered', () => {
    const answered = (many: number) =>
      sumWeek({ _id: '2026-W01', directory: 200, withChat: 150, standing: null, units: [] }, [
        ...Array.from({ length: 12 }, (_none, nth) => ({
          _id: `f${nth}`,
          week: '2026-W01' as const,
          unit: null,
          who: `p${nth % many}`,
          kind: 'quarterly' as const,
          answer: 'month' as const,
        })),
      ]);
    for (const [many, shown] of [
      [4, 'hidden'],
      [5, 12],
    ] as const) {
      const [report] = publishAll([answered(many)]);
      assert.equal(report?.periods[0]?.now.quarterly.find(({ name }) => name === 'month')?.count, shown);
    }
  });

  it('of step outcomes are shown once five different people have reported', () => {
    for (const [many, shown] of [
      [4, 'hidden'],
      [5, 12],
    ] as const) {
      const facts = Array.from({ length: 12 }, (_none, nth) => ({
        _id: `f${nth}`,
        week: '2026-W01' as const,
        unit: null,
        who: `p${nth % many}`,
        kind: 'followed-up' as const,
        kept: 'partly' as const,
      }));
      const head = { _id: '2026-W01' as const, directory: 200, withChat: 150, standing: null, units: [] };
      const [report] = publishAll([sumWeek(head, facts)]);
      assert.equal(report?.periods[0]?.now.stepsKept.find(({ name }) => name === 'partly')?.count, shown);
    }
  });

  it('cannot be inferred from all reports of a first quarter', () => {
    fc.assert(fc.property(weeks(1, 16), everySmallNumberHolds), { numRuns: 60, endOnFailure: true });
  }).timeout(120_000);

  it('cannot be inferred from all reports of more than a year', () => {
    fc.assert(fc.property(weeks(56, 72), everySmallNumberHolds), { numRuns: 4, endOnFailure: true });
  }).timeout(120_000);
});
