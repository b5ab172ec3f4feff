import { expand } from './expand.ts';
import { isOneLetterOff } from './one-letter-off.ts';
import { spellingOf } from './plain-words.ts';

/** Words that change nothing wherever they stand. */
const FILLERS = new Set(
  ['lige', 'gerne', 'venligst', 'bare', 'jo', 'altså', 'godt', 'helst', 'please', 'pls', 'plz', 'just', 'kindly'].map(
    (word) => spellingOf(word).bare,
  ),
);

export const withoutFillers = (words: readonly string[]): string[] =>
  words.filter((word) => !FILLERS.has(spellingOf(word).bare));

/** Shorter ones have too many real words for neighbours. */
const FEWEST_LETTERS = 5;

/** The words without one that is a filler but for a slip of the keyboard, each in turn: "jeg vil gerrne se min sag". */
export const withoutNearFiller = (words: readonly string[]): string[][] =>
  words.flatMap((word, at) => {
    const { bare } = spellingOf(word);
    const isNear = [...FILLERS].some((filler) => filler.length >= FEWEST_LETTERS && isOneLetterOff(filler, bare));
    return isNear ? [words.toSpliced(at, 1)] : [];
  });

const setOf = (patterns: readonly string[]): ReadonlySet<string> =>
  new Set(patterns.flatMap(expand).map((words) => spellingOf(words).bare));

const OPENERS = setOf([
  '(hej|hejsa|hey|hi|hello|hallo|halløj|dav|davs|goddag|kære|dear|hejhej) [igen|du|der|alle|there|again]',
  '(god|good) (dag|morgen|aften|formiddag|eftermiddag|morning|afternoon|evening|day)',
  '(godmorgen|godaften|goddag)',
  '(undskyld|sorry|excuse me|beklager|ok|okay|nå|øh|øhm|hm|hmm|så|well|so|tak|ja|yes|yes please|ja tak|ups)',
  '(sammen|bot|robot)',
  '(må jeg bede om|jeg vil bede om|jeg har brug for|jeg ønsker|jeg vil)',
]);
const CLOSERS = setOf([
  '(tak|mange tak|tusind tak|på forhånd tak|tak på forhånd|thanks|thank you|thx|thanks in advance|many thanks)',
  '(sammen|bot|robot)',
  '(nu|igen|for mig|her|hurtigt|med det samme|straks|now|again|for me|right now|here|i dag|today)',
  '(hilsen|venlig hilsen|mvh|vh|kh|du|hej|ok)',
]);
/** The longest of them has four words. */
const LONGEST = 4;

/**
 * What may be the heart of a text: all of it first, then ever less, as polite words and our name fall away in front and
 * behind.
 */
export const heartsOf = (words: readonly string[]): string[][] => {
  const bare = words.map((word) => spellingOf(word).bare);
  const starts = cutsOf(bare.length, (from, to) => OPENERS.has(bare.slice(from, to).join(' ')));
  const reversed = cutsOf(bare.length, (from, to) =>
    CLOSERS.has(bare.slice(bare.length - to, bare.length - from).join(' ')),
  );
  return starts.flatMap((start) =>
    reversed.flatMap((cut) => (start + cut < words.length ? [words.slice(start, words.length - cut)] : [])),
  );
};

/** How many words may fall away at one end: none, or any row of polite pieces. */
const cutsOf = (length: number, isPolite: (from: number, to: number) => boolean): number[] => {
  const cuts = new Set([0]);
  // A set is walked in the order of insertion, and what is added meanwhile is walked, too.
  for (const from of cuts)
    for (let to = from + 1; to <= Math.min(length, from + LONGEST); to++) if (isPolite(from, to)) cuts.add(to);
  return [...cuts].sort((a, b) => a - b);
};
