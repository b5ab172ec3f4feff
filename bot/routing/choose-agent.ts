import type { PersonId } from '../ids.ts';
import type { Language, Principle, Topic } from '../words.ts';
import { expectedFit, knownFor, type Likely, likelyLabels } from './expected-fit.ts';
import type { Labels } from './guess.ts';
import { standInsAmong } from './stand-ins.ts';
import { hasRoom, type Standing } from './standing.ts';

export type { Standing } from './standing.ts';

export type Wanted = Labels & {
  language: Language;
  /** People who must not be asked: the asker, all managers above them, and agents who were asked before. */
  not: ReadonlySet<PersonId>;
  /** The unit of an asker who is anonymous: who fits and works elsewhere comes first. */
  notFrom?: string | null;
};

/**
 * Why this agent was chosen: whether they know the principle and topic of the case, their load and capacity, and whether
 * they substitute for another. Offers of an earlier version have no `knows` and no `guess`.
 */
export type Reason = {
  principle: boolean;
  topic: boolean;
  load: number;
  capacity: number;
  standsIn: boolean;
  /** What they were asked for. */
  knows?: { principle: Principle | null; topic: Topic | null };
  /** What the case is about was only guessed, and the guess is not sure. */
  guess?: boolean;
};
export type Choice = { agent: PersonId; reason: Reason };

/** What an open case costs, in expected fit: a small price, so that work does not pile up on those who know everything. */
const PRICE_OF_A_CASE = 0.1;
/** What it costs that an agent does not read the asker's language. */
const PRICE_OF_LANGUAGE = 0.5;

/**
 * Chooses the agent who is expected to fit best, among those who can be reached and have room (docs/rules.md, "Choosing
 * an agent"). If the best agent is absent, their substitute comes before the next best, also when the absent agent has
 * never opened Sammen. Takes one look at each agent. Null when nobody is available.
 */
export const chooseAgent = (wanted: Wanted, agents: readonly Standing[]): Choice | null => {
  const likely = likelyLabels(wanted);
  const standIn = standInsAmong(agents, wanted.not);
  let best: Candidate | null = null;
  for (const agent of agents) {
    if (wanted.not.has(agent.id) || !hasRoom(agent)) continue;
    const asked = agent.absent ? standIn(agent) : agent.reachable ? agent : null;
    if (asked === null) continue;
    const candidate = { agent, asked, keys: keysOf(agent, asked, likely, wanted) };
    if (best === null || comesBefore(candidate, best)) best = candidate;
  }
  return best === null ? null : { agent: best.asked.id, reason: reasonFor(best, likely, wanted) };
};

/** `asked` is the agent, or stands in for them. */
type Candidate = { agent: Standing; asked: Standing; keys: readonly number[] };

/** Lowest first. */
const keysOf = (agent: Standing, asked: Standing, likely: Likely, wanted: Wanted): number[] => [
  isElsewhere(agent, asked, likely, wanted) ? 0 : 1,
  -scoreOf(agent, likely, wanted),
  agent.load,
  agent.askedAt.getTime(),
];

const scoreOf = (agent: Standing, likely: Likely, { language }: Wanted): number =>
  rounded(
    expectedFit(likely, agent) -
      PRICE_OF_A_CASE * agent.load -
      (agent.languages.includes(language) ? 0 : PRICE_OF_LANGUAGE),
  );

/** So that equal sums are equal numbers, in whatever order they were added up. */
const rounded = (score: number): number => Math.round(score * 1000);

/** For an anonymous asker: somebody who fits and is not likely to know them by their words. */
const isElsewhere = (agent: Standing, asked: Standing, likely: Likely, { notFrom = null }: Wanted): boolean => {
  if (notFrom === null || asked.unit === notFrom) return false;
  const { principle, topic } = knownFor(likely, agent);
  return principle !== null || topic !== null || likely.principles.length === 0;
};

const comesBefore = (a: Candidate, b: Candidate): boolean => {
  for (const [i, value] of a.keys.entries()) {
    const difference = value - (b.keys[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return a.agent.id < b.agent.id;
};

const reasonFor = ({ agent, asked }: Candidate, likely: Likely, { principle, topic }: Wanted): Reason => ({
  principle: asked.principles.includes(principle),
  topic: asked.topics.includes(topic),
  load: asked.load,
  capacity: asked.capacity,
  standsIn: asked !== agent,
  knows: knownFor(likely, asked),
  guess: likely.certainty !== 'sure',
});
