import type { Week } from '../time/iso-week.ts';
import type { Period } from './periods.ts';
import type { People } from './published-week.ts';
import type { Shown } from './small-groups.ts';

export type Cells = { name: string; count: Shown }[];

/** People by how the weekly principle reaches them; null for weeks in which this was not counted. */
type PeopleShown = Record<keyof People, Shown> | null;

/** One period's figures as anybody may see them: counts of groups have their noise (docs/rules.md, "Small groups"). */
export type Figures = {
  first: Week;
  last: Week;
  /** Fewer than the period's weeks while Sammen is younger than that. */
  weeks: number;
  /** First and last week that the figures cover: they change in steps of four weeks. The same as `first` and `last`. */
  toldFrom: Week;
  toldTo: Week;
  /** People in the directory at the end of `toldTo`. */
  directory: number;
  people: PeopleShown;
  nudged: Shown;
  pressed: Shown;
  asked: Shown;
  /** Cases per 100 people and week; null while the count is under 5. */
  rate: number | null;
  units: { name: string; people: number; count: Shown }[];
  principles: Cells;
  topics: Cells;
  /** Sent with and without a name. */
  names: Cells;
  /** Asked for themselves and for others. */
  behalf: Cells;
  talks: Shown;
  introductions: Shown;
  /** Stories told; null while no block counted them, and missing in what an earlier version published. */
  stories?: Shown | null;
  reopened: Shown;
  /** Working hours to the first human word, the median and the ninth decile; null with fewer than ten first words. */
  times: { median: number; most: number } | null;
  /** The same as case counts, in five steps; empty with fewer than ten first words. */
  waits: Cells;
  promises: Cells;
  outcomes: Cells;
  askedBack: Cells;
  /** Empty with fewer than ten ratings. */
  helpful: Cells;
  steps: Cells;
  /** What came of accepted steps. */
  stepsKept: Cells;
  /** When people last did something with a citizen. */
  quarterly: Cells;
  /** Shares of the published counts, in whole hundredths; null with fewer than ten of them. */
  shares: Record<'anonymous' | 'onBehalf' | 'kept' | 'helpful', number | null>;
  /** Null with fewer than ten agents. */
  load: { agents: number; busiestFifth: number } | null;
};

/**
 * Cases in one week, also per 100 people. In a workplace of fewer than 50 people there is one entry for each block of
 * weeks, from `from` to `week`.
 */
export type WeekShown = { week: Week; from?: Week; asked: Shown; rate: number | null };

/** What reports show once this week has closed. Never changes. */
export type Publication = {
  _id: Week;
  periods: { weeks: Period; now: Figures; before: Figures | null }[];
  /** Cases by week for the last year. */
  series: WeekShown[];
};
