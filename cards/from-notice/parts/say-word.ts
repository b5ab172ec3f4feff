import type { ShowingWord } from '../../../bot/talk/word-in-chat.ts';
import type { Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';

/** A button that says a word of ours, so that nobody needs to know it. */
export const sayWord = (word: ShowingWord, { t }: Speech, weight: Press['weight'] = 'normal'): Press => ({
  kind: 'press',
  verb: 'say-word',
  label: t.talk.buttons[word],
  data: { word },
  weight,
});

const MOST_IN_SIGHT = 3;

/** Buttons for several words, the first in sight and the rest under "…". */
export const sayWords = (words: readonly ShowingWord[], speech: Speech): Press[] =>
  words.map((word, place) => sayWord(word, speech, place < MOST_IN_SIGHT ? 'normal' : 'more'));
