import { isOneLetterOff } from './one-letter-off.ts';

/** A text, and what it means. */
export type Entry<Found> = { text: string; found: Found };

/** Texts that are found letter for letter, or but for one slip of the keyboard. Of equal texts the first counts. */
export const textSet = <Found>(entries: readonly Entry<Found>[]) => {
  const byText = new Map<string, Found>();
  for (const { text, found } of entries) if (!byText.has(text)) byText.set(text, found);
  const known = [...byText].map(([text, found]) => ({ text, found }));
  const places = new Map<string, number[]>();
  for (const [place, { text }] of known.entries()) {
    const length = endLength(text.length);
    for (const key of [startKey(text, text.length, length), endKey(text, text.length, length)]) {
      const there = places.get(key);
      if (there === undefined) places.set(key, [place]);
      else there.push(place);
    }
  }
  /** The texts of this length that share the beginning or the end, in the order in which they were given. */
  const sharingAnEnd = (text: string, length: number): Entry<Found>[] => {
    const end = endLength(length);
    const found = [startKey(text, length, end), endKey(text, length, end)].flatMap((key) => places.get(key) ?? []);
    return [...new Set(found)].sort((a, b) => a - b).flatMap((place) => known[place] ?? []);
  };
  return {
    longest: known.reduce((longest, { text }) => Math.max(longest, text.length), 0),
    exact: (text: string): Found | undefined => byText.get(text),
    /** The texts that are at most one slip away: of the same length first, then shorter, then longer ones. */
    near: (text: string): Entry<Found>[] =>
      [text.length, text.length - 1, text.length + 1]
        .flatMap((length) => sharingAnEnd(text, length))
        .filter((entry) => isOneLetterOff(entry.text, text)),
  };
};

/**
 * One slip touches two neighbouring letters at most. So with two letters or more between them, the beginning or the end
 * of a text is still as it was, and most texts need not be compared.
 */
const endLength = (length: number): number => Math.max(0, Math.floor((length - 2) / 2));
const startKey = (text: string, length: number, end: number): string => `${length}^${text.slice(0, end)}`;
const endKey = (text: string, length: number, end: number): string => `${length}$${text.slice(text.length - end)}`;
