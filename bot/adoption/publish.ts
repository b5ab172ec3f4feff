import { byName } from '../by-name.ts';
import { BINS, quantileHours } from './histogram.ts';
import { MIN_AGENTS } from './load.ts';
import { PERIODS, type Period } from './periods.ts';
import { OTHERS, UNSPLIT } from './pool-units.ts';
import type { Cells, Figures, Publication, WeekShown } from './publication.ts';
import { BLOCK_WEEKS, type Block, type PublishedWeek } from './published-week.ts';
import type { Counts } from './rollup.ts';
import { MIN_BASE, MIN_EXACT, shown } from './small-groups.ts';
import { TABLE_NAMES, type Table } from './tables.ts';
import { addUp, sumOf } from './windows.ts';

const WEEKS_SHOWN = 52;

/**
 * Builds what reports show once the last of these weeks has closed, from nothing but published numbers.
 * @param published every closed week, in order; at least one
 */
export const publicationOf = (published: readonly PublishedWeek[]): Publication => {
  const last = published.at(-1);
  if (last === undefined) throw new Error('no week is published');
  const blocks = published.flatMap(({ block }) => block ?? []);
  return {
    _id: last._id,
    periods: PERIODS.map((weeks) => {
      const many = weeks / BLOCK_WEEKS;
      const before = blocks.slice(Math.max(0, blocks.length - 2 * many), Math.max(0, blocks.length - many));
      return {
        weeks,
        now: figuresOf(blocks.slice(-many), weeks, blocks),
        before: before.length === 0 ? null : figuresOf(before, weeks, blocks),
      };
    }),
    series: seriesOf(published.slice(-WEEKS_SHOWN)),
  };
};

const figuresOf = (blocks: readonly Block[], period: Period, all: readonly Block[]): Figures => {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a period of the report holds no block');
  const sums = Object.fromEntries(
    TABLE_NAMES.map((table) => [table, addUp(blocks.map(({ tables }) => tables[table] ?? []))]),
  ) as Record<Table, Counts>;
  const single = (table: Table) => shown(sumOf(sums[table]));
  const cells = (table: Table): Cells => sums[table].map(({ name, count }) => ({ name, count: shown(count) }));
  const share = (table: Table, name: string): number | null => {
    const base = sumOf(sums[table]);
    const own = sums[table].find((cell) => cell.name === name)?.count ?? 0;
    return base < MIN_BASE ? null : inHundredths(own / base);
  };
  const asked = askedIn(blocks);
  const hasTimes = sumOf(sums.waits) >= MIN_BASE;
  const personWeeks = blocks.reduce((sum, block) => sum + block.personWeeks, 0);
  return {
    first: first.first,
    last: last.last,
    weeks: blocks.reduce((sum, { weeks }) => sum + weeks, 0),
    toldFrom: first.first,
    toldTo: last.last,
    directory: last.directory,
    people: peopleOf(last),
    nudged: single('nudged'),
    pressed: single('pressed'),
    asked: shown(asked),
    rate: rateOf(asked, personWeeks),
    units: unitsOf(sums.units, blocks, all),
    principles: cells('principles'),
    topics: cells('topics'),
    names: cells('names'),
    behalf: cells('behalf'),
    talks: single('talks'),
    introductions: single('introductions'),
    stories: blocks.some(({ tables }) => tables.stories !== undefined) ? single('stories') : null,
    reopened: single('reopened'),
    times: hasTimes ? timesOf(sums.bins) : null,
    waits: hasTimes ? cells('waits') : [],
    promises: cells('promises'),
    outcomes: cells('outcomes'),
    askedBack: cells('askedBack'),
    helpful: sumOf(sums.helpful) >= MIN_BASE ? cells('helpful') : [],
    steps: cells('steps'),
    stepsKept: cells('stepsKept'),
    quarterly: cells('quarterly'),
    shares: {
      anonymous: share('names', 'anonymous'),
      onBehalf: share('behalf', 'onBehalf'),
      kept: share('promises', 'kept'),
      helpful: share('helpful', 'yes'),
    },
    load: loadIn(last, period),
  };
};

const inHundredths = (share: number): number => Math.min(100, Math.round(share * 100)) / 100;

/** Exact only if every block may be; otherwise the blocks' own numbers, with their noise. */
const askedIn = (blocks: readonly Block[]): number => {
  const exact = blocks.reduce(
    (sum: number | null, block) => (sum === null || block.exact === null ? null : sum + block.exact),
    0,
  );
  if (exact !== null && exact >= MIN_EXACT) return exact;
  return blocks.reduce((sum, { asked }) => sum + asked, 0);
};

const peopleOf = ({ people }: Block): Figures['people'] =>
  people === null
    ? null
    : {
        withChat: shown(people.withChat),
        unreachable: shown(people.unreachable),
        paused: shown(people.paused),
        stopped: shown(people.stopped),
      };

/**
 * Groups with their latest number of people: units by name, then the pooled ones. A unit that has become small is not
 * named any more, not even for earlier blocks.
 */
const unitsOf = (sums: Counts, blocks: readonly Block[], all: readonly Block[]): Figures['units'] => {
  const named = all.at(-1)?.unitPeople ?? {};
  const people: Record<string, number> = Object.assign({}, ...blocks.map(({ unitPeople }) => unitPeople));
  const isLast = (name: string) => [OTHERS, UNSPLIT].indexOf(name);
  return sums
    .filter(({ name }) => Object.hasOwn(named, name) || name === UNSPLIT)
    .map(({ name, count }) => ({ name, people: people[name] ?? 0, count: shown(count) }))
    .sort((a, b) => isLast(a.name) - isLast(b.name) || byName(a, b));
};

const timesOf = (bins: Counts): Figures['times'] => {
  const times = BINS.map((edge) => bins.find(({ name }) => name === String(edge))?.count ?? 0);
  const [median, most] = [quantileHours(times, 0.5), quantileHours(times, 0.9)];
  return median === null || most === null ? null : { median, most };
};

const loadIn = ({ load }: Block, period: Period): Figures['load'] => {
  const found = load[period];
  if (found === null) return null;
  return { agents: Math.max(MIN_AGENTS, found.agents), busiestFifth: inHundredths(found.top / found.taken) };
};

/** Cases per 100 people and week; null without people, and where the number of cases is not shown. */
const rateOf = (asked: number, personWeeks: number): number | null =>
  personWeeks === 0 || typeof shown(asked) !== 'number' ? null : (asked / personWeeks) * 100;

const seriesOf = (published: readonly PublishedWeek[]): WeekShown[] =>
  published.flatMap(({ _id, asked, directory, block }, at): WeekShown[] => {
    // A week is told with its block where that is small in any week.
    const ends = published.slice(at).find((week) => week.block !== null)?.block ?? null;
    if (ends?.isSmallWorkplace)
      return block === null
        ? []
        : [{ week: _id, from: block.first, asked: shown(block.asked), rate: rateOf(block.asked, block.personWeeks) }];
    return asked === null ? [] : [{ week: _id, asked: shown(asked), rate: rateOf(asked, directory) }];
  });
