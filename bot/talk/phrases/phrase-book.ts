import type { PhrasedWord } from '../word-in-chat.ts';

/**
 * How people say a word of ours, as patterns: `(one|other)` must stand there, `[one|other]` may. Fillers such as "lige"
 * and "gerne" are left out, and greetings, "tak" and our name may stand around any of them.
 */
export type Phrases = {
  /** Names of what the word shows. They also stand behind "vis mig", "hvor er" and the like. */
  things: readonly string[];
  sentences: readonly string[];
  /** A colleague could be asked just as well, so it counts only while the writer talks with none. */
  alsoToColleagues?: readonly string[];
  /** It could also begin or end a dilemma, so the card offers both. */
  inDoubt?: readonly string[];
};

export type PhraseBook = Record<PhrasedWord, Phrases>;
