import { recognise } from './recognise.ts';
import type { WordInChat } from './word-in-chat.ts';

/** The word that a text says, letter for letter; null when it says none. */
export const wordInChat = (text: string): WordInChat | null => {
  const heard = recognise(text);
  return heard?.as === 'said' && heard.to === 'us' ? heard.word : null;
};

/** Whether a text is too short to be a dilemma. */
export const tooShort = (text: string): boolean => {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length < 3 || words.join('').length < 10;
};
