import type { ReadText } from './phrases.ts';

/** A word, or two in a row, and where it stands. */
type Feature = { name: string; at: readonly number[] };

/** How strongly a feature points to each id; ids it does not point to are left out. */
type Signs<Id> = ReadonlyMap<string, readonly { id: Id; weight: number }[]>;

const SENTENCE_START = '^';
const PAIR_WEIGHT = +(process.env.PAIR ?? 0.5);
/** Added to every count, so that a word seen once proves little. */
const SMOOTHING = +(process.env.SMOOTH ?? 0.6);
const DOUBT = +(process.env.DOUBT ?? 2);

const featuresOf = ({ tokens, stems }: ReadText): Feature[] => {
  const found = new Map<string, Feature>();
  const add = (name: string, at: readonly number[]) => {
    if (!found.has(name)) found.set(name, { name, at });
  };
  stems.forEach((names, i) => {
    for (const name of names) add(name, [i]);
    const first = names[0] ?? '';
    const before = tokens[i - 1]?.sentence === tokens[i]?.sentence ? stems[i - 1]?.[0] : undefined;
    if (before === undefined) add(`${SENTENCE_START} ${first}`, [i]);
    else add(`${before} ${first}`, [i - 1, i]);
  });
  return [...found.values()];
};

const isPair = (name: string): boolean => name.includes(' ');

/**
 * Learns from labelled examples which words speak for which id: how much likelier a word is among the
 * examples of an id than among all (naive Bayes). Only what speaks for an id is kept, nothing against.
 */
export const learnSigns = <Id>(examples: readonly { read: ReadText; ids: readonly Id[] }[], ids: readonly Id[]): Signs<Id> => {
  const examplesOf = new Map<Id, number>(ids.map((id) => [id, 0]));
  const seen = new Map<string, Map<Id, number>>();
  for (const { read, ids: labels } of examples) {
    const share = 1 / labels.length;
    for (const id of labels) examplesOf.set(id, (examplesOf.get(id) ?? 0) + share);
    for (const { name } of featuresOf(read)) {
      const counts = seen.get(name) ?? new Map<Id, number>();
      for (const id of labels) counts.set(id, (counts.get(id) ?? 0) + share);
      seen.set(name, counts);
    }
  }
  const signs = new Map<string, { id: Id; weight: number }[]>();
  for (const [name, counts] of seen) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const usual = (total + SMOOTHING * ids.length) / (examples.length + 2 * SMOOTHING * ids.length);
    const trust = (total / (total + DOUBT)) * (isPair(name) ? PAIR_WEIGHT : 1);
    const pointing = ids.flatMap((id) => {
      const here = ((counts.get(id) ?? 0) + SMOOTHING) / ((examplesOf.get(id) ?? 0) + 2 * SMOOTHING);
      const w = trust * Math.log(here / usual); return here > usual ? [{ id, weight: w }] : [{ id, weight: +(process.env.NEG ?? 0) * w }];
    });
    if (pointing.length > 0) signs.set(name, pointing);
  }
  return signs;
};

/** The learned signs for one id in a text, and where they stand. */
export const signsIn = <Id>(read: ReadText, signs: Signs<Id>) =>
  featuresOf(read).flatMap(({ name, at }) => (signs.get(name) ?? []).map(({ id, weight }) => ({ id, weight, at })));
