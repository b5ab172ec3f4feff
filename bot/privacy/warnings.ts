import { createSignFinder, type SignFinder } from './find-signs.ts';
import { createNameFinder, type NameFinder } from './likely-names.ts';
import type { Masking } from './mask.ts';
import type { WarningWords } from './warning-words.ts';

export { type WarningWords, warningWordsSchema } from './warning-words.ts';

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
  const matters = MATTERS.filter((kind) => (kind !== 'decision' || isNamed) && look[kind](text));
  const isPrivate = named || found.length > 0;
  if (matters.length === 0 && !isPrivate) return null;
  return { matters: matters.slice(0, isPrivate ? MAX_LINES - 1 : MAX_LINES), hidden: found, named };
};

type Look = Record<Matter, SignFinder> & { names: NameFinder };

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
  };
  looks.set(words, look);
  return look;
};
