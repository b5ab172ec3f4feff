import type { WarningWords } from './warning-words.ts';

/** Brings words into one form, so that one phrase finds "slår", "slog" and "slået", "ikke vil" and "vil ikke". */
export type PlainForms = (words: readonly string[]) => string[];

/** The words that Danish puts before the verb in a subordinate clause and behind it elsewhere. */
const ADVERBS = new Set(['ikke', 'aldrig', 'altid']);

export const createPlainForms = (forms: WarningWords['forms']): PlainForms => {
  const plain = new Map(
    Object.entries(forms).flatMap(([word, others]) => others.map((other) => [other, word] as const)),
  );
  const verbs = new Set([...Object.keys(forms), ...plain.keys()]);
  return (words) => {
    const read: string[] = [];
    for (let i = 0; i < words.length; i++) {
      const [word = '', next = ''] = [words[i], words[i + 1]];
      if (ADVERBS.has(word) && verbs.has(next)) {
        read.push(plain.get(next) ?? next, word);
        i++;
      } else read.push(plain.get(word) ?? word);
    }
    return read;
  };
};
