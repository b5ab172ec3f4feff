import type { ReadText } from './phrases.ts';

/**
 * A feature of a text that examples can teach about: a word, a word group, or a pair of adjacent ones. `from` and `to`
 * are its word positions.
 */
export type Feature = { name: string; from: number; to: number; trust: number };

/** The weight of each feature for each id: positive is evidence for it, negative against. */
export type Signs<Id> = ReadonlyMap<string, readonly { id: Id; weight: number }[]>;

/** Lower limit of examples: a feature in a single one may be there by chance. */
const MIN_EXAMPLES = 2;

const SENTENCE_START = '^';
/** How much each kind of feature is trusted; tuned on held-out examples. */
const TRUST = { word: 1, group: 0.9, pair: 0.8, pairWithGroup: 0.2 };
/** Pseudo-examples, distributed like all examples, added to the counts: small counts must not weigh much. */
const SMOOTHING = 2;
/** With this many examples, a feature has half its weight. */
const HALF_WEIGHT_EXAMPLES = 2;
/** A word's rarity among the examples of an id says less than its frequency. */
const AGAINST_FACTOR = 0.5;

const groupName = (group: string): string => `<${group}>`;

/** Each feature of a text once, at its first position. */
export const featuresOf = ({ words }: ReadText): Feature[] => {
  const names = new Set<string>();
  const found: Feature[] = [];
  const add = (name: string, from: number, to: number, trust: number) => {
    if (names.has(name)) return;
    names.add(name);
    found.push({ name, from, to, trust });
  };
  words.forEach(({ stems, groups, sentence }, i) => {
    for (const name of stems) add(name, i, i, TRUST.word);
    for (const group of groups) add(groupName(group), i, i, TRUST.group);
    const before = words[i - 1]?.sentence === sentence ? words[i - 1]?.stems[0] : undefined;
    const from = before === undefined ? i : i - 1;
    const first = before ?? SENTENCE_START;
    add(`${first} ${stems[0]}`, from, i, TRUST.pair);
    for (const group of groups) add(`${first} ${groupName(group)}`, from, i, TRUST.pairWithGroup);
  });
  return found;
};

/**
 * Learns feature weights from labelled examples with naive Bayes: how much likelier a feature is among the examples of
 * an id than among all. An example with two labels counts half for each.
 */
export const learnSigns = <Id>(
  examples: readonly { features: readonly Feature[]; labels: readonly Id[] }[],
  ids: readonly Id[],
): Signs<Id> => {
  const perId = ids.map(() => 0);
  const perFeature = new Map<string, { trust: number; total: number; perId: number[] }>();
  for (const { features, labels } of examples) {
    const shares = ids.map((id) => (labels.includes(id) ? 1 / labels.length : 0));
    shares.forEach((share, i) => {
      perId[i] = (perId[i] ?? 0) + share;
    });
    for (const { name, trust } of features) {
      const counts = perFeature.get(name) ?? { trust, total: 0, perId: ids.map(() => 0) };
      counts.total += 1;
      shares.forEach((share, i) => {
        counts.perId[i] = (counts.perId[i] ?? 0) + share;
      });
      perFeature.set(name, counts);
    }
  }
  const signs = new Map<string, { id: Id; weight: number }[]>();
  for (const [name, counts] of perFeature) {
    if (counts.total < MIN_EXAMPLES) continue;
    const sure = (counts.trust * counts.total) / (counts.total + HALF_WEIGHT_EXAMPLES);
    signs.set(
      name,
      ids.map((id, i) => {
        const share = (perId[i] ?? 0) / examples.length;
        if (share === 0) return { id, weight: 0 };
        const doubt = SMOOTHING * share;
        const weight = sure * Math.log(((counts.perId[i] ?? 0) + doubt) / (counts.total * share + doubt));
        return { id, weight: weight < 0 ? AGAINST_FACTOR * weight : weight };
      }),
    );
  }
  return signs;
};
