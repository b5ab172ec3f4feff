import { createNameFinder, type NameFinder } from './likely-names.ts';
import type { Masked } from './mask.ts';
import { createPhraseFinder, type PhraseFinder, sentencesOf } from './phrase-finder.ts';
import type { WarningWords } from './warning-words.ts';

export { parseWarningWords, type WarningWords, WarningWordsFault } from './warning-words.ts';

/** What a text may hold that belongs elsewhere, or should be written otherwise. */
export type Warning = { kind: 'danger' | 'whistleblower' | 'harassment' | 'decision' | 'names' | 'masked-number' };

/**
 * The one warning to show above a preview, the most serious first; null for an ordinary dilemma. `text` is the
 * masked text and `found` what was masked in it.
 */
export const findWarning = (text: string, found: Masked['found'], words: WarningWords): Warning | null => {
  const look = prepared(words);
  const sentences = sentencesOf(text);
  if (look.danger(sentences)) return { kind: 'danger' };
  if (look.whistleblower(sentences)) return { kind: 'whistleblower' };
  if (look.harassment(sentences)) return { kind: 'harassment' };
  const named = look.names(text);
  const numbered = found.includes('cpr');
  if ((named || numbered) && sentences.some(look.decision)) return { kind: 'decision' };
  if (numbered) return { kind: 'masked-number' };
  return named ? { kind: 'names' } : null;
};

type Sentences = readonly (readonly string[])[];
type Look = {
  danger: (sentences: Sentences) => boolean;
  whistleblower: (sentences: Sentences) => boolean;
  harassment: (sentences: Sentences) => boolean;
  decision: PhraseFinder;
  names: NameFinder;
};

/** The lists are read once: the words stay the same object for as long as the program runs. */
const looks = new WeakMap<WarningWords, Look>();

const prepared = (words: WarningWords): Look => {
  const known = looks.get(words);
  if (known !== undefined) return known;
  const look: Look = {
    danger: signsIn(words.danger),
    whistleblower: signsIn(words.whistleblower),
    harassment: signsIn(words.harassment),
    decision: createPhraseFinder(words.decision),
    names: createNameFinder(words.names),
  };
  looks.set(words, look);
  return look;
};

const signsIn = ({ alone, together }: WarningWords['danger']) => {
  const single = createPhraseFinder(alone);
  const pairs = together.map(([one, other]) => [createPhraseFinder(one), createPhraseFinder(other)] as const);
  return (sentences: Sentences): boolean =>
    sentences.some((words) => single(words) || pairs.some(([one, other]) => one(words) && other(words)));
};
