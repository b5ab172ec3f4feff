import { spellingOf } from '../plain-words.ts';

/** Real words that are one letter away from one of ours. Somebody who writes one may well mean it. */
export const OTHER_WORDS: ReadonlySet<string> = new Set(['agenten'].map((word) => spellingOf(word).bare));
