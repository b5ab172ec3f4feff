import { createSignFinder, type SignFinder } from './find-signs.ts';
import { learnKinds } from './learned-kinds.ts';
import { createNameFinder, type NameFinder } from './likely-names.ts';
import type { Masking } from './mask.ts';
import { sentencesOf } from './phrase-finder.ts';
import { createPlainForms } from './plain-forms.ts';
import type { WarningWords } from './warning-words.ts';
import { createWordMeanings } from './word-meanings.ts';

export { type WarningWords, warningExamplesSchema, warningWordsSchema } from './warning-words.ts';

/** What belongs elsewhere, most serious first. */
const MATTERS = ['danger', 'threat', 'whistleblower', 'harassment', 'decision'] as const;
export type Matter = (typeof MATTERS)[number];

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

/**
 * Returns what to say above a text; null for an ordinary dilemma.
 * @param text the masked text
 * @param found the kinds of numbers that were masked in it
 */
export const findWarning = (text: string, found: Masking['found'], words: WarningWords): Warning | null => {
  const look = prepared(words);
  const named = look.names(text);
  const isNamed = named || found.includes('cpr');
  const may = MATTERS.filter((kind) => kind !== 'decision' || isNamed);
  const told = may.filter((kind) => look[kind](text));
  const likely = look.likely(text);
  // What is said outright comes before what is only likely.
  const alike = may.filter((kind) => !told.includes(kind) && likely[kind] > CERTAINTY[kind]);
  const likeliest = alike.reduce<Matter | null>((a, b) => (a === null || likely[b] > likely[a] ? b : a), null);
  const matters = [
    ...told,
    ...alike.filter((kind) => (told.length === 0 && kind === likeliest) || likely[kind] > BESIDE_ANOTHER),
  ];
  const isPrivate = named || found.length > 0;
  if (matters.length === 0 && !isPrivate) return null;
  return { matters: matters.slice(0, isPrivate ? MAX_LINES - 1 : MAX_LINES), hidden: found, named };
};

/**
 * Log-odds from which a kind that was learned counts, chosen by cross-validation over the examples so that each kind
 * alone raises an alarm for at most one ordinary dilemma in a hundred. A decision asks for a named citizen anyway.
 */
const CERTAINTY: Readonly<Record<Matter, number>> = {
  danger: -0.75,
  threat: -0.5,
  whistleblower: -0.75,
  harassment: -0.7,
  decision: -0.9,
};

/** Log-odds for a line beside another: one cause often hints at two kinds. */
const BESIDE_ANOTHER = 0.5;

type Look = Record<Matter, SignFinder> & {
  names: NameFinder;
  likely: (text: string) => Readonly<Record<Matter, number>>;
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

/** Fewer words than this are too little to learn from. */
const MIN_WORDS = 5;
const UNLIKELY: Readonly<Record<Matter, number>> = {
  danger: -1,
  threat: -1,
  whistleblower: -1,
  harassment: -1,
  decision: -1,
};

const createLikely = (words: WarningWords): Look['likely'] => {
  const { examples = [], forms, groups, meanings } = words;
  if (examples.length === 0) return () => UNLIKELY;
  const read = createPlainForms(forms);
  const wordsOf = (text: string) => read(sentencesOf(text).flat());
  const score = learnKinds(
    MATTERS,
    examples.map(({ text, kind }) => ({ words: wordsOf(text), kind })),
    createWordMeanings({ ...groups, ...meanings }, read),
  );
  // What was hidden says nothing about the matter.
  return (text) => {
    const seen = wordsOf(text.replace(/\[[^\]]*\]/g, ' '));
    return seen.length < MIN_WORDS ? UNLIKELY : score(seen);
  };
};
