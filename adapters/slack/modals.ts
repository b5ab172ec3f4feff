import type { HomeView, ModalView, PlainTextElement } from '@slack/types';
import type { Language } from '../../bot/words.ts';
import { shorten } from '../../cards/clean.ts';
import { TEXTS } from '../../cards/texts/texts.ts';

/** Modals that belong to no card. */

export const ASK = 'ask';
/** Characters. Slack's limit for a text block and for an input. */
const MAX_TEXT_LENGTH = 3000;

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** The modal for asking a question. @param words the initial text, such as a message they want sparring on */
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
          max_length: MAX_TEXT_LENGTH,
          ...(words === '' ? {} : { initial_value: shorten(words, MAX_TEXT_LENGTH, '…') }),
        },
      },
    ],
  };
};

/** A modal with one line, for a message that belongs to no field. */
export const lineModal = (line: string, language: Language): ModalView => {
  const { close } = TEXTS[language].slack;
  return {
    type: 'modal',
    title: plain('Sammen'),
    close: plain(close),
    blocks: [{ type: 'section', text: plain(shorten(line, MAX_TEXT_LENGTH, '…')) }],
  };
};

/** An App Home with one line, for accounts we refuse and people who were erased. */
export const lineHome = (line: string): HomeView => ({
  type: 'home',
  blocks: [{ type: 'section', text: plain(line) }],
});
