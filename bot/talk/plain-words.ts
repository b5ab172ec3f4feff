/** A shortcode such as ":pray:" that a platform left in the text. */
const EMOJI_NAME = /:[+-]?[a-z][\w+-]*:/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u20E3/gu;
/** Soft hyphens, joiners of emoji and the like. */
const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/gu;
/** ":-)", ";)", ":D", "<3", "xD": their letters would otherwise read as words. */
const EMOTICON = /(?<!\S)(?:[:;=]['’]?-?[()dp3o/|\]]+|<3+|\^\^|xd)(?!\S)/gu;

/** The words of a text in lower case, without emoji and punctuation, with Danish letters as they were typed. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(EMOJI_NAME, ' ')
    .replace(EMOTICON, ' ')
    .replace(EMOJI, ' ')
    .replace(/['’´`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The emoji of a text, without skin tones. */
export const emojiIn = (text: string): string[] => text.match(/\p{Extended_Pictographic}/gu) ?? [];

const SPELLED: Readonly<Record<string, string>> = { æ: 'ae', ä: 'ae', ø: 'oe', ö: 'oe', å: 'aa' };
/** æ, ø and å as people spell them without a Danish keyboard: ae, oe and aa. */
const spelledOut = (words: string): string =>
  words
    .replace(/[æäøöå]/gu, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** The same words in three spellings. `bare`: æ, ae and a are one letter, and so are ø, oe, o, and å, aa, a. */
export type Spelling = { typed: string; spelled: string; bare: string };

export const spellingOf = (words: string): Spelling => {
  const spelled = spelledOut(words);
  return { typed: words, spelled, bare: spelled.replace(/ae|aa/gu, 'a').replaceAll('oe', 'o') };
};
