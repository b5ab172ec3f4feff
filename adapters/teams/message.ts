import type { Language } from '../../bot/words.ts';
import { bytesOf, measuredCard } from '../../cards/adaptive.ts';
import { shorten } from '../../cards/clean.ts';
import type { Card } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import type { Message } from './connector.ts';

export const CARD = 'application/vnd.microsoft.card.adaptive';

/** Sources disagree on how large a message may be: 28, 40 or 100 KB. Addresses and ids take a little of it. */
const MAX_BYTES = 27 * 1024;
/** What stands around a card's own JSON in a message's list of attachments. */
const ATTACHED = bytesOf({ contentType: CARD, content: null });
const MAX_TEXT = 8_000;

/**
 * A card as a message. It has no text beside it: Teams would make two messages of it, and the id for updating is lost.
 * The summary is what a notification shows.
 */
export const cardMessage = (card: Card, language: Language): Message => {
  const { json, bytes } = measuredCard(card, language);
  const around: Message = { type: 'message', summary: shorten(card.title, 200, '…'), attachments: [] };
  if (bytes + bytesOf(around) + ATTACHED > MAX_BYTES) return textMessage(renderPlainText(card, language));
  return { ...around, attachments: [{ contentType: CARD, content: json }] };
};

/** Teams reads Markdown and HTML in a text unless it is told not to. */
export const textMessage = (text: string): Message => ({
  type: 'message',
  textFormat: 'plain',
  text: shorten(text, MAX_TEXT, '…'),
});
