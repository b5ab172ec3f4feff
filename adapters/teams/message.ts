import type { Language } from '../../bot/words.ts';
import { bytesOf, measuredCard } from '../../cards/adaptive.ts';
import { shorten } from '../../cards/clean.ts';
import type { Card } from '../../cards/model.ts';
import { notificationOf } from '../../cards/notification.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import type { Message } from './connector.ts';

export const CARD = 'application/vnd.microsoft.card.adaptive';

/** Sources disagree on the limit for a message: 28, 40 or 100 KB. Addresses and ids need a little of it. */
const MAX_BYTES = 27 * 1024;
/** Size of the attachment around the card's JSON. */
const ATTACHMENT_BYTES = bytesOf({ contentType: CARD, content: null });
const MAX_TEXT_LENGTH = 8_000;

/**
 * A card as a message, or plain text when the card is too large. The message has no text of its own: Teams would split
 * it in two, and we would lose the id for updates. Notifications show the summary.
 */
export const cardMessage = (card: Card, language: Language): Message => {
  const { json, bytes } = measuredCard(card, language);
  const around: Message = { type: 'message', summary: shorten(notificationOf(card), 200, '…'), attachments: [] };
  if (bytes + bytesOf(around) + ATTACHMENT_BYTES > MAX_BYTES) return textMessage(renderPlainText(card, language));
  return { ...around, attachments: [{ contentType: CARD, content: json }] };
};

/** A text message. Plain, because Teams would otherwise interpret Markdown and HTML in it. */
export const textMessage = (text: string): Message => ({
  type: 'message',
  textFormat: 'plain',
  text: shorten(text, MAX_TEXT_LENGTH, '…'),
});
