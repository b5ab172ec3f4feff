import { byName } from '../by-name.ts';
import type { Week } from '../time/iso-week.ts';
import { ALL, blockEnd, type Disclosure, discloseGroups, discloseTotal, hasEnoughPeople } from './disclose-groups.ts';
import { disclosePeople } from './disclose-people.ts';
import { quantileHours } from './histogram.ts';
import { loadOf } from './load.ts';
import { PERIODS, type Period } from './periods.ts';
import { OTHERS, UNSPLIT } from './pool-units.ts';
import type { Figures, Publication } from './publication.ts';
import type { Counts, Rollup } from './rollup.ts';
import { forSelfOrOthers, groupsIn, namedOrAnonymous, timesIn, waitsOf, windowOf } from './windows.ts';

const WEEKS_SHOWN = 52;

type Disclosed = {
  total: Disclosure;
  people: ReturnType<typeof disclosePeople>;
  tables: ReturnType<typeof discloseGroups>;
};

/**
 * Builds the publication of each closed week. Each depends on all earlier ones, so that a reader who keeps them all
 * cannot work out a small group.
 * @param rollups all there are, in order and without gaps
 */
export const publishAll = (rollups: readonly Rollup[]): Publication[] => {
  const total = discloseTotal(rollups);
  const covered: Disclosed = { total, people: disclosePeople(rollups), tables: discloseGroups(rollups, total) };
  return rollups.map(({ _id, units }, week) => {
    // A unit that has become small is no longer named, not even for earlier weeks.
    const named = new Set([...units.map(({ name }) => name), UNSPLIT]);
    const shown = windowOf(rollups, week, WEEKS_SHOWN);
    return {
      _id,
      periods: PERIODS.map((period) => ({
        weeks: period,
        now: figuresOf(rollups, week, period, covered, named),
        before: week < period ? null : figuresOf(rollups, week - period, period, covered, named),
      })),
      series: shown.map((rollup, at) => {
        const asked = total(week + 1 - shown.length + at, 1, ALL);
        return { week: rollup._id, asked, rate: typeof asked === 'number' ? rateOf(asked, [rollup]) : null };
      }),
    };
  });
};

/** A window holds at least one week. */
const endsOf = (rollups: readonly Rollup[]): { first: Week; last: Week } => {
  const [first, last] = [rollups[0]?._id, rollups.at(-1)?._id];
  if (first === undefined || last === undefined) throw new Error('a window of the report holds no week');
  return { first, last };
};

const figuresOf = (
  rollups: readonly Rollup[],
  week: number,
  period: Period,
  { total, people, tables }: Disclosed,
  named: ReadonlySet<string>,
): Figures => {
  const end = blockEnd(week);
  const [all, covered] = [windowOf(rollups, week, period), windowOf(rollups, end, period)];
  const told = endsOf(covered);
  const asked = total(week, period, ALL);
  const single = (name: keyof typeof tables) => tables[name](end, period, ALL);
  const cells = (name: keyof typeof tables, counts: (rollup: Rollup) => Counts) =>
    groupsIn(covered, counts).map((group) => ({ name: group, count: tables[name](end, period, group) }));
  return {
    ...endsOf(all),
    weeks: all.length,
    toldFrom: told.first,
    toldTo: told.last,
    directory: covered.at(-1)?.directory ?? 0,
    people: people(end),
    nudged: single('nudged'),
    pressed: single('pressed'),
    asked,
    rate: typeof asked === 'number' ? rateOf(asked, all) : null,
    units: unitsOf(covered, named).map(({ name, people }) => ({
      name,
      people,
      count: tables.units(end, period, name),
    })),
    principles: cells('principles', ({ principles }) => principles),
    topics: cells('topics', ({ topics }) => topics),
    names: cells('names', namedOrAnonymous),
    behalf: cells('behalf', forSelfOrOthers),
    talks: single('talks'),
    introductions: single('introductions'),
    reopened: single('reopened'),
    times: timesOf(covered),
    waits: cells('waits', waitsOf),
    promises: cells('promises', ({ promises }) => promises),
    outcomes: cells('outcomes', ({ outcomes }) => outcomes),
    askedBack: cells('askedBack', ({ askedBack }) => askedBack),
    helpful: cells('helpful', ({ helpful }) => helpful),
    steps: cells('steps', ({ steps }) => steps),
    stepsKept: cells('stepsKept', ({ stepsKept }) => stepsKept),
    quarterly: cells('quarterly', ({ quarterly }) => quarterly),
    load: loadOf(covered),
  };
};

/** Groups with their latest number of people: units by name, then the pooled groups. */
const unitsOf = (rollups: readonly Rollup[], named: ReadonlySet<string>): { name: string; people: number }[] => {
  const groups = new Map<string, number>();
  for (const { units } of rollups) {
    for (const { name, people } of units) if (named.has(name)) groups.set(name, people);
  }
  const isLast = (name: string) => [OTHERS, UNSPLIT].indexOf(name);
  return [...groups]
    .map(([name, people]) => ({ name, people }))
    .sort((a, b) => isLast(a.name) - isLast(b.name) || byName(a, b));
};

const timesOf = (rollups: readonly Rollup[]): Figures['times'] => {
  const times = timesIn(rollups);
  const [median, most] = [quantileHours(times, 0.5), quantileHours(times, 0.9)];
  if (median === null || most === null || !hasEnoughPeople(rollups, ({ waited }) => waited)) return null;
  return { median, most };
};

/** Cases per 100 people and week; null without people. */
const rateOf = (asked: number, rollups: readonly Rollup[]): number | null => {
  const people = rollups.reduce((sum, { directory }) => sum + directory, 0);
  return people === 0 ? null : (asked / people) * 100;
};
