import { hash, hashOn } from './hash.ts';
import type { ReadText } from './phrases.ts';

const SENTENCE_START = '^';

/**
 * Features of a text that examples can teach about: its words, word groups, and pairs of adjacent ones, each as the hash
 * of its name. Some come more than once.
 */
export const featuresOf = ({ words }: ReadText): number[] => {
  const found: number[] = [];
  let last = -1;
  let before = SENTENCE_START;
  for (const { stems, groups, sentence } of words) {
    const first = hashOn(hash(sentence === last ? before : SENTENCE_START), ' ');
    const [own = ''] = stems;
    for (const name of stems) found.push(hash(name));
    found.push(hashOn(first, own));
    for (const group of groups) found.push(hash(`<${group}>`), hashOn(first, `<${group}>`));
    last = sentence;
    before = own;
  }
  return found;
};
