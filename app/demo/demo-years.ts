import { keptValue } from '../../adapters/store/kept-values.ts';
import { daysOf, weeksFrom } from '../../bot/adoption/week.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { Deps } from '../../bot/deps.ts';
import type { Person } from '../../bot/people/person.ts';
import { type Week, weekOf } from '../../bot/time/iso-week.ts';
import { DAY } from '../../bot/time/units.ts';
import { rollups } from '../../jobs/rollups.ts';
import type { AppContext } from '../context.ts';
import { type Chance, createChance } from './chance.ts';
import { makeCase } from './demo-case.ts';
import { makeNudgeFacts, makeWishes, standingIn } from './demo-nudges.ts';
import { makePeople } from './demo-people.ts';
import { withStories } from './demo-stories.ts';

const SEED = 20_260_124;
const YEAR_MS = 365.25 * DAY;
const BATCH_SIZE = 500;
/** Made-up cases get numbers far from those of the person who tries the sandbox. */
const FIRST_NUMBER = 10_001;

/**
 * Fills a sandbox with years of a workplace of two thousand people, the same in every run. It can be stopped and run
 * again.
 * @returns how many cases it added; 0 when all of them were there already
 */
export const fillDemoYears = async (
  years: number,
  { database, store, deps, content }: AppContext,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> => {
  const until = new Date(await keptValue(database, 'demo-until', () => deps.clock().toISOString()));
  const chance = createChance(SEED);
  const people = makePeople(chance);
  // The shares of the time that the parts took when measured.
  const part = (from: number, to: number) => (done: number, total: number) =>
    onProgress(from + ((to - from) * done) / total, 100);
  const isNew = (await inBatches(people, (person) => store.people.add(person), part(0, 10))) > 0;
  const readers = people.filter(({ addresses }) => addresses.length > 0);
  if (isNew) for (const [{ _id }, wishes] of makeWishes(readers, until, deps)) await deps.readers.change(_id, wishes);
  const weeks = weeksFrom(
    weekOf(deps.time.localDate(new Date(until.getTime() - years * YEAR_MS))),
    weekOf(deps.time.localDate(until)),
  );
  const made = makeCases(weeks, people, chance, until, deps, content.organisation.promiseHours);
  const { cases, stories } = withStories(made, deps);
  const added = await inBatches(cases, (c) => store.cases.add(c), part(15, 40));
  await inBatches(stories, (story) => store.stories.add(story));
  await addHeadcounts(weeks, people, chance, deps);
  const facts = makeNudgeFacts(weeks, readers, chance, until, deps);
  await inBatches(facts, (fact) => deps.facts.put(fact), part(40, 45));
  await rollups({ ...deps, rollups: counted(deps.rollups, weeks.length, part(45, 100)) });
  return added;
};

/** Each week is summed, and then drawn. */
const counted = (
  ports: Deps['rollups'],
  weeks: number,
  onProgress: (done: number, total: number) => void,
): Deps['rollups'] => {
  let done = 0;
  const count = (): void => onProgress(++done, 2 * weeks);
  return {
    ...ports,
    add: (rollup) => ports.add(rollup).finally(count),
    keepDrawn: (week) => ports.keepDrawn(week).finally(count),
  };
};

const inBatches = async <T>(
  all: readonly T[],
  add: (item: T) => Promise<boolean>,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> => {
  let added = 0;
  for (let start = 0; start < all.length; start += BATCH_SIZE) {
    const batch = await Promise.all(all.slice(start, start + BATCH_SIZE).map(add));
    added += batch.filter((isNew) => isNew).length;
    onProgress(Math.min(all.length, start + BATCH_SIZE), all.length);
  }
  return added;
};

const makeCases = (
  weeks: readonly Week[],
  people: readonly Person[],
  chance: Chance,
  now: Date,
  { time }: Deps,
  promiseHours: number,
): Case[] => {
  const agents = people.filter(({ roles }) => roles.includes('agent'));
  const eager = byEagerness(people, chance);
  const cases: Case[] = [];
  for (const [nth, week] of weeks.entries()) {
    const days = [0, 1, 2, 3, 4].map((day) => dayAfter(daysOf(week).first, day)).filter(time.isWorkingDay);
    const caseCount = Math.round(casesIn(week, nth / weeks.length) * (days.length / 5) * (0.75 + chance.next() * 0.5));
    for (let i = 0; i < caseCount; i++) {
      const day = days[chance.whole(days.length)] ?? daysOf(week).first;
      const askedAt = time.addMinutes(time.at(day, '08:00'), 5 + chance.whole(350));
      const asker = pick(eager, chance.next() ** 1.6);
      const agent = pick(agents, chance.next() ** 1.5);
      if (asker === undefined || agent === undefined || agent === asker || askedAt >= now) continue;
      const number = FIRST_NUMBER + cases.length;
      cases.push(makeCase(asker, agent, askedAt, { chance, time, promiseHours, now, nth: cases.length, number }));
    }
  }
  return cases;
};

/** @param position from 0 to 1, without 1 */
const pick = (people: readonly Person[], position: number): Person | undefined =>
  people[Math.floor(position * people.length)];

/** The number of cases in a week: it grows over the years and drops in the summer and at Christmas. */
const casesIn = (week: Week, through: number): number => {
  const number = Number(week.slice(-2));
  const usual = 22 + 26 * through ** 0.8;
  if (number >= 28 && number <= 31) return usual * 0.45;
  return number >= 51 || number === 1 ? usual * 0.5 : usual;
};

const dayAfter = (day: string, days: number): string =>
  new Date(new Date(day).getTime() + days * DAY).toISOString().slice(0, 10);

/** The people who ask, most frequent askers first. Some units adopted Sammen early and some have not begun. */
const byEagerness = (people: readonly Person[], chance: Chance): Person[] => {
  const units = new Map<string | null, number>();
  for (const { unit } of people) if (!units.has(unit)) units.set(unit, chance.next());
  return people
    .filter(({ addresses, unit }) => addresses.length > 0 && (units.get(unit) ?? 0) < 0.93)
    .map((person) => ({ person, eager: (units.get(person.unit) ?? 0) + chance.next() * 0.9 }))
    .sort((a, b) => a.eager - b.eager)
    .map(({ person }) => person);
};

/** The whole workplace is there from the first week; the share with a chat grows. */
const addHeadcounts = async (weeks: readonly Week[], people: readonly Person[], chance: Chance, { rollups }: Deps) => {
  const sizes = new Map<string | null, number>();
  for (const { unit } of people) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const units = [...sizes].map(([unit, count]) => ({ unit, people: count }));
  const chats = people.filter(({ addresses }) => addresses.length > 0).length;
  for (const [nth, week] of weeks.slice(0, -1).entries()) {
    const withChat = Math.round(chats * Math.min(1, 0.25 + (0.8 * nth) / weeks.length + chance.next() * 0.01));
    const standing = standingIn(week, nth / weeks.length, withChat, chance);
    await rollups.addHeadcount({ _id: week, directory: people.length, withChat, standing, units });
  }
};
