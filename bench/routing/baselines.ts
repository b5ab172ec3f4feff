import type { Example } from '../../bot/routing/classify.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { add, bestFirst, LABELS, type Label, type Method, type Ranker } from './ranker.ts';

type Stems = (text: string) => string[];

const IDS = { principles: PRINCIPLES, topics: TOPICS } as const;
const zeros = (label: Label): Map<string, number> => new Map(IDS[label].map((id) => [id, 0]));

/** Ranks by a score for each id of each label. */
const by =
  (scoresFor: (label: Label, text: string) => ReadonlyMap<string, number>): Ranker =>
  (text) => ({ principles: bestFirst(scoresFor('principles', text)), topics: bestFirst(scoresFor('topics', text)) });

const countsOf = (examples: readonly Example[], label: Label): Map<string, number> => {
  const counts = zeros(label);
  for (const example of examples) for (const id of example[label]) add(counts, id, 1);
  return counts;
};

/** Always says what is most frequent. */
export const majority: Method = (examples) => {
  const counts = { principles: countsOf(examples, 'principles'), topics: countsOf(examples, 'topics') };
  return by((label) => counts[label]);
};

const NEIGHBOURS = 10;
/** The usual constants of BM25. */
const K1 = 1.2;
const B = 0.75;

/** The labels of the ten examples that BM25 finds nearest, weighed by how near they are. */
export const bm25 =
  (stems: Stems): Method =>
  (examples) => {
    const texts = examples.map(({ text }) => stems(text));
    const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
    const holding = new Map<string, Map<number, number>>();
    texts.forEach((words, i) => {
      for (const word of words) {
        const counts = holding.get(word) ?? new Map<number, number>();
        holding.set(word, counts.set(i, (counts.get(i) ?? 0) + 1));
      }
    });
    return by((label, text) => {
      const near = new Map<number, number>();
      for (const word of new Set(stems(text))) {
        const counts = holding.get(word);
        if (counts === undefined) continue;
        const rare = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5));
        for (const [i, count] of counts) {
          const length = 1 - B + (B * (texts[i]?.length ?? 0)) / mean;
          near.set(i, (near.get(i) ?? 0) + (rare * count * (K1 + 1)) / (count + K1 * length));
        }
      }
      const scores = zeros(label);
      for (const [i, score] of [...near].toSorted(([, a], [, b]) => b - a).slice(0, NEIGHBOURS))
        for (const id of examples[i]?.[label] ?? []) add(scores, id, score);
      return scores;
    });
  };

/** Multinomial naive Bayes over stems, smoothed by one. */
export const naiveBayes =
  (stems: Stems): Method =>
  (examples) => {
    const learned = new Map(
      LABELS.map((label) => {
        const words = new Map<string, Map<string, number>>();
        const sums = zeros(label);
        for (const example of examples)
          for (const word of stems(example.text)) {
            const counts = words.get(word) ?? zeros(label);
            words.set(word, counts);
            for (const id of example[label]) {
              add(counts, id, 1);
              add(sums, id, 1);
            }
          }
        return [label, { words, sums, counts: countsOf(examples, label) }] as const;
      }),
    );
    return by((label, text) => {
      const known = learned.get(label);
      const scores = zeros(label);
      if (known === undefined) return scores;
      const said = stems(text).filter((word) => known.words.has(word));
      for (const id of scores.keys()) {
        add(scores, id, Math.log(((known.counts.get(id) ?? 0) + 1) / examples.length));
        for (const word of said) {
          const count = known.words.get(word)?.get(id) ?? 0;
          add(scores, id, Math.log((count + 1) / ((known.sums.get(id) ?? 0) + known.words.size)));
        }
      }
      return scores;
    });
  };
