import type { PeopleShown } from './disclose-people.ts';
import type { Shown } from './disclosure/least.ts';
import type { Week } from './week.ts';

export const PERIODS = [4, 12, 52] as const;
export type Period = (typeof PERIODS)[number];

export type Cells = { name: string; count: Shown }[];

/** The figures of one period, as everybody may see them: small groups are hidden already. */
export type Figures = {
  first: Week;
  last: Week;
  /** Fewer than the period has when Sammen is younger. */
  weeks: number;
  /** Groups, times and shares are told in steps of four weeks: for the period that ends with this week. */
  toldFrom: Week;
  toldTo: Week;
  /** People in the directory at the end of `toldTo`, and how many of them stand how. */
  directory: number;
  people: PeopleShown;
  nudged: Shown;
  pressed: Shown;
  asked: Shown;
  /** Cases per 100 people and week. */
  rate: number | null;
  units: { name: string; people: number; count: Shown }[];
  principles: Cells;
  topics: Cells;
  names: Cells;
  talks: Shown;
  reopened: Shown;
  /** Working hours to the first human word; null with fewer than five different people. */
  times: { median: number; most: number } | null;
  /** The same as counts, in few steps. */
  waits: Cells;
  promises: Cells;
  outcomes: Cells;
  askedBack: Cells;
  helpful: Cells;
  steps: Cells;
  /** What came of steps that were accepted; nothing with fewer than five different people. */
  stepsKept: Cells;
  /** When they last did something with a citizen; nothing with fewer than five different people. */
  quarterly: Cells;
  /** Null with fewer than five agents. */
  load: { agents: number; busiestFifth: number } | null;
};

/** What a report shows once this week has closed. It never changes. */
export type Publication = {
  _id: Week;
  periods: { weeks: Period; now: Figures; before: Figures | null }[];
  /** Cases by week, the last year of them, and per 100 people. */
  series: { week: Week; asked: Shown; rate: number | null }[];
};
