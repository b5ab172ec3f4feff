import { compoundParts, fold, stem, type Token, tokens } from './danish-words.ts';

/** `=tak` in the lexicon: this form only, neither its inflections nor compounds with it. */
const EXACT = '=';
/** `give … tilbage`: up to this many other words may stand in between. */
const GAP = '…';
const GAP_WORDS = 5;

type Step = { keys: ReadonlySet<string>; mayBeApart: boolean };
export type Phrase<Meaning> = { steps: readonly Step[]; meaning: Meaning };
export type Match<Meaning> = { meaning: Meaning; at: readonly number[] };

/** A text's words, each with its stems (its own, then those of its parts) and all names an entry may call it by. */
export type ReadText = {
  text: string;
  tokens: readonly Token[];
  stems: readonly (readonly string[])[];
  keys: readonly ReadonlySet<string>[];
};

export type PhraseBook<Meaning> = {
  read: (text: string) => ReadText;
  /** Where each phrase stands first; in the order of the text. */
  find: (read: ReadText) => Match<Meaning>[];
};

const keyOf = (word: string): string =>
  word.startsWith(EXACT) ? EXACT + fold(word.slice(EXACT.length)) : stem(fold(word));

const stepsOf = (entry: string, wordGroups: Readonly<Record<string, readonly string[]>>): Step[] => {
  const steps: Step[] = [];
  let mayBeApart = false;
  for (const word of entry.split(/\s+/)) {
    if (word === GAP) {
      mayBeApart = true;
      continue;
    }
    const group = /^<(.+)>$/.exec(word)?.[1];
    const words = group === undefined ? [word] : (wordGroups[group] ?? []);
    steps.push({ keys: new Set(words.map(keyOf)), mayBeApart });
    mayBeApart = false;
  }
  return steps;
};

const intersects = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const key of a) if (b.has(key)) return true;
  return false;
};

/** The positions of a phrase that begins at `start`, or undefined if it does not. */
const follow = (steps: readonly Step[], start: number, read: ReadText): number[] | undefined => {
  const at = [start];
  for (const step of steps.slice(1)) {
    const previous = at[at.length - 1] ?? start;
    const last = previous + 1 + (step.mayBeApart ? GAP_WORDS : 0);
    let next: number | undefined;
    for (let i = previous + 1; i <= last && next === undefined; i++) {
      const keys = read.keys[i];
      if (keys === undefined || read.tokens[i]?.sentence !== read.tokens[start]?.sentence) break;
      if (intersects(step.keys, keys)) next = i;
    }
    if (next === undefined) return undefined;
    at.push(next);
  }
  return at;
};

/** Prepares lexicon entries once, so that looking through a text is only map look-ups. */
export const createPhraseBook = <Meaning>(
  entries: readonly { entry: string; meaning: Meaning }[],
  wordGroups: Readonly<Record<string, readonly string[]>>,
): PhraseBook<Meaning> => {
  const byFirst = new Map<string, Phrase<Meaning>[]>();
  const known = new Set<string>();
  const beginnings = new Map<string, string>();

  for (const word of [...entries.map((e) => e.entry), ...Object.values(wordGroups).flat()].flatMap((e) => e.split(/\s+/))) {
    if (word.startsWith(EXACT) || word === GAP || word.startsWith('<')) continue;
    const folded = fold(word).replaceAll('-', '');
    known.add(stem(folded));
    beginnings.set(folded, stem(folded));
    if (stem(folded).length >= 5) beginnings.set(stem(folded), stem(folded));
  }
  for (const { entry, meaning } of entries) {
    const steps = stepsOf(entry, wordGroups);
    for (const key of steps[0]?.keys ?? []) {
      byFirst.set(key, [...(byFirst.get(key) ?? []), { steps, meaning }]);
    }
  }

  const stemsOf = (folded: string): string[] => {
    const whole = stem(folded);
    const parts = known.has(whole)
      ? []
      : compoundParts(
          folded,
          (s) => known.has(s),
          (w) => beginnings.get(w),
        );
    return [whole, ...parts];
  };

  return {
    read: (text) => {
      const words = tokens(text);
      const seen = new Map<string, { stems: string[]; keys: Set<string> }>();
      for (const { folded } of words) {
        if (seen.has(folded)) continue;
        const stems = stemsOf(folded);
        seen.set(folded, { stems, keys: new Set([...stems, EXACT + folded]) });
      }
      return {
        text,
        tokens: words,
        stems: words.map(({ folded }) => seen.get(folded)?.stems ?? []),
        keys: words.map(({ folded }) => seen.get(folded)?.keys ?? new Set()),
      };
    },
    find: (read) => {
      const found = new Map<Phrase<Meaning>, Match<Meaning>>();
      read.keys.forEach((keys, start) => {
        for (const key of keys) {
          for (const phrase of byFirst.get(key) ?? []) {
            if (found.has(phrase)) continue;
            const at = follow(phrase.steps, start, read);
            if (at !== undefined) found.set(phrase, { meaning: phrase.meaning, at });
          }
        }
      });
      return [...found.values()];
    },
  };
};
