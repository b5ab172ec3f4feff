import { HELPFUL, KEPT, OUTCOMES, PRINCIPLES, QUARTER_ANSWERS, TOPICS } from '../words.ts';
import { LEAST } from './disclosure/least.ts';
import type { Fact, FactKind, Headcount, Standing } from './fact.ts';
import { noTimes } from './histogram.ts';
import { poolUnits } from './pool-units.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Week } from './week.ts';

export type Counts = { name: string; count: number }[];

/** What one closed week adds up to. It never changes again, and can be summed anew from its facts. */
export type Rollup = {
  _id: Week;
  directory: number;
  withChat: number;
  standing: Standing | null;
  nudged: number;
  pressed: number;
  asked: number;
  /** By group of units, so pooled already; every group with people stands there, also with no case. */
  units: { name: string; people: number; count: number }[];
  principles: Counts;
  topics: Counts;
  anonymous: number;
  talks: number;
  reopened: number;
  times: number[];
  promises: Counts;
  outcomes: Counts;
  askedBack: Counts;
  helpful: Counts;
  steps: Counts;
  /** What came of steps that were accepted. */
  stepsKept: Counts;
  quarterly: Counts;
  /** How many cases each agent took. */
  agents: { who: Pseudonym; count: number }[];
  /**
   * The first five who waited for a word, who rated, who said what came of a step, and who answered the quarterly question: enough to
   * know whether there are five different people.
   */
  waited: Pseudonym[];
  raters: Pseudonym[];
  followed: Pseudonym[];
  answerers: Pseudonym[];
};

/** Whom a sum names, by pseudonym. */
export type CountedPeople = Pick<Rollup, 'agents' | 'waited' | 'raters' | 'followed' | 'answerers'>;

/** The facts whose people a sum names. */
export const NAMING_KINDS = ['taken', 'first-word', 'rated', 'followed-up', 'quarterly'] as const satisfies FactKind[];

export const peopleCounted = (facts: readonly Fact[]): CountedPeople => {
  const first = (kind: FactKind) => different(facts.filter((fact) => fact.kind === kind)).slice(0, LEAST);
  return {
    agents: byAgent(facts.filter(({ kind }) => kind === 'taken')),
    waited: first('first-word'),
    raters: first('rated'),
    followed: first('followed-up'),
    answerers: first('quarterly'),
  };
};

/** Sums a week. Facts of other weeks must not be among them; their order does not matter. */
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
    talks: of('talk').length,
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

/** Sorted, so that the first few are the same few however the facts came. */
const different = (facts: readonly Fact[]): Pseudonym[] =>
  [...new Set(facts.flatMap(({ who }) => (who === null ? [] : [who])))].sort();
