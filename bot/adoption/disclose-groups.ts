import { differentPeople } from './different-people.ts';
import { decideSeries } from './disclosure/decide.ts';
import { MIN_GROUP_SIZE, type Shown } from './disclosure/small-groups.ts';
import { PERIODS } from './periods.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Counts, Rollup } from './rollup.ts';
import { forSelfOrOthers, groupsIn, namedOrAnonymous, totals, waitsOf, windowOf } from './windows.ts';

/** Weeks in the shortest period: reports show groups in steps no finer than this. */
export const BLOCK_WEEKS = 4;
export const ALL = 'all';

/**
 * What may be shown of a group in a period of `period` weeks that ends with `week`; weeks are indices from the first
 * rollup.
 */
export type Disclosure = (week: number, period: number, group: string) => Shown;

/** Discloses all cases together, week by week. */
export const discloseTotal = (rollups: readonly Rollup[]): Disclosure => {
  const decided = decideSeries({
    groups: [ALL],
    steps: rollups.map(({ asked }) => new Map([[ALL, asked]])),
    // The year is decided before single weeks: a quiet Christmas week must not hide a year's figure.
    windows: [52, 1, 12, 4],
  });
  return (week, period, group) => decided[week]?.get(period)?.get(group) ?? 'hidden';
};

/** Discloses every table that reports show by group, given what they show of all cases. */
export const discloseGroups = (rollups: readonly Rollup[], total: Disclosure) => {
  const isKnown = (week: number, period: number) => typeof total(week, period, ALL) === 'number';
  const always = () => true;
  const within = (counts: (rollup: Rollup) => Counts) =>
    inBlocks(rollups, counts, { isTotalShown: isKnown, mayShow: isKnown });
  const apart = (counts: (rollup: Rollup) => Counts, mayShow: Rules['mayShow'] = always) =>
    inBlocks(rollups, counts, { isTotalShown: () => false, mayShow });
  const alone = (count: (rollup: Rollup) => number) => apart((rollup) => [{ name: ALL, count: count(rollup) }]);
  const withEnough = (people: (rollup: Rollup) => readonly Pseudonym[]) => (week: number, period: number) =>
    hasEnoughPeople(windowOf(rollups, week, period), people);
  return {
    units: within(({ units }) => units),
    principles: within(({ principles }) => principles),
    topics: within(({ topics }) => topics),
    names: within(namedOrAnonymous),
    behalf: within(forSelfOrOthers),
    talks: alone(({ talks }) => talks),
    introductions: alone(({ introductions = 0 }) => introductions),
    reopened: alone(({ reopened }) => reopened),
    nudged: alone(({ nudged }) => nudged),
    pressed: alone(({ pressed }) => pressed),
    promises: apart(({ promises }) => promises),
    outcomes: apart(({ outcomes }) => outcomes),
    askedBack: apart(({ askedBack }) => askedBack),
    steps: apart(({ steps }) => steps),
    waits: apart(
      waitsOf,
      withEnough(({ waited }) => waited),
    ),
    quarterly: apart(
      ({ quarterly }) => quarterly,
      withEnough(({ answerers }) => answerers),
    ),
    stepsKept: apart(
      ({ stepsKept }) => stepsKept,
      withEnough(({ followed }) => followed),
    ),
    helpful: apart(
      ({ helpful }) => helpful,
      withEnough(({ raters }) => raters),
    ),
  };
};

type Rules = {
  isTotalShown(week: number, period: number): boolean;
  mayShow(week: number, period: number): boolean;
};

/**
 * Discloses groups only in steps of four weeks: from two reports one week apart, a reader could subtract what a unit
 * did in a single week. The first closed week ends the first step, so that a report is never empty.
 */
const inBlocks = (rollups: readonly Rollup[], counts: (rollup: Rollup) => Counts, rules: Rules): Disclosure => {
  const ends = rollups.map((_rollup, week) => week).filter((week) => week === blockEnd(week));
  const decided = decideSeries({
    groups: groupsIn(rollups, counts),
    steps: ends.map((week) => totals(windowOf(rollups, week, BLOCK_WEEKS), counts)),
    windows: PERIODS.map((period) => period / BLOCK_WEEKS),
    isTotalShown: (step, window) => rules.isTotalShown(step * BLOCK_WEEKS, window * BLOCK_WEEKS),
    mayShow: (step, window) => rules.mayShow(step * BLOCK_WEEKS, window * BLOCK_WEEKS),
  });
  return (week, period, group) => decided[week / BLOCK_WEEKS]?.get(period / BLOCK_WEEKS)?.get(group) ?? 'hidden';
};

/** The last week, up to this one, that ends a step of groups. */
export const blockEnd = (week: number): number => week - (week % BLOCK_WEEKS);

/** Whether enough different people are behind a figure to show it (docs/rules.md, "Small groups"). */
export const hasEnoughPeople = (
  rollups: readonly Rollup[],
  people: (rollup: Rollup) => readonly Pseudonym[],
): boolean => differentPeople(rollups.map((rollup) => ({ week: rollup._id, who: people(rollup) }))) >= MIN_GROUP_SIZE;
