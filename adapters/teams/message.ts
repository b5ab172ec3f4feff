import type { Language } from '../../bot/words.ts';
import { bytesOf, renderAdaptiveCard } from '../../cards/adaptive.ts';
import { shorten } from '../../cards/clean.ts';
import type { Card } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import type { Message } from './connector.ts';

export const CARD = 'application/vnd.microsoft.card.adaptive';

/** Sources disagree on how large a message may be: 28, 40 or 100 KB. Addresses and ids take a little of it. */
const MOST_BYTES = 27 * 1024;
const MOST_TEXT = 8_000;

/**
 * A card as a message. It has no text beside it: Teams would make two messages of it, and the id for updating is lost.
 * The summary is what a notification shows.
 */
export const cardMessage = (card: Card, language: Language): Message => {
  const content = renderAdaptiveCard(card, language);
  const message: Message = {
    type: 'message',
    summary: shorten(card.title, 200, '…'),
    attachments: [{ contentType: CARD, content }],
  };
  return bytesOf(message) <= MOST_BYTES ? message : textMessage(renderPlainText(card, language));
};

/** Teams reads Markdown and HTML in a text unless it is told not to. */
export const textMessage = (text: string): Message => ({
  type: 'message',
  textFormat: 'plain',
  text: shorten(text, MOST_TEXT, '…'),
});
