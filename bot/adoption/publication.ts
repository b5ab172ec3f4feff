import type { Week } from '../time/iso-week.ts';
import type { PeopleShown } from './disclose-people.ts';
import type { Shown } from './disclosure/small-groups.ts';
import type { Period } from './periods.ts';

export type Cells = { name: string; count: Shown }[];

/** One period's figures as anybody may see them: small groups are already hidden. */
export type Figures = {
  first: Week;
  last: Week;
  /** Fewer than the period's weeks while Sammen is younger than that. */
  weeks: number;
  /** First and last week that groups, times and shares cover: they change in steps of four weeks. */
  toldFrom: Week;
  toldTo: Week;
  /** People in the directory at the end of `toldTo`. */
  directory: number;
  people: PeopleShown;
  nudged: Shown;
  pressed: Shown;
  asked: Shown;
  /** Cases per 100 people and week; null while the count is hidden. */
  rate: number | null;
  units: { name: string; people: number; count: Shown }[];
  principles: Cells;
  topics: Cells;
  /** Sent with and without a name. */
  names: Cells;
  /** Asked for themselves and for others; missing in publications of an earlier version. */
  behalf?: Cells;
  talks: Shown;
  /** Missing in publications of an earlier version. */
  introductions?: Shown;
  reopened: Shown;
  /**
   * Working hours to the first human word, the median and the ninth decile; null with fewer than five different people.
   */
  times: { median: number; most: number } | null;
  /** The same as case counts, in five steps. */
  waits: Cells;
  promises: Cells;
  outcomes: Cells;
  askedBack: Cells;
  helpful: Cells;
  steps: Cells;
  /** What came of accepted steps; empty with fewer than five different people. */
  stepsKept: Cells;
  /** When people last did something with a citizen; hidden with fewer than five different people. */
  quarterly: Cells;
  /** Null with fewer than five agents. */
  load: { agents: number; busiestFifth: number } | null;
};

/** What reports show once this week has closed. Never changes. */
export type Publication = {
  _id: Week;
  periods: { weeks: Period; now: Figures; before: Figures | null }[];
  /** Cases by week for the last year, also per 100 people. */
  series: { week: Week; asked: Shown; rate: number | null }[];
};
