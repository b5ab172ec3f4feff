import { loadContent } from '../app/content/load-content.ts';
import { type Classification, createClassifier } from '../bot/routing/classify.ts';
import { learnRouting } from '../bot/routing/learn-routing.ts';
import { bm25, majority, naiveBayes } from './routing/baselines.ts';
import { type Method, type Ranking, stemReader } from './routing/ranker.ts';
import { type Guessed, RULES, simulate } from './routing/simulate.ts';
import { speed } from './routing/speed.ts';
import type { Row } from './table.ts';

const FOLDS = 5;
const TOWNS = [20, 40, 60];
/** The sets of `content/dilemmas.ndjson`. */
const SETS = { plain: /^[lo]/, shared: /^r/, natural: /^[wnm]/ } as const;

/**
 * How often principles and topics are right, first and among two, in per cent, on examples that were left out of the
 * learning; who would be asked because of it; and how long it takes (docs/rules.md, "What routing learns from").
 */
export const routing = async (): Promise<Row[]> => {
  const content = loadContent();
  const { lexicon, dilemmas, noDilemmas } = content;
  const stems = stemReader(lexicon);
  const baselines: Record<string, Method> = { majority, BM25: bm25(stems), 'naive Bayes': naiveBayes(stems) };
  const said = new Map<string, Ranking[]>([...Object.keys(baselines), 'ours'].map((name) => [name, []]));
  const guessed: Guessed[] = [];
  const order: (typeof dilemmas)[number][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = dilemmas.filter((_, i) => i % FOLDS !== fold);
    const asked = dilemmas.filter((_, i) => i % FOLDS === fold);
    const lessons = { lexicon, dilemmas: known, noDilemmas };
    const classify = createClassifier(lessons, learnRouting(lessons));
    order.push(...asked);
    for (const example of asked) {
      const classified = classify(example.text);
      guessed.push({ example, classified });
      said.get('ours')?.push(rankingOf(classified));
    }
    for (const [name, method] of Object.entries(baselines)) {
      const rank = method(known);
      for (const { text } of asked) said.get(name)?.push(rank(text));
    }
  }
  const rowsOfSet = Object.entries(SETS).flatMap(([set, ids]) => {
    const places = order.flatMap(({ id }, i) => (ids.test(id) ? [i] : []));
    const rates = (name: string) =>
      ratesOf(places.map((i) => ({ is: order[i] ?? { principles: [], topics: [] }, said: said.get(name)?.[i] })));
    const ours = rates('ours');
    return Object.keys(baselines).map((name): Row => {
      const other = rates(name);
      return {
        bench: `routing, ${set} (${places.length}), ${name}`,
        measured: inWords(ours),
        reference: inWords(other),
        target: 'better',
        held: ours.every((rate, i) => rate >= (other[i] ?? 0)),
      };
    });
  });
  const natural = guessed.filter((_, i) => SETS.shared.test(order[i]?.id ?? ''));
  const rowsOfTown = TOWNS.flatMap((size) => {
    const before = simulate('first labels', size, natural);
    return RULES.map((rule): Row => {
      const outcome = simulate(rule, size, natural);
      return {
        bench: `first agent, ${size} agents, ${rule}`,
        measured: inOutcome(outcome),
        reference: inOutcome(before),
        target: 'no worse',
        held: outcome.principle >= before.principle,
      };
    });
  });
  return [...rowsOfSet, ...rowsOfTown, ...(await speed(content))];
};

const rankingOf = ({ principles, topics }: Classification): Ranking => ({
  principles: principles.map(({ id }) => id),
  topics: topics.map(({ id }) => id),
});

type Labelled = { principles: readonly string[]; topics: readonly string[] };
type Judged = { is: Labelled; said: Ranking | undefined };

/** Principle first and among two, topic first and among two. */
const ratesOf = (judged: readonly Judged[]): number[] => {
  const hits = (label: keyof Labelled, among: number) =>
    judged.filter(({ is, said }) => said?.[label].slice(0, among).some((id) => is[label].includes(id))).length;
  return [hits('principles', 1), hits('principles', 2), hits('topics', 1), hits('topics', 2)].map(
    (count) => count / judged.length,
  );
};

const perCent = (share: number): string => (100 * share).toFixed(0);
const inWords = (rates: readonly number[]): string => rates.map(perCent).join(' / ');
const inOutcome = ({ principle, both, inThree, busiest }: ReturnType<typeof simulate>): string =>
  `principle ${perCent(principle)}, both ${perCent(both)}, in three offers ${perCent(inThree)}, busiest ${busiest.toFixed(1)}x`;
