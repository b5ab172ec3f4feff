import { expand } from './expand.ts';
import { isOneLetterOff } from './one-letter-off.ts';
import { EMOJI_TALK, OPEN_PIECES, SMALL_TALK, SMALL_TALK_PIECES, type SmallTalk } from './phrases/small-talk.ts';
import { emojiIn, plainWords, spellingOf } from './plain-words.ts';
import { withoutFillers } from './politeness.ts';

export type { SmallTalk } from './phrases/small-talk.ts';

/** What a row of pieces is as a whole: thanks come before the rest, and "ja tak" is an answer. */
const FIRST: readonly SmallTalk[] = ['thanks', 'farewell', 'praise', 'greeting', 'answer'];
const OUR_NAME = 'sammen';
/** Nobody says more without saying something. */
const MOST_WORDS = 16;
const LONGEST_PIECE = 8;
/** Shorter pieces have many real words for neighbours. */
const SURE_LENGTH = 5;
/** A slip in still fewer letters leaves nothing to know them by. */
const LEAST_LENGTH = 3;

/**
 * Recognises small talk, which never becomes a draft: a text of nothing but greetings, thanks, praise and the like, with
 * one letter wrong at most. Whoever is spoken with may be meant.
 */
export const smallTalk = (text: string): SmallTalk | null => {
  const words = withoutFillers(plainWords(text));
  if (words.length === 0) return talkOfEmoji(text);
  if (words.length > MOST_WORDS) return null;
  const bare = words.map(bareOf);
  const named = bare.length > 1 && endsWithName(text) ? bare.slice(0, -1) : null;
  return talkOf(bare, 'none') ?? talkOf(bare, 'long') ?? (named === null ? null : talkOf(named, 'none'));
};

/**
 * Small talk with a slip in one of its short words, such as "tka". It may just as well be another word, so it counts only
 * where the text would otherwise not be understood.
 */
export const perhapsSmallTalk = (text: string): SmallTalk | null => {
  const words = withoutFillers(plainWords(text));
  return words.length === 0 || words.length > 3 ? null : talkOf(words.map(bareOf), 'any');
};

const talkOfEmoji = (text: string): SmallTalk | null => {
  const emoji = emojiIn(text);
  const kinds = (['thanks', 'praise', 'greeting'] as const).filter((kind) =>
    emoji.some((one) => EMOJI_TALK[kind].includes(one)),
  );
  return kinds[0] ?? null;
};

/** "Tak, Karen": the last word begins with a capital, and the one before does not end a sentence. */
const endsWithName = (text: string): boolean =>
  /[^.!?\s]\s+\p{Lu}\p{Ll}+[\s.!]*(?:\p{Extended_Pictographic}|\uFE0F)*\s*$/u.test(text);

type Pieces = {
  byText: ReadonlyMap<string, SmallTalk>;
  byLength: ReadonlyMap<number, readonly string[]>;
  vocabulary: ReadonlySet<string>;
};
/** A piece that counts only beside another. */
type Kind = SmallTalk | 'feedback';

let read: Pieces | null = null;
const pieces = (): Pieces => {
  read ??= readPieces();
  return read;
};

const readPieces = (): Pieces => {
  const byText = new Map<string, SmallTalk>();
  const byLength = new Map<number, string[]>();
  for (const kind of SMALL_TALK)
    for (const phrase of SMALL_TALK_PIECES[kind].flatMap(expand)) {
      const { bare } = spellingOf(withoutFillers(phrase.split(' ')).join(' '));
      if (byText.has(bare)) continue;
      byText.set(bare, kind);
      byLength.set(bare.length, [...(byLength.get(bare.length) ?? []), bare]);
    }
  const vocabulary = new Set([...byText.keys()].flatMap((text) => text.split(' ')));
  return { byText, byLength, vocabulary };
};

/** Which pieces may have a slip. One text has one slip. */
type Slips = 'none' | 'long' | 'any';
type Row = { kinds: readonly Kind[]; slipped: boolean };
/** A slip changes one word, or two when a space is wrong. */
const UNKNOWN_AFTER_SLIP = 2;

const bareOf = (word: string): string => spellingOf(word).bare;
const isUnknown = (bare: string): boolean => !pieces().vocabulary.has(bare) && bare !== OUR_NAME;

/** Reads the words, in their bare spelling, as a row of pieces; null when something is left over. The fewest pieces win. */
const talkOf = (bare: readonly string[], slips: Slips): SmallTalk | null => {
  if (slips !== 'none' && bare.filter(isUnknown).length > UNKNOWN_AFTER_SLIP) return null;
  const rows: Row[][] = [[{ kinds: [], slipped: false }]];
  for (let end = 1; end <= bare.length; end++) {
    const starts = Array.from({ length: Math.min(end, LONGEST_PIECE) }, (_, back) => end - 1 - back);
    rows[end] = fewest(
      starts.flatMap((start) => {
        const before = rows[start] ?? [];
        // Most words of a dilemma are no small talk, so that nothing stands before the next.
        return before.length === 0 ? [] : withPiece(bare.slice(start, end).join(' '), before, slips);
      }),
    );
  }
  const best = rows[bare.length]?.[0]?.kinds ?? [];
  return FIRST.find((kind) => best.includes(kind)) ?? null;
};

const withPiece = (piece: string, rows: readonly Row[], slips: Slips): Row[] => {
  if (piece === OUR_NAME) return [...rows];
  const kind = pieces().byText.get(piece) ?? OPEN_PIECES.find(({ pattern }) => pattern.test(piece))?.kind;
  if (kind !== undefined) return rows.map((row) => ({ ...row, kinds: [...row.kinds, kind] }));
  const clean = rows.filter(({ slipped }) => !slipped);
  const near = slips === 'none' || clean.length === 0 ? null : nearPiece(piece, slips);
  if (near === null) return [];
  return clean.map(({ kinds }) => ({ kinds: near === 'name' ? kinds : [...kinds, near], slipped: true }));
};

/** The shortest row without a slip, and the shortest with one. */
const fewest = (rows: readonly Row[]): Row[] =>
  [false, true].flatMap((slipped) =>
    rows
      .filter((row) => row.slipped === slipped)
      .sort((a, b) => a.kinds.length - b.kinds.length)
      .slice(0, 1),
  );

const nearPiece = (piece: string, slips: Slips): SmallTalk | 'name' | null => {
  if (isOneLetterOff(piece, OUR_NAME)) return 'name';
  const { byText, byLength } = pieces();
  const near = [piece.length, piece.length - 1, piece.length + 1]
    .flatMap((length) => byLength.get(length) ?? [])
    .find((text) => text.length >= (slips === 'any' ? LEAST_LENGTH : SURE_LENGTH) && isOneLetterOff(text, piece));
  return near === undefined ? null : (byText.get(near) ?? null);
};
