import type { Week } from '../time/iso-week.ts';
import { HELPFUL, KEPT, OUTCOMES, PRINCIPLES, QUARTER_ANSWERS, TOPICS } from '../words.ts';
import type { Fact, FactKind, Headcount, Standing } from './fact.ts';
import { noTimes } from './histogram.ts';
import { poolUnits } from './pool-units.ts';
import type { Pseudonym } from './pseudonym.ts';

export type Counts = { name: string; count: number }[];

/**
 * The sums of a closed week. Never changes, except for erased people's pseudonyms, and can be rebuilt from its facts.
 */
export type Rollup = {
  _id: Week;
  directory: number;
  withChat: number;
  standing: Standing | null;
  nudged: number;
  pressed: number;
  asked: number;
  /** By group, so small units are already pooled. Every group with people is listed, even without cases. */
  units: { name: string; people: number; count: number }[];
  principles: Counts;
  topics: Counts;
  anonymous: number;
  /** Cases that were asked for somebody else; missing in weeks of an earlier version, when there were none. */
  onBehalf?: number;
  talks: number;
  /** Missing in weeks that an earlier version closed. */
  introductions?: number;
  /** Missing in weeks that an earlier version closed. */
  storiesTold?: number;
  reopened: number;
  times: number[];
  promises: Counts;
  outcomes: Counts;
  askedBack: Counts;
  helpful: Counts;
  steps: Counts;
  /** What came of accepted steps. */
  stepsKept: Counts;
  quarterly: Counts;
  /** Cases taken, by agent. */
  agents: { who: Pseudonym; count: number }[];
};

/** The pseudonyms in a rollup. */
export type CountedPeople = Pick<Rollup, 'agents'>;

/** The kinds of facts whose people a rollup keeps. */
export const NAMING_KINDS = ['taken'] as const satisfies FactKind[];

export const peopleCounted = (facts: readonly Fact[]): CountedPeople => ({
  agents: byAgent(facts.filter(({ kind }) => kind === 'taken')),
});

/** Sums a week's facts, in any order. `facts` must be of that week only. */
export const sumWeek = (head: Headcount, facts: readonly Fact[]): Rollup => {
  const of = <K extends Fact['kind']>(kind: K) =>
    facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
  const asked = of('asked');
  const words = of('first-word');
  const times = noTimes();
  for (const { bin } of words) times[bin] = (times[bin] ?? 0) + 1;
  const answered = of('answered');
  const first = answered.filter(({ askedBack }) => askedBack !== null);
  return {
    _id: head._id,
    directory: head.directory,
    withChat: head.withChat,
    standing: head.standing,
    nudged: different(of('nudged')).length,
    pressed: different(of('nudge-pressed')).length,
    asked: asked.length,
    units: byUnit(head, asked),
    principles: tally(PRINCIPLES, asked, ({ principle }) => principle),
    topics: tally(TOPICS, asked, ({ topic }) => topic),
    anonymous: asked.filter(({ anonymous }) => anonymous).length,
    onBehalf: asked.filter(({ for: whom = 'me' }) => whom !== 'me').length,
    talks: of('talk').length,
    introductions: of('introduction').length,
    storiesTold: of('story-told').length,
    reopened: of('reopened').length,
    times,
    promises: tally(['kept', 'missed'], of('promise'), ({ kept }) => (kept ? 'kept' : 'missed')),
    outcomes: tally(OUTCOMES, answered, ({ outcome }) => outcome),
    askedBack: tally(['yes', 'no'], first, ({ askedBack }) => (askedBack ? 'yes' : 'no')),
    helpful: tally(HELPFUL, of('rated'), ({ helpful }) => helpful),
    steps: tally(['accepted', 'moved', 'dropped'], of('step'), ({ became }) => became),
    stepsKept: tally(KEPT, of('followed-up'), ({ kept }) => kept),
    quarterly: tally(QUARTER_ANSWERS, of('quarterly'), ({ answer }) => answer),
    ...peopleCounted(facts),
  };
};

const tally = <F>(names: readonly string[], facts: readonly F[], nameOf: (fact: F) => string): Counts =>
  names.map((name) => ({ name, count: facts.filter((fact) => nameOf(fact) === name).length }));

const byUnit = (head: Headcount, asked: readonly Fact[]): Rollup['units'] => {
  const { groupOf, groups } = poolUnits(head.units);
  const counts = new Map<string, number>();
  for (const { unit } of asked) counts.set(groupOf(unit), (counts.get(groupOf(unit)) ?? 0) + 1);
  const people = new Map(groups.map(({ group, people }) => [group, people]));
  return [...new Set([...people.keys(), ...counts.keys()])]
    .sort()
    .map((name) => ({ name, people: people.get(name) ?? 0, count: counts.get(name) ?? 0 }));
};

const byAgent = (taken: readonly Fact[]): Rollup['agents'] => {
  const counts = new Map<Pseudonym, number>();
  for (const { who } of taken) if (who !== null) counts.set(who, (counts.get(who) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([who, count]) => ({ who, count }));
};

const different = (facts: readonly Fact[]): Pseudonym[] => [
  ...new Set(facts.flatMap(({ who }) => (who === null ? [] : [who]))),
];
