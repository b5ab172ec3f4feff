import type { Week } from '../time/iso-week.ts';
import type { Headcount } from './fact.ts';
import { loadOf } from './load.ts';
import { type Noise, noised } from './noise.ts';
import { PERIODS } from './periods.ts';
import { OTHERS, UNSPLIT } from './pool-units.ts';
import { BLOCK_WEEKS, type Block, type Load, type People, type PublishedWeek } from './published-week.ts';
import type { Counts, Rollup } from './rollup.ts';
import { MIN_DIRECTORY, MIN_EXACT, MIN_GROUP_SIZE } from './small-groups.ts';
import { ALL, SPLITS, TABLE_NAMES, TABLES, type Table } from './tables.ts';
import { addUp, windowOf } from './windows.ts';

/** How far a published number of people may be from the counted one before it is drawn anew. */
const STANDS_STILL = 3;

/**
 * Draws what is published as the last of these weeks closes.
 * @param rollups every closed week up to this one, in order and without gaps
 * @param before the block published before; null for the first
 */
export const drawWeek = (rollups: readonly Rollup[], before: Block | null, noise: Noise): PublishedWeek => {
  const week = rollups.length - 1;
  const [closed] = windowOf(rollups, week, 1);
  if (closed === undefined) throw new Error('no week is closed');
  const { _id, directory } = closed;
  return {
    _id,
    directory,
    asked: isSmallWorkplace([closed]) ? null : totalOf([closed], tablesOf([closed]), weekNoise(_id, noise)).asked,
    // The first closed week is a block of its own, so that a report is never empty.
    block: week % BLOCK_WEEKS === 0 ? drawBlock(rollups, closed, before, noise) : null,
  };
};

/** The noise of a week's number of all cases, while it runs and once it has closed. */
export const weekNoise = (week: Week, noise: Noise): number => noise(week, 'week', 'asked');

const drawBlock = (rollups: readonly Rollup[], last: Rollup, before: Block | null, noise: Noise): Block => {
  const end = rollups.length - 1;
  const weeks = windowOf(rollups, end, BLOCK_WEEKS);
  const name = last._id;
  const draw = (table: string, { name: cell, count }: Counts[number]) => noised(count, noise(name, table, cell));
  const counted = tablesOf(weeks);
  const drawn = (table: Table): Counts => counted[table].map((cell) => ({ name: cell.name, count: draw(table, cell) }));
  return {
    first: weeks[0]?._id ?? name,
    last: name,
    weeks: weeks.length,
    isSmallWorkplace: isSmallWorkplace(weeks),
    directory: last.directory,
    personWeeks: weeks.reduce((sum, { directory }) => sum + directory, 0),
    // A block of one week is that week: a second draw would be a second look at the same number.
    ...totalOf(weeks, counted, weeks.length === 1 ? weekNoise(name, noise) : noise(name, 'asked', ALL)),
    tables: mapTables(drawn),
    unitPeople: Object.fromEntries(last.units.map((unit) => [unit.name, unit.people])),
    people: drawPeople(last, before?.people ?? null, (cell) => noise(name, 'people', cell)),
    load: Object.fromEntries(
      PERIODS.map((period) => [
        period,
        drawLoad(loadOf(windowOf(rollups, end, period)), (cell) => noise(name, `load ${period}`, cell)),
      ]),
    ) as Block['load'],
  };
};

const mapTables = (cellsOf: (table: Table) => Counts): Record<Table, Counts> =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, cellsOf(table)])) as Record<Table, Counts>;

const tablesOf = (weeks: readonly Rollup[]): Record<Table, Counts> =>
  mapTables((table) => (table === 'units' ? unitsOf(weeks) : addUp(weeks.map(TABLES[table]))));

/** A unit that has become small, or is no more, is not named for the weeks before either. */
const unitsOf = (weeks: readonly Rollup[]): Counts => {
  const named = weeks.at(-1)?.units.map(({ name }) => name) ?? [];
  const pooled = named.includes(OTHERS) ? OTHERS : UNSPLIT;
  const cells = weeks.flatMap(({ units }) =>
    units.map(({ name, count }) => ({ name: named.includes(name) ? name : pooled, count })),
  );
  return addUp([cells]).filter(({ name, count }) => named.includes(name) || count > 0);
};

const isSmallWorkplace = (weeks: readonly Pick<Headcount, 'directory'>[]): boolean =>
  weeks.some(({ directory }) => directory < MIN_DIRECTORY);

/**
 * All cases of these weeks. When they are hardly more than the groups that have any, an exact number would tell that each
 * group has one; then it is noised, alone and in every sum.
 */
const totalOf = (
  weeks: readonly Rollup[],
  tables: Record<Table, Counts>,
  noise: number,
): Pick<Block, 'asked' | 'exact'> => {
  const asked = weeks.reduce((sum, rollup) => sum + rollup.asked, 0);
  const groups = Math.max(...SPLITS.map((table) => tables[table].filter(({ count }) => count > 0).length));
  const mayBeExact = asked === 0 || (!isSmallWorkplace(weeks) && asked >= groups + MIN_GROUP_SIZE);
  return {
    asked: mayBeExact && asked >= MIN_EXACT ? asked : noised(asked, noise),
    exact: mayBeExact ? asked : null,
  };
};

/**
 * Where people stand hardly changes from block to block, and noise that is drawn anew for the same number could be
 * averaged away. So a published number stays while the counted one, itself noised, is near it.
 */
const drawPeople = (
  { withChat, standing }: Rollup,
  before: People | null,
  noise: (cell: string) => number,
): People | null => {
  if (standing === null) return null;
  const draw = (cell: keyof People, count: number): number => {
    const last = before?.[cell] ?? 0;
    const isStill = count > 0 && last > 0 && Math.abs(count + noise(`${cell} moved`) - last) <= STANDS_STILL;
    return isStill ? last : noised(count, noise(cell));
  };
  return {
    withChat: draw('withChat', withChat),
    unreachable: draw('unreachable', standing.unreachable),
    paused: draw('paused', standing.paused),
    stopped: draw('stopped', standing.stopped),
  };
};

const drawLoad = (load: Load | null, noise: (cell: string) => number): Load | null =>
  load === null
    ? null
    : {
        agents: noised(load.agents, noise('agents')),
        top: noised(load.top, noise('top')),
        taken: noised(load.taken, noise('taken')),
      };
