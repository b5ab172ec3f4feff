import { personId } from '../../bot/ids.ts';
import { chooseAgent, type Standing } from '../../bot/routing/choose-agent.ts';
import type { Classification, Example } from '../../bot/routing/classify.ts';
import { guessFrom, type Labels } from '../../bot/routing/guess.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';

/** A dilemma, and what was said of it by a classifier that had not learned from it. */
export type Guessed = { example: Example; classified: Classification };

/** How a case finds its agent. */
export type Rule = 'first labels' | 'expected fit' | 'expected fit, one question';
export const RULES: readonly Rule[] = ['first labels', 'expected fit', 'expected fit, one question'];

/** Shares of cases, from 0 to 1, and how many times the mean the busiest agent was asked. */
export type Outcome = { principle: number; both: number; inThree: number; busiest: number };

const FREE = 0.7;
const CAPACITY = 3;
const OFFERS = 3;
/** A question offers three choices. */
const CHOICES = 3;
const START = new Date('2026-01-01T08:00:00Z').getTime();

/** Lehmer's generator: the same town every time. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const someOf = <T>(all: readonly T[], random: () => number): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 1 + Math.floor(random() * 3))
    .map(({ one }) => one);

const town = (size: number, random: () => number): Standing[] =>
  Array.from({ length: size }, (_, i) => ({
    id: personId(`agent${String(i).padStart(3, '0')}`),
    unit: null,
    principles: someOf(PRINCIPLES, random),
    topics: someOf(TOPICS, random),
    languages: ['da', 'en'],
    capacity: CAPACITY,
    load: 0,
    absent: false,
    reachable: true,
    substitute: null,
    askedAt: new Date(START),
  }));

const labelsBy = (rule: Rule, { example, classified }: Guessed): Labels | null => {
  const [principle] = classified.principles;
  const [topic] = classified.topics;
  if (principle === undefined || topic === undefined) return null;
  const labels = { principle: principle.id, topic: topic.id };
  if (rule === 'first labels') return { ...labels, guess: null };
  const guess = guessFrom(classified);
  if (rule === 'expected fit' || classified.sure) return { ...labels, guess };
  const answer = classified.principles.slice(0, CHOICES).find(({ id }) => example.principles.includes(id));
  if (answer === undefined) return { ...labels, guess };
  return { ...labels, guess, principle: answer.id, labelled: { principle: 'asker' } };
};

/** Sends the cases, one after another, to agents of whom seven in ten are free; each stays open for as many more cases. */
export const simulate = (rule: Rule, size: number, cases: readonly Guessed[]): Outcome => {
  const random = seeded(20_261_129);
  const agents = town(size, random);
  const asked = new Map<Standing, number>();
  const open: Standing[] = [];
  const hits = { principle: 0, both: 0, inThree: 0 };
  cases.forEach((guessed, nth) => {
    const labels = labelsBy(rule, guessed);
    if (labels === null) return;
    const free = agents.filter(() => random() < FREE);
    const not = new Set<Standing['id']>();
    const offered: Standing[] = [];
    while (offered.length < OFFERS) {
      const choice = chooseAgent({ ...labels, language: 'da', not }, free);
      const agent = free.find(({ id }) => id === choice?.agent);
      if (agent === undefined) break;
      offered.push(agent);
      not.add(agent.id);
    }
    const knows = ({ principles }: Standing) => guessed.example.principles.some((id) => principles.includes(id));
    const [first] = offered;
    if (first === undefined) return;
    const knowsTopic = guessed.example.topics.some((id) => first.topics.includes(id));
    hits.principle += knows(first) ? 1 : 0;
    hits.both += knows(first) && knowsTopic ? 1 : 0;
    hits.inThree += offered.some(knows) ? 1 : 0;
    asked.set(first, (asked.get(first) ?? 0) + 1);
    first.load += 1;
    first.askedAt = new Date(START + nth);
    open.push(first);
    const done = open.length > size ? open.shift() : undefined;
    if (done !== undefined) done.load -= 1;
  });
  const share = (count: number) => count / cases.length;
  return {
    principle: share(hits.principle),
    both: share(hits.both),
    inThree: share(hits.inThree),
    busiest: Math.max(...asked.values()) / (cases.length / size),
  };
};
