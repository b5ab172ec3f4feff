import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import { examplesIn, usualTopics } from './examples.ts';
import { featuresOf, learnSigns, type Signs } from './learned-signs.ts';
import type { Lexicon, WordList } from './lexicon.ts';
import { createPhraseBook, type Match, type ReadText } from './phrases.ts';

export type { Lexicon } from './lexicon.ts';

/** `words` are the words and phrases, as they stand in the text, that decided; the heaviest first. */
type Ranked<T> = { id: T; score: number; words: string[] };
/** All principles and all topics, best first. */
export type Classification = { principles: Ranked<Principle>[]; topics: Ranked<Topic>[] };

type Id = Principle | Topic;
const IDS: readonly Id[] = [...PRINCIPLES, ...TOPICS];
type Evidence = { id: Id; weight: number; at: readonly number[] };
/** What speaks for and against an id; of what examples taught, only what is worth showing is kept. */
type Tally = { score: number; listed: Evidence[]; learned: Evidence[] };

const WEIGHTS = { strong: 4, normal: 2, weak: 1 } as const satisfies Record<keyof WordList, number>;
const STRENGTHS = ['strong', 'normal', 'weak'] as const satisfies readonly (keyof WordList)[];
/** Weighs what examples teach against what people have written into the lists. */
const LEARNED = 1.2;
/** What a topic gains if every example of the principle has it. */
const USUAL_TOPIC = 8;
/** The lead in score that makes a principle about e times likelier than the next. */
const CLEAR_LEAD = 4;
/** A lighter learned sign counts, but is no reason to show a person. */
const WORTH_SHOWING = 0.8;

/** Who goes first when nothing tells them apart. */
const TOPIC_ORDER = [
  'borgerdialog',
  'borgerinitiativ',
  'tvaergaaende',
  'lovgivning',
  'oekonomi',
] as const satisfies readonly Topic[];

/** Reads a dilemma and ranks the principles and topics it is about. Prepares the lexicon once. */
export const createClassifier = (lexicon: Lexicon): ((text: string) => Classification) => {
  const book = createPhraseBook(allEntries(lexicon), lexicon.wordGroups);
  const examples = examplesIn(lexicon).map((example) => ({
    ...example,
    features: featuresOf(book.read(example.text)),
  }));
  const signs = weighed(
    learnSigns<Id>(
      examples.map(({ features, principles }) => ({ features, labels: principles })),
      PRINCIPLES,
    ),
    learnSigns<Id>(
      examples.map(({ features, topics }) => ({ features, labels: topics })),
      TOPICS,
    ),
  );
  const usual = usualTopics(examples);

  return (text) => {
    const read = book.read(text);
    const tallies = emptyTallies();
    for (const sign of withoutRepeats(book.find(read))) {
      const tally = tallies[sign.id];
      tally.score += sign.weight;
      tally.listed.push(sign);
    }
    const learned = new Float64Array(IDS.length);
    for (const { name, at } of featuresOf(read)) {
      const lesson = signs.get(name);
      if (lesson === undefined) continue;
      lesson.weights.forEach((weight, i) => {
        learned[i] = (learned[i] ?? 0) + weight;
      });
      for (const { id, weight } of lesson.telling) tallies[id].learned.push({ id, weight, at });
    }
    for (const [i, id] of IDS.entries()) tallies[id].score += learned[i] ?? 0;
    const ranked = <T extends Id>(id: T): Ranked<T> => rank(id, tallies[id], read);
    const principles = bestFirst(PRINCIPLES.map(ranked));
    const likely = likelihoods(principles);
    /** Many a dilemma never names its topic; then the principle is the best sign there is. */
    const topics = TOPIC_ORDER.map((id) => {
      const own = ranked(id);
      const expected = PRINCIPLES.reduce((sum, p) => sum + (likely.get(p) ?? 0) * (usual.get(p)?.get(id) ?? 0), 0);
      return {
        id,
        score: own.score + USUAL_TOPIC * expected,
        words: own.words.length === 0 && expected > 0 ? [...(principles[0]?.words ?? [])] : own.words,
      };
    });
    return { principles: withPlainScores(principles), topics: withPlainScores(bestFirst(topics)) };
  };
};

const emptyTallies = () =>
  Object.fromEntries(IDS.map((id): [Id, Tally] => [id, { score: 0, listed: [], learned: [] }])) as Record<Id, Tally>;

/** What a feature says: of every id in the order of `IDS`, and of those for which it is worth showing. */
type Lesson = { weights: readonly number[]; telling: readonly { id: Id; weight: number }[] };

/** What both teach about each feature, as much as it counts here. */
const weighed = (...taught: readonly Signs<Id>[]): ReadonlyMap<string, Lesson> => {
  const names = new Set(taught.flatMap((signs) => [...signs.keys()]));
  return new Map(
    [...names].map((name): [string, Lesson] => {
      const signs = taught.flatMap((one) => one.get(name) ?? []);
      const all = signs.map(({ id, weight }) => ({ id, weight: LEARNED * weight }));
      const weights = IDS.map((id) => all.find((sign) => sign.id === id)?.weight ?? 0);
      return [name, { weights, telling: all.filter(({ weight }) => weight >= WORTH_SHOWING) }];
    }),
  );
};

type Entry = { entry: string; meaning: { id: Id; weight: number } };

const entriesOf = <T extends Id>(lists: Record<T, WordList>, ids: readonly T[]): Entry[] =>
  ids.flatMap((id) =>
    STRENGTHS.flatMap((strength) =>
      lists[id][strength].map((entry) => ({ entry, meaning: { id, weight: WEIGHTS[strength] } })),
    ),
  );

const allEntries = ({ principles, topics, english }: Lexicon): Entry[] => [
  ...entriesOf(principles, PRINCIPLES),
  ...entriesOf(english.principles, PRINCIPLES),
  ...entriesOf(topics, TOPICS),
  ...entriesOf(english.topics, TOPICS),
];

/** A listed entry that lies wholly inside heavier ones adds nothing: after "tage over", "over" is not counted again. */
const withoutRepeats = (matches: readonly Match<Entry['meaning']>[]): Evidence[] => {
  const covered = new Map<Id, Set<number>>();
  return matches
    .map(({ meaning, at }) => ({ id: meaning.id, weight: meaning.weight, at }))
    .sort((a, b) => b.weight - a.weight || b.at.length - a.at.length)
    .filter(({ id, at }) => {
      const places = covered.get(id) ?? new Set();
      covered.set(id, places);
      const before = places.size;
      for (const place of at) places.add(place);
      return places.size > before;
    });
};

/** The words people listed are the reason a reader understands; what examples taught is shown only without them. */
const rank = <T extends Id>(id: T, { score, listed, learned }: Tally, read: ReadText): Ranked<T> => {
  const shown = (listed.length > 0 ? listed : learned).toSorted((a, b) => b.weight - a.weight);
  return { id, score, words: [...new Set(shown.flatMap(({ at }) => wordsAt(at, read)))] };
};

/** The words at these places as they stand in the text; words that stand apart are given apart. */
const wordsAt = (at: readonly number[], { text, words }: ReadText): string[] => {
  const runs: { start: number; end: number; last: number }[] = [];
  for (const i of at) {
    const word = words[i];
    const run = runs.at(-1);
    if (word === undefined) continue;
    if (run?.last === i - 1) Object.assign(run, { end: word.end, last: i });
    else runs.push({ start: word.start, end: word.end, last: i });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
};

/** Sorting is stable, so equal scores keep the order they came in. */
const bestFirst = <T>(ranked: readonly Ranked<T>[]): Ranked<T>[] => ranked.toSorted((a, b) => b.score - a.score);

/** How likely each principle is, given the scores; nothing is likely when none has any. */
const likelihoods = (principles: readonly Ranked<Principle>[]): Map<Principle, number> => {
  const best = principles[0]?.score ?? 0;
  if (best <= 0) return new Map();
  const odds = principles.map(({ id, score }) => [id, Math.exp((score - best) / CLEAR_LEAD)] as const);
  const sum = odds.reduce((total, [, odd]) => total + odd, 0);
  return new Map(odds.map(([id, odd]) => [id, odd / sum]));
};

/** Two decimals, and 0 for what more speaks against than for. */
const withPlainScores = <T>(ranked: readonly Ranked<T>[]): Ranked<T>[] =>
  ranked.map((entry) => ({ ...entry, score: Math.max(0, Math.round(entry.score * 100) / 100) }));
