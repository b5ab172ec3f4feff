import type { ReadText } from './phrases.ts';

const SENTENCE_START = '^';

/** Features of a text that examples can teach about: its words, word groups, and pairs of adjacent ones. Each once. */
export const featuresOf = ({ words }: ReadText): Set<string> => {
  const found = new Set<string>();
  words.forEach(({ stems, groups, sentence }, i) => {
    const before = words[i - 1]?.sentence === sentence ? words[i - 1]?.stems[0] : undefined;
    const first = before ?? SENTENCE_START;
    for (const name of stems) found.add(name);
    found.add(`${first} ${stems[0]}`);
    for (const group of groups) found.add(`<${group}>`).add(`${first} <${group}>`);
  });
  return found;
};
