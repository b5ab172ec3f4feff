import type { HomeView, ModalView, PlainTextElement } from '@slack/types';
import type { Language } from '../../bot/words.ts';
import { shorten } from '../../cards/clean.ts';
import { TEXTS } from '../../cards/texts/texts.ts';

/** Windows that belong to no card. */

export const ASK = 'ask';
const MAX = 3000;

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** Where somebody asks. @param words what stands there already, such as a message they want sparring on */
export const askModal = (words: string, language: Language): ModalView => {
  const { title, intro, label, hint, send, cancel } = TEXTS[language].slack.ask;
  return {
    type: 'modal',
    callback_id: ASK,
    title: plain(title),
    submit: plain(send),
    close: plain(cancel),
    blocks: [
      { type: 'section', text: plain(intro) },
      {
        type: 'input',
        block_id: 'text',
        label: plain(label),
        hint: plain(hint),
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          max_length: MAX,
          ...(words === '' ? {} : { initial_value: shorten(words, MAX, '…') }),
        },
      },
    ],
  };
};

/** One line, for what has no field to stand on. */
export const lineModal = (line: string, language: Language): ModalView => {
  const { close } = TEXTS[language].slack;
  return {
    type: 'modal',
    title: plain('Sammen'),
    close: plain(close),
    blocks: [{ type: 'section', text: plain(shorten(line, MAX, '…')) }],
  };
};

/** The App Home of somebody whom Sammen is not for. */
export const lineHome = (line: string): HomeView => ({
  type: 'home',
  blocks: [{ type: 'section', text: plain(line) }],
});
