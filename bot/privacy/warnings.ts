import { createNameFinder, type NameFinder } from './likely-names.ts';
import type { Masking } from './mask.ts';
import { createPhraseFinder, type PhraseFinder, sentencesOf } from './phrase-finder.ts';
import type { WarningWords } from './warning-words.ts';

export { type WarningWords, warningWordsSchema } from './warning-words.ts';

/** Content that belongs elsewhere, or should be written differently. */
export type Warning = { kind: 'danger' | 'whistleblower' | 'harassment' | 'decision' | 'names' | 'masked-number' };

/**
 * Returns the one warning to show above a preview, the most serious first; null for an ordinary dilemma.
 * @param text the masked text
 * @param found the kinds of numbers that were masked in it
 */
export const findWarning = (text: string, found: Masking['found'], words: WarningWords): Warning | null => {
  const look = prepared(words);
  const sentences = sentencesOf(text).map(look.phrases);
  for (const kind of ['danger', 'whistleblower', 'harassment'] as const) {
    if (sentences.some((lists) => hasSigns(words[kind], lists))) return { kind };
  }
  const named = look.names(text);
  const numbered = found.includes('cpr');
  if ((named || numbered) && sentences.some((lists) => lists.has(words.decision))) return { kind: 'decision' };
  if (numbered) return { kind: 'masked-number' };
  return named ? { kind: 'names' } : null;
};

/** `found`: the lists that have a phrase in the sentence. */
const hasSigns = ({ alone, together }: WarningWords['danger'], found: ReturnType<PhraseFinder>): boolean =>
  found.has(alone) || together.some(([first, second]) => found.has(first) && found.has(second));

type Look = { phrases: PhraseFinder; names: NameFinder };

/** Finders by their word lists: the lists stay the same object for as long as the program runs. */
const looks = new WeakMap<WarningWords, Look>();

const prepared = (words: WarningWords): Look => {
  const known = looks.get(words);
  if (known !== undefined) return known;
  const signs = [words.danger, words.whistleblower, words.harassment];
  const lists = [...signs.flatMap(({ alone, together }) => [alone, ...together.flat()]), words.decision];
  const look: Look = { phrases: createPhraseFinder(lists), names: createNameFinder(words.names) };
  looks.set(words, look);
  return look;
};
