import { createSignFinder, type SignFinder } from './find-signs.ts';
import { createNameFinder, type NameFinder } from './likely-names.ts';
import type { Masking } from './mask.ts';
import type { WarningWords } from './warning-words.ts';

export { type WarningWords, warningWordsSchema } from './warning-words.ts';

/** Content that belongs elsewhere, most serious first. */
const MATTERS = ['danger', 'threat', 'whistleblower', 'harassment'] as const;

/** Content that belongs elsewhere, or should be written differently. */
export type Warning = { kind: (typeof MATTERS)[number] | 'decision' | 'names' | 'masked-number' };

/** More lines than this nobody reads (docs/rules.md, "Warnings"). */
const MAX_LINES = 2;

/**
 * Returns what to say above a preview, the most serious first, at most two lines; none for an ordinary dilemma.
 * @param text the masked text
 * @param found the kinds of numbers that were masked in it
 */
export const findWarnings = (text: string, found: Masking['found'], words: WarningWords): Warning[] => {
  const look = prepared(words);
  const kinds: Warning['kind'][] = MATTERS.filter((kind) => look[kind](text));
  const named = look.names(text);
  if ((named || found.includes('cpr')) && look.decision(text)) kinds.push('decision');
  if (named) kinds.push('names');
  return kinds.map((kind) => ({ kind })).slice(0, MAX_LINES);
};

type Look = Record<(typeof MATTERS)[number] | 'decision', SignFinder> & { names: NameFinder };

/** Finders by their word lists: the lists stay the same object for as long as the program runs. */
const looks = new WeakMap<WarningWords, Look>();

const prepared = (words: WarningWords): Look => {
  const known = looks.get(words);
  if (known !== undefined) return known;
  const look: Look = {
    danger: createSignFinder(words.danger, words),
    threat: createSignFinder(words.threat, words),
    whistleblower: createSignFinder(words.whistleblower, words),
    harassment: createSignFinder(words.harassment, words),
    decision: createSignFinder(words.decision, words),
    names: createNameFinder(words.names),
  };
  looks.set(words, look);
  return look;
};
