import { beginning, ending, type Mask, type Masked, type Masking, NO_WORDS, trimmed } from '../privacy/mask.ts';

/** One message that its writer added to a draft. */
export type DraftLine = {
  /** The fingerprint of the platform's id of the message. */
  heard: string;
  /** Empty when all of it was masked together with an earlier line. */
  text: Masked;
  at: Date;
  /** The revision of the draft that it came with; missing on the first one. */
  rev?: number;
};

/** Lines that hold no personal number even when they are read together, and their text. */
export type JoinedLines = { lines: DraftLine[]; text: Masked; found: Masking['found'] };

/**
 * Joins lines into one text and masks it again, because a number may be split over two messages. What is masked across
 * lines leaves each of them, so that no line keeps a half.
 */
export const joinLines = (lines: readonly DraftLine[], mask: Mask): JoinedLines => {
  const found = new Set<Masking['found'][number]>();
  const kept: DraftLine[] = [];
  for (const line of lines) {
    const alone = mask(line.text);
    for (const kind of alone.found) found.add(kind);
    kept.push({ ...line, text: alone.text });
    for (let rounds = kept.length; rounds > 0; rounds--) {
      const across = maskAcross(kept, mask);
      if (across === null) break;
      for (const kind of across) found.add(kind);
    }
  }
  const whole = mask(written(kept));
  for (const kind of whole.found) found.add(kind);
  return { lines: kept, text: whole.text, found: [...found] };
};

const written = (lines: readonly DraftLine[]): string =>
  lines
    .filter(({ text }) => text !== '')
    .map(({ text }) => text)
    .join('\n');

/** Masks the shortest run of lines up to the last one that holds a number together. Null when there is none. */
const maskAcross = (lines: DraftLine[], mask: Mask): Masking['found'] | null => {
  if (mask(written(lines)).found.length === 0) return null;
  for (let from = lines.length - 2; from >= 0; from--) {
    const run = lines.slice(from);
    const before = written(run);
    const { text, found } = mask(before);
    const [first, ...others] = run;
    const last = others.pop();
    if (found.length === 0 || first === undefined || last === undefined) continue;
    const rest = Math.min(commonEnd(before, text), last.text.length);
    const masked = [
      { ...first, text: trimmed(beginning(text, text.length - rest)) },
      ...others.map((line) => ({ ...line, text: NO_WORDS })),
      { ...last, text: trimmed(ending(text, rest)) },
    ];
    lines.splice(from, run.length, ...masked);
    return found;
  }
  return null;
};

/** The number of characters at the end of both texts that are the same. */
const commonEnd = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
};
