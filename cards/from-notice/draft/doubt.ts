import type { DraftView } from '../../../bot/drafts/notice.ts';
import type { ShowingWord } from '../../../bot/talk/word-in-chat.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { sayWord } from '../parts/say-word.ts';

/** Asks whether a text is a question to Sammen or a dilemma. The draft behind it keeps the words. */
export const doubtCard = ({ id, rev, text }: DraftView, word: ShowingWord, speech: Speech): Card => {
  const { doubt } = speech.t.draft;
  return {
    title: doubt.title,
    tone: 'plain',
    body: [{ kind: 'quote', who: doubt.yours, when: '', text }, ...lines('body', [doubt.more])],
    actions: [
      sayWord(word, speech),
      { kind: 'press', verb: 'new-dilemma', label: doubt.dilemma, data: { draft: id, rev }, weight: 'normal' },
    ],
  };
};
