import { createPhraseFinder, type PhraseFinder, sentencesOf } from './phrase-finder.ts';
import { createPlainForms, type PlainForms } from './plain-forms.ts';
import type { WarningWords } from './warning-words.ts';

type Signs = WarningWords['danger'];
/** Whether a text has one of the signs. */
export type SignFinder = (text: string) => boolean;

/**
 * Creates a finder for one kind of signs. What belongs together stands in one sentence, or, where people write in
 * bits, in two that follow each other: "En elev vil ikke hjem. Han græder hver fredag."
 */
export const createSignFinder = (
  { alone, together, harmless = [] }: Signs,
  { groups, forms }: Pick<WarningWords, 'groups' | 'forms'>,
  reach: 'sentence' | 'two-sentences',
): SignFinder => {
  const read = createPlainForms(forms);
  const find = createPhraseFinder([alone, ...together.flatMap(({ of, unless = [] }) => [...of, unless])], groups, read);
  const cut = createCutter(harmless, read);
  return (text) => {
    let before: ReadonlySet<readonly string[]> = new Set();
    for (const words of sentencesOf(text).map((sentence) => cut(read(sentence)))) {
      const found = find(words);
      if (found.has(alone)) return true;
      const near = reach === 'sentence' ? found : new Set([...before, ...found]);
      const holds = together.some(
        ({ of, unless }) =>
          of.every((list) => near.has(list)) &&
          of.some((list) => found.has(list)) &&
          (unless === undefined || !near.has(unless)),
      );
      if (holds) return true;
      before = found;
    }
    return false;
  };
};

/** Takes harmless phrases out of a sentence, such as "slår græs". */
const createCutter = (harmless: readonly string[], read: PlainForms): ((words: string[]) => string[]) => {
  const finders = harmless.map((phrase): [number, PhraseFinder] => [
    phrase.split(' ').length,
    createPhraseFinder([[phrase]], {}, read),
  ]);
  const findAny = createPhraseFinder([harmless], {}, read);
  return (words) => {
    if (findAny(words).size === 0) return words;
    const kept = [...words];
    for (const [length, find] of finders) {
      for (let at = 0; at < kept.length; at++) {
        if (find(kept.slice(at, at + length)).size > 0) kept.splice(at, length, '-');
      }
    }
    return kept;
  };
};
