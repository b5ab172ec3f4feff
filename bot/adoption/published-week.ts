import type { Week } from '../time/iso-week.ts';
import type { Standing } from './fact.ts';
import type { Period } from './periods.ts';
import type { Counts } from './rollup.ts';
import type { Table } from './tables.ts';

/** Weeks in a block: reports show groups in steps no finer than this. */
export const BLOCK_WEEKS = 4;

/** Where people stand at the end of a block. */
export type People = { withChat: number } & Standing;

/** How the agents of a period share the cases: the busiest fifth took `top` of `taken`. */
export type Load = { agents: number; top: number; taken: number };

/** Blocks of an earlier version do not have these. */
type LaterTable = 'stories';

/**
 * What was published when a block of four weeks closed. Every number has its noise already, so a sum of blocks tells
 * nothing that the blocks do not. Numbers are whole; readers see those from 1 to 4 as "under 5".
 */
export type Block = {
  first: Week;
  last: Week;
  weeks: number;
  /** Whether fewer than 50 people worked here in any of its weeks; then single weeks are not shown. */
  isSmallWorkplace: boolean;
  /** People in the directory at its end, and summed over its weeks. */
  directory: number;
  personWeeks: number;
  /** All cases, as the block shows them. */
  asked: number;
  /** All cases, for sums that may be exact; null where the exact number would tell of single cases. */
  exact: number | null;
  tables: Record<Exclude<Table, LaterTable>, Counts> & Partial<Record<LaterTable, Counts>>;
  /** The people of each unit in the table of units, by its name. */
  unitPeople: Record<string, number>;
  /** Null when its last week did not count this. */
  people: People | null;
  /** Over the periods that end with this block; null with fewer than ten agents. */
  load: Record<Period, Load | null>;
};

/** What was published when a week closed. It is drawn once and stored, so a later key changes nothing in it. */
export type PublishedWeek = {
  _id: Week;
  directory: number;
  /** Null in a workplace of fewer than 50 people. */
  asked: number | null;
  /** Null unless the week ends a block. */
  block: Block | null;
};
