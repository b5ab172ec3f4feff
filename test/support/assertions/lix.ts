/** LIX counts a word as long when it has more letters than this. */
const LONG_WORD = 6;

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
/** A sentence ends before a capital or at the end; "…" within one does not end it. */
const SENTENCE_END = /[.!?…]+["”’)]*(?=\s+["“(]?[\p{Lu}\p{N}]|\s*$)/gu;

/** The LIX readability score: words per sentence plus the percentage of long words (Björnsson 1968). Fiction scores below 35. */
export const lix = (text: string): number => {
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return 0;
  const sentences = Math.max(text.match(SENTENCE_END)?.length ?? 0, 1);
  const long = words.filter((word) => [...word].length > LONG_WORD);
  return words.length / sentences + (100 * long.length) / words.length;
};
