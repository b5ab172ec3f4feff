import { decodeHTMLStrict } from 'entities';
import { tidy } from '../chat/tidy.ts';

/** Plain text from Teams' markup, which encodes characters as in HTML and puts mentions in `<at>`. */

/** A message as plain text. Mentions of Sammen are removed; mentions of others become their names. */
export const wordsOf = (text: string, mentionsOfUs: readonly string[]): string => {
  const rest = mentionsOfUs.reduce((left, mention) => (mention === '' ? left : left.replaceAll(mention, ' ')), text);
  return tidy(decodeHTMLStrict(rest.replace(/<\/?at(?:\s[^<>]*)?>/giu, '')));
};

const BREAKS = /<(?:br|\/(?:p|div|li|h\d|tr|table|blockquote|codeblock|pre))\b[^<>]*>/giu;
const CELLS = /<\/t[dh]\b[^<>]*>/giu;
/** Whoever is quoted, and when they wrote: Teams puts both into the quotation. */
const QUOTED = /<(strong|span)\b[^<>]*itemprop="(?:mri|time)"[^<>]*>[^<]*<\/\1>/giu;
const EMOJI = /<(?:emoji|img)\b[^<>]*>/giu;
const MENTIONS = /<at(?:\s[^<>]*)?>[^<]*<\/at>(?:(?:\s|&nbsp;)*<at(?:\s[^<>]*)?>[^<]*<\/at>)*/giu;

/** The account that a mention in the text stands for, by the mention's own id; null when the message does not say. */
export type MentionedAt = (mention: string) => string | null;

/**
 * HTML as plain text. `somebody` replaces every mention and whoever is quoted is left out, because a quoted message must
 * not name anybody. Teams mentions somebody of two names twice.
 */
export const wordsOfHtml = (html: string, somebody: string, mentionedAt: MentionedAt = () => null): string =>
  tidy(
    decodeHTMLStrict(
      html
        .replace(QUOTED, '')
        .replace(MENTIONS, (mentions) => Array(peopleIn(mentions, mentionedAt)).fill(somebody).join(', '))
        .replace(EMOJI, emojiOf)
        .replace(/\s+/gu, ' ')
        .replace(CELLS, ' ')
        .replace(BREAKS, '\n')
        .replace(/<[^<>]*>/gu, ''),
    ),
  );

/** How many people stand in mentions next to each other: one, unless the message says that they are several. */
const peopleIn = (mentions: string, mentionedAt: MentionedAt): number => {
  const accounts = [...mentions.matchAll(/<at\b[^<>]*\bid="([^"<>]*)"/giu)].map(([, id = '']) => mentionedAt(id));
  return accounts.filter((account, i) => i === 0 || (account !== null && account !== accounts[i - 1])).length || 1;
};

/** The emoji itself; nothing for other pictures. */
const emojiOf = (picture: string): string => {
  const isEmoji = /^<emoji/iu.test(picture) || /itemtype="[^"<>]*emoji"/iu.test(picture);
  return isEmoji ? (/\balt="([^"<>]*)"/iu.exec(picture)?.[1] ?? '') : '';
};
