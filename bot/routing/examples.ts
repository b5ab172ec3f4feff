import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import type { Lexicon } from './lexicon.ts';

/** A dilemma from the lexicon with all its labels. */
export type Example = { text: string; principles: Principle[]; topics: Topic[] };

/** Each example once, with all its labels. */
export const examplesIn = ({ examples }: Lexicon): Example[] => {
  const byText = new Map<string, { principles: Set<Principle>; topics: Set<Topic> }>();
  for (const principle of PRINCIPLES) {
    for (const topic of TOPICS) {
      for (const text of examples[principle][topic]) {
        const labels = byText.get(text) ?? { principles: new Set(), topics: new Set() };
        labels.principles.add(principle);
        labels.topics.add(topic);
        byText.set(text, labels);
      }
    }
  }
  return [...byText].map(([text, { principles, topics }]) => ({
    text,
    principles: [...principles],
    topics: [...topics],
  }));
};

/** The share of a principle's examples that have each topic. */
export const usualTopics = (examples: readonly Example[]): Map<Principle, Map<Topic, number>> =>
  new Map(
    PRINCIPLES.map((principle) => {
      const own = examples.filter(({ principles }) => principles.includes(principle));
      const shareOf = (topic: Topic) =>
        own.reduce((sum, { topics }) => sum + (topics.includes(topic) ? 1 / topics.length : 0), 0) / (own.length || 1);
      return [principle, new Map(TOPICS.map((topic) => [topic, shareOf(topic)]))];
    }),
  );
