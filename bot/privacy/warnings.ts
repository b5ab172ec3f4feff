import { createSignFinder, type SignFinder } from './find-signs.ts';
import { createMeanings, createWordReader, learnWarnings } from './learn-warnings.ts';
import { createKindScorer, type KindScores } from './learned-kinds.ts';
import { createNameFinder, type NameFinder } from './likely-names.ts';
import type { Masking } from './mask.ts';
import { MATTERS, type Matter, type WarningWords } from './warning-words.ts';

export { type Matter, type WarningWords, warningExamplesSchema, warningWordsSchema } from './warning-words.ts';

/** What to say above a text before somebody else reads it. */
export type Warning = {
  /** Where the text may belong, most serious first. */
  matters: readonly Matter[];
  /** The kinds of numbers that were hidden in it. */
  hidden: Masking['found'];
  /** It likely names a citizen. */
  named: boolean;
};

/** More lines than this nobody reads (docs/rules.md, "Warnings"). Numbers and names share one. */
const MAX_LINES = 2;

/** A dilemma, or what two people who talk already say to each other. */
export type Said = 'dilemma' | 'in-talk';

/**
 * Returns what to say above a text; null for an ordinary one.
 * @param text the masked text
 * @param found the kinds of numbers that were masked in it
 */
export const findWarning = (
  text: string,
  found: Masking['found'],
  words: WarningWords,
  said: Said = 'dilemma',
): Warning | null => {
  const look = prepared(words);
  const named = look.names(text);
  const isPrivate = named || found.length > 0;
  const isNamed = named || found.includes('cpr');
  const likely = look.likely(text);
  const told = MATTERS.filter((kind) => look[kind](text) && isBelieved(kind, likely, isNamed));
  // What is said outright comes before what is only likely.
  const all = [...told, ...(likely === null ? [] : likelyBeside(told, likely, isNamed, said))].slice(
    0,
    isPrivate ? MAX_LINES - 1 : MAX_LINES,
  );
  if (all.length === 0 && !isPrivate) return null;
  return { matters: MATTERS.filter((kind) => all.includes(kind)), hidden: found, named };
};

/**
 * From this much it counts that something other than a decision is likely: chosen by cross-validation over the examples
 * so that it raises an alarm for at most three ordinary dilemmas in a hundred.
 */
const LIKELY = 0;
/** How much the likeliest kind adds to the log-odds of any kind: one that stands out says that there is one. */
const LIKELIEST_ADDS = 0.6;
/** In a talk, most of what is said is a time, a fact or a thank-you. A miss costs most where somebody is in danger. */
const LESS_LIKELY_IN_TALK = 1.9;
const DANGER_LESS_LIKELY_IN_TALK = 1.3;
/** A decision asks for a named citizen anyway, which is rare in an ordinary dilemma. */
const LIKELY_DECISION = -1.5;
/** A name says "decision" besides the words do. */
const NAMED_DECISION = 1;
/** One cause often hints at two kinds: the next one counts as well when it comes so near the likeliest. */
const NEXT_BEST = 3;
const LEAST = -4;
/** For a kind beside one that is told outright. */
const LEAST_BESIDE = 1;

/** Log-odds below which a text is ordinary in spite of a phrase in it: a dead tree is no danger. */
const ORDINARY = -0.5;

/** Whether a phrase counts that says outright what a text is about. */
const isBelieved = (kind: Matter, likely: KindScores<Matter> | null, isNamed: boolean): boolean => {
  if (kind === 'decision') return isNamed;
  return likely === null || Math.max(likely.any, likely[kind]) >= ORDINARY;
};

/** The kinds that were learned, likeliest first, without those that are told outright. */
const likelyBeside = (told: readonly Matter[], likely: KindScores<Matter>, isNamed: boolean, said: Said): Matter[] => {
  const { decision, any, ...others } = likely;
  const likeliest = any + LIKELIEST_ADDS * Math.max(...Object.values(others));
  const scoreOf = (kind: Matter) => {
    const less = kind === 'danger' ? DANGER_LESS_LIKELY_IN_TALK : LESS_LIKELY_IN_TALK;
    const least = said === 'in-talk' ? LIKELY + less : LIKELY;
    if (kind !== 'decision') return likeliest > least ? likely[kind] : Number.NEGATIVE_INFINITY;
    return isNamed && decision > LIKELY_DECISION ? decision + NAMED_DECISION : Number.NEGATIVE_INFINITY;
  };
  const scored = MATTERS.filter((kind) => !told.includes(kind)).map((kind) => ({ kind, score: scoreOf(kind) }));
  const least =
    told.length > 0 ? LEAST_BESIDE : Math.max(LEAST, Math.max(...scored.map(({ score }) => score)) - NEXT_BEST);
  return scored
    .filter(({ score }) => score > least)
    .sort((a, b) => b.score - a.score)
    .map(({ kind }) => kind);
};

type Look = Record<Matter, SignFinder> & {
  names: NameFinder;
  /** What was learned says about a text; null where it says nothing. */
  likely: (text: string) => KindScores<Matter> | null;
};

/** Finders by their word lists: the lists stay the same object for as long as the program runs. */
const looks = new WeakMap<WarningWords, Look>();

const prepared = (words: WarningWords): Look => {
  const known = looks.get(words);
  if (known !== undefined) return known;
  const look: Look = {
    danger: createSignFinder(words.danger, words, 'two-sentences'),
    threat: createSignFinder(words.threat, words, 'two-sentences'),
    whistleblower: createSignFinder(words.whistleblower, words, 'sentence'),
    harassment: createSignFinder(words.harassment, words, 'two-sentences'),
    decision: createSignFinder(words.decision, words, 'sentence'),
    names: createNameFinder(words.names),
    likely: createLikely(words),
  };
  looks.set(words, look);
  return look;
};

const createLikely = (words: WarningWords): Look['likely'] => {
  const { examples = [], model } = words;
  if (examples.length === 0 && model === undefined) return () => null;
  const read = createWordReader(words);
  const score = createKindScorer(model ?? learnWarnings(words), createMeanings(words));
  return (text) => {
    // What was hidden says nothing about the matter.
    const seen = read(text.replace(/\[[^\]]*\]/g, ' '));
    return seen.length < MIN_WORDS ? null : score(seen);
  };
};

/** Fewer words than this say too little. */
const MIN_WORDS = 5;
