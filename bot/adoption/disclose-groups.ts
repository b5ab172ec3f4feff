import { differentPeople } from './different-people.ts';
import { decideSeries } from './disclosure/decide.ts';
import { LEAST, type Shown } from './disclosure/least.ts';
import type { Pseudonym } from './pseudonym.ts';
import { PERIODS } from './publication.ts';
import type { Counts, Rollup } from './rollup.ts';
import { namesIn, namesOf, totals, waitsOf, windowOf } from './windows.ts';

/** Weeks of the shortest period: groups are told no finer than that. */
export const BLOCK = 4;
export const ALL = 'all';

/** What may be shown of a group, for a period that ends with a week; weeks are counted from the first. */
export type Look = (week: number, period: number, group: string) => Shown;

/** All cases together, week by week. */
export const discloseTotal = (rollups: readonly Rollup[]): Look => {
  const decided = decideSeries({
    groups: [ALL],
    steps: rollups.map(({ asked }) => new Map([[ALL, asked]])),
    // The year before single weeks: a quiet week at Christmas must not cost a year's figure.
    windows: [52, 1, 12, 4],
  });
  return (week, period, group) => decided[week]?.get(period)?.get(group) ?? 'hidden';
};

/** Everything that is told by group, given what is told of all cases. */
export const discloseGroups = (rollups: readonly Rollup[], total: Look) => {
  const isKnown = (week: number, period: number) => typeof total(week, period, ALL) === 'number';
  const always = () => true;
  const within = (counts: (rollup: Rollup) => Counts) =>
    inBlocks(rollups, counts, { isTotalShown: isKnown, mayShow: isKnown });
  const apart = (counts: (rollup: Rollup) => Counts, mayShow: Rules['mayShow'] = always) =>
    inBlocks(rollups, counts, { isTotalShown: () => false, mayShow });
  const alone = (count: (rollup: Rollup) => number) => apart((rollup) => [{ name: ALL, count: count(rollup) }]);
  const withFive = (people: (rollup: Rollup) => readonly Pseudonym[]) => (week: number, period: number) =>
    isFive(windowOf(rollups, week, period), people);
  return {
    units: within(({ units }) => units),
    principles: within(({ principles }) => principles),
    topics: within(({ topics }) => topics),
    names: within(namesOf),
    talks: alone(({ talks }) => talks),
    reopened: alone(({ reopened }) => reopened),
    nudged: alone(({ nudged }) => nudged),
    pressed: alone(({ pressed }) => pressed),
    promises: apart(({ promises }) => promises),
    outcomes: apart(({ outcomes }) => outcomes),
    askedBack: apart(({ askedBack }) => askedBack),
    steps: apart(({ steps }) => steps),
    waits: apart(
      waitsOf,
      withFive(({ waited }) => waited),
    ),
    quarterly: apart(
      ({ quarterly }) => quarterly,
      withFive(({ answerers }) => answerers),
    ),
    stepsKept: apart(
      ({ stepsKept }) => stepsKept,
      withFive(({ followed }) => followed),
    ),
    helpful: apart(
      ({ helpful }) => helpful,
      withFive(({ raters }) => raters),
    ),
  };
};

type Rules = {
  isTotalShown(week: number, period: number): boolean;
  mayShow(week: number, period: number): boolean;
};

/**
 * Groups are told in steps of four weeks, and by no fewer: from two reports a week apart somebody could else subtract
 * what a unit did in a single week. The first week that closes ends the first step, so that a report is never empty.
 */
const inBlocks = (rollups: readonly Rollup[], counts: (rollup: Rollup) => Counts, rules: Rules): Look => {
  const ends = rollups.map((_rollup, week) => week).filter((week) => week === blockEnd(week));
  const decided = decideSeries({
    groups: namesIn(rollups, counts),
    steps: ends.map((week) => totals(windowOf(rollups, week, BLOCK), counts)),
    windows: PERIODS.map((period) => period / BLOCK),
    isTotalShown: (step, window) => rules.isTotalShown(step * BLOCK, window * BLOCK),
    mayShow: (step, window) => rules.mayShow(step * BLOCK, window * BLOCK),
  });
  return (week, period, group) => decided[week / BLOCK]?.get(period / BLOCK)?.get(group) ?? 'hidden';
};

/** The last week, up to this one, with which groups were told. */
export const blockEnd = (week: number): number => week - (week % BLOCK);

/** Whether there are five different people behind it. */
export const isFive = (rollups: readonly Rollup[], people: (rollup: Rollup) => readonly Pseudonym[]): boolean =>
  differentPeople(rollups.map((rollup) => ({ week: rollup._id, who: people(rollup) }))) >= LEAST;
