import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import { decidingWords, type Sign } from './deciding-words.ts';
import { type Example, usualTopics } from './examples.ts';
import { type Feature, featuresOf, learnSigns, type Signs } from './learned-signs.ts';
import type { Lexicon, WordList } from './lexicon.ts';
import { createPhraseBook, type Match, type ReadText } from './phrases.ts';

export type { Example } from './examples.ts';
export type { Lexicon } from './lexicon.ts';

type Id = Principle | Topic;
type Scored<T> = { id: T; score: number };
/** `probability`: calibrated, from 0 to 1; of one text's principles, or topics, they sum to 1. */
export type Ranked<T> = { id: T; probability: number };
/** The topics that are asked for on their own, because a wrong answer costs most there. */
export const NEEDS = ['lovgivning', 'oekonomi'] as const satisfies readonly Topic[];
export type Need = (typeof NEEDS)[number];

export type Classification = {
  /** All of them, best first. */
  principles: Ranked<Principle>[];
  topics: Ranked<Topic>[];
  /** Whether the best principle is likely enough not to ask; about a quarter of real texts are asked about. */
  sure: boolean;
  /** Whether the text says enough about work to be guessed at. False for nonsense and for what is no dilemma. */
  says: boolean;
  /** Whether it needs somebody who knows law or money, by detectors of their own: also where the topic is another. */
  needs: readonly Need[];
  /** The words and phrases that decided for an id, as written in the text, heaviest first. */
  wordsFor(id: Id): string[];
};

const IDS: readonly Id[] = [...PRINCIPLES, ...TOPICS];
const NO_SCORES = Object.fromEntries(IDS.map((id) => [id, 0])) as Record<Id, number>;
const isTopic = (id: Id): id is Topic => TOPICS.some((topic) => topic === id);

const WEIGHTS = { strong: 4, normal: 2, weak: 1 } as const satisfies Record<keyof WordList, number>;
const STRENGTHS = ['strong', 'normal', 'weak'] as const satisfies readonly (keyof WordList)[];
/** Weight of what examples teach, relative to the hand-written lists. */
const LEARNED_WEIGHT = 1.2;
/** Score a topic gains if every example of the principle has it. */
const USUAL_TOPIC_SCORE = 8;
/** The lead in score that makes a principle, or a topic, about e times likelier than the next. */
const CLEAR_LEAD = 4;
/** Below this probability of the best principle, about a quarter of the examples, the asker is asked. */
const SURE = 0.51;
/** The probability from which law or money is needed besides. */
const NEEDED = 0.12;
/** Minimum weight of a learned sign to be shown to a person; a lighter one still counts. */
const MIN_WEIGHT_SHOWN = 0.8;

/** Order of topics with equal scores. */
const TOPIC_ORDER = [
  'borgerdialog',
  'borgerinitiativ',
  'tvaergaaende',
  'lovgivning',
  'oekonomi',
] as const satisfies readonly Topic[];

/** Whether the best principle is likely enough not to ask. */
export const isSure = ([best]: Classification['principles']): boolean => (best?.probability ?? 0) >= SURE;

type Classify = (text: string) => Classification;

/**
 * Creates a classifier that ranks the principles and topics of a dilemma. It learns from the examples at the first
 * text, because that takes a third of a second and the start should not wait for it.
 */
export const createClassifier = (lexicon: Lexicon, dilemmas: readonly Example[]): Classify => {
  let learned: Classify | null = null;
  return (text) => {
    learned ??= learnFrom(lexicon, dilemmas);
    return learned(text);
  };
};

const learnFrom = (lexicon: Lexicon, dilemmas: readonly Example[]): Classify => {
  const book = createPhraseBook(allEntries(lexicon), lexicon.wordGroups);
  const examples = dilemmas.map((example) => ({
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
    const listed = withoutRepeats(book.find(read));
    const learned = lessonsIn(read, signs);
    const scores = scoresOf(listed, learned);
    const principles = bestFirst(PRINCIPLES.map((id) => ({ id, score: scores[id] })));
    const likely = new Map(likelihoods(principles).map(({ id, probability }) => [id, probability]));
    /** Many dilemmas never name their topic; then the principle is the best evidence. */
    const expected = (id: Topic) =>
      (principles[0]?.score ?? 0) <= 0
        ? 0
        : PRINCIPLES.reduce((sum, p) => sum + (likely.get(p) ?? 0) * (usual.get(p)?.get(id) ?? 0), 0);
    const topics = bestFirst(TOPIC_ORDER.map((id) => ({ id, score: scores[id] + USUAL_TOPIC_SCORE * expected(id) })));
    const ownWords = (id: Id) => decidingWords(signsFor(id, listed, learned), read);
    const ranked = { principles: likelihoods(principles), topics: likelihoods(topics) };
    const says = IDS.some((id) => ownWords(id).length > 0);
    return {
      ...ranked,
      sure: isSure(ranked.principles),
      says,
      needs: NEEDS.filter(
        (need) => says && ranked.topics.some(({ id, probability }) => id === need && probability >= NEEDED),
      ),
      wordsFor: (id) => {
        const own = ownWords(id);
        const [best] = principles;
        return own.length === 0 && best !== undefined && isTopic(id) && expected(id) > 0 ? ownWords(best.id) : own;
      },
    };
  };
};

/** A feature's weight for every id, in the order of `IDS`. */
type Lesson = Float64Array;
type Learned = { lesson: Lesson; feature: Feature };

/** Merges the learned weights of each feature, scaled by `LEARNED_WEIGHT`. */
const weighed = (...taught: readonly Signs<Id>[]): ReadonlyMap<string, Lesson> => {
  const names = new Set(taught.flatMap((signs) => [...signs.keys()]));
  return new Map(
    [...names].map((name): [string, Lesson] => {
      const signs = taught.flatMap((signs) => signs.get(name) ?? []);
      return [
        name,
        Float64Array.from(IDS, (id) => LEARNED_WEIGHT * (signs.find((sign) => sign.id === id)?.weight ?? 0)),
      ];
    }),
  );
};

const lessonsIn = (read: ReadText, lessons: ReadonlyMap<string, Lesson>): Learned[] => {
  const found: Learned[] = [];
  for (const feature of featuresOf(read)) {
    const lesson = lessons.get(feature.name);
    if (lesson !== undefined) found.push({ lesson, feature });
  }
  return found;
};

const scoresOf = (listed: readonly Evidence[], learned: readonly Learned[]): Record<Id, number> => {
  const sums = new Float64Array(IDS.length);
  for (const { lesson } of learned) for (let i = 0; i < lesson.length; i++) sums[i] = (sums[i] ?? 0) + (lesson[i] ?? 0);
  const scores = { ...NO_SCORES };
  for (const [i, id] of IDS.entries()) scores[id] = sums[i] ?? 0;
  for (const { id, weight } of listed) scores[id] += weight;
  return scores;
};

/** Readers understand hand-listed words best; learned signs are shown only when there are none. */
const signsFor = (id: Id, listed: readonly Evidence[], learned: readonly Learned[]): Sign[] => {
  const own = listed.filter((sign) => sign.id === id);
  if (own.length > 0) return own;
  const place = IDS.indexOf(id);
  return learned
    .map(({ lesson, feature: { from, to } }) => ({
      weight: lesson[place] ?? 0,
      at: from === to ? [to] : [from, to],
    }))
    .filter(({ weight }) => weight >= MIN_WEIGHT_SHOWN);
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

type Evidence = Sign & { id: Id };

/** Drops listed entries that lie wholly inside heavier ones: after "tage over", "over" is not counted again. */
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

/** Sorts by score, highest first. Sorting is stable, so equal scores keep their order. */
const bestFirst = <T>(ranked: readonly Scored<T>[]): Scored<T>[] => ranked.toSorted((a, b) => b.score - a.score);

/** The probability of each, given the scores. */
const likelihoods = <T>(ranked: readonly Scored<T>[]): Ranked<T>[] => {
  const best = ranked[0]?.score ?? 0;
  const odds = ranked.map(({ score }) => Math.exp((score - best) / CLEAR_LEAD));
  const sum = odds.reduce((total, odd) => total + odd, 0);
  return ranked.map(({ id }, i) => ({ id, probability: (odds[i] ?? 0) / sum }));
};
