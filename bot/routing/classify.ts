import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';
import { learnSigns, signsIn } from './learned-signs.ts';
import type { Lexicon, WordList } from './lexicon.ts';
import { createPhraseBook, type ReadText } from './phrases.ts';

export type { Lexicon } from './lexicon.ts';

/** `words` are the words and phrases, as they stand in the text, that decided; the heaviest first. */
export type Ranked<T> = { id: T; score: number; words: string[] };
/** All principles and all topics, best first. */
export type Classification = { principles: Ranked<Principle>[]; topics: Ranked<Topic>[] };

type Id = Principle | Topic;
type Evidence = { id: Id; weight: number; at: readonly number[] };

const WEIGHTS = { strong: +(process.env.WS ?? 4), normal: +(process.env.WN ?? 2), weak: +(process.env.WW ?? 1) } satisfies Record<keyof WordList, number>;
const STRENGTHS = ['strong', 'normal', 'weak'] as const satisfies readonly (keyof WordList)[];
/** Weighs what examples teach against what people have written into the lists. */
const LEARNED = +(process.env.LEARNED ?? 2.5);
const LEARNED_T = +(process.env.LEARNED_T ?? 2.5);
/** What the usual topic of a principle gains when every sign points to that principle. */
const USUAL_TOPIC = +(process.env.USUAL ?? 4);
/** A learned sign lighter than this counts, but is no reason to show a person. */
const WORTH_SHOWING = 1;

/** Who goes first when nothing tells them apart. */
const TOPIC_ORDER = ['borgerdialog', 'borgerinitiativ', 'tvaergaaende', 'lovgivning', 'oekonomi'] as const satisfies readonly Topic[];

const entriesOf = (id: Id, list: WordList) =>
  STRENGTHS.flatMap((strength) => list[strength].map((entry) => ({ entry, meaning: { id, weight: WEIGHTS[strength] } })));

const allEntries = ({ principles, topics, english }: Lexicon) => [
  ...PRINCIPLES.flatMap((id) => [...entriesOf(id, principles[id]), ...entriesOf(id, english.principles[id])]),
  ...TOPICS.flatMap((id) => [...entriesOf(id, topics[id]), ...entriesOf(id, english.topics[id])]),
];

/** The words at these places; words that stand apart are given apart. */
const wordsAt = (at: readonly number[], { text, tokens }: ReadText): string[] => {
  const runs: { start: number; end: number; last: number }[] = [];
  for (const i of at) {
    const token = tokens[i];
    const run = runs[runs.length - 1];
    if (token === undefined) continue;
    if (run !== undefined && run.last === i - 1) Object.assign(run, { end: token.end, last: i });
    else runs.push({ start: token.start, end: token.end, last: i });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
};

/** A listed entry that lies wholly inside heavier ones adds nothing: after "tage over", "over" is not counted again. */
const withoutRepeats = (evidence: readonly Evidence[]): Evidence[] => {
  const covered = new Set<number>();
  return [...evidence]
    .sort((a, b) => b.weight - a.weight || b.at.length - a.at.length)
    .filter(({ at }) => {
      const isNew = at.some((i) => !covered.has(i));
      for (const i of at) covered.add(i);
      return isNew;
    });
};

/** Sorting is stable, so equal scores keep the order they came in. */
const bestFirst = <T>(ranked: readonly Ranked<T>[]): Ranked<T>[] => ranked.toSorted((a, b) => b.score - a.score);

const examplesOf = (lexicon: Lexicon, read: (text: string) => ReadText) => {
  const byText = new Map<string, { read: ReadText; principles: Set<Principle>; topics: Set<Topic> }>();
  for (const principle of PRINCIPLES) {
    for (const topic of TOPICS) {
      for (const text of lexicon.examples[principle]?.[topic] ?? []) {
        const example = byText.get(text) ?? { read: read(text), principles: new Set(), topics: new Set() };
        example.principles.add(principle);
        example.topics.add(topic);
        byText.set(text, example);
      }
    }
  }
  return [...byText.values()];
};

/** Reads a dilemma and ranks the principles and topics it is about. Prepares the lexicon once. */
export const createClassifier = (lexicon: Lexicon): ((text: string) => Classification) => {
  const book = createPhraseBook(allEntries(lexicon), lexicon.wordGroups);
  const examples = examplesOf(lexicon, book.read);
  const principleSigns = learnSigns(examples.map(({ read, principles }) => ({ read, ids: [...principles] })), PRINCIPLES);
  const topicSigns = learnSigns(examples.map(({ read, topics }) => ({ read, ids: [...topics] })), TOPICS);
  const prior = new Map(PRINCIPLES.map((p) => {
    const of = examples.filter((e) => e.principles.has(p));
    return [p, new Map(TOPICS.map((t) => [t, of.reduce((n, e) => n + (e.topics.has(t) ? 1 / e.topics.size : 0), 0) / Math.max(of.length, 1)] as const))] as const;
  }));

  return (text) => {
    const read = book.read(text);
    const listed: Evidence[] = book.find(read).map(({ meaning, at }) => ({ ...meaning, at }));
    const learned: Evidence[] = [...signsIn<Id>(read, principleSigns).map(e=>({...e,weight:e.weight*LEARNED})), ...signsIn<Id>(read, topicSigns).map(e=>({...e,weight:e.weight*LEARNED_T}))];

    const rank = <T extends Id>(id: T): Ranked<T> => {
      const evidence = [
        ...withoutRepeats(listed.filter((e) => e.id === id)),
        ...learned.filter((e) => e.id === id),
      ].sort((a, b) => b.weight - a.weight);
      const worth = evidence.filter(({ weight }) => weight >= WORTH_SHOWING);
      return {
        id,
        score: evidence.reduce((sum, { weight }) => sum + weight, 0),
        words: [...new Set(worth.flatMap(({ at }) => wordsAt(at, read)))],
      };
    };

    const principles = bestFirst(PRINCIPLES.map(rank));
    const total = principles.reduce((sum, { score }) => sum + score, 0);

    /** Many a dilemma never names its topic; then the principle is the best sign there is. */
    const withUsual = (topic: Ranked<Topic>): Ranked<Topic> => {
      const top = principles[0]?.score ?? 0;
      const TAU = +(process.env.TAU ?? 4);
      const ex = principles.map((p) => ({ ...p, q: total > 0 ? Math.exp((p.score - top) / TAU) : 0 }));
      const z = ex.reduce((a, b) => a + b.q, 0) || 1;
      const share = ex.reduce((a, b) => a + (b.q / z) * (prior.get(b.id)?.get(topic.id) ?? 0), 0);
      const signs: Ranked<Principle>[] = [];
      return {
        ...topic,
        score: topic.score + USUAL_TOPIC * share,
        words: topic.words.length > 0 ? topic.words : [...new Set(signs.flatMap(({ words }) => words))],
      };
    };
    return { principles, topics: bestFirst(TOPIC_ORDER.map((id) => withUsual(rank(id)))) };
  };
};
