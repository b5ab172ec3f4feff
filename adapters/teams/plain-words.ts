import { decodeHTMLStrict } from 'entities';
import { tidy } from '../chat/tidy.ts';
import { withoutElements } from './elements.ts';

/** Plain text from Teams' markup, which encodes characters as in HTML and puts mentions in `<at>`. */

/** A message as plain text, without what it quotes. Mentions of Sammen go; mentions of others become their names. */
export const wordsOf = (text: string, mentionsOfUs: readonly string[]): string => {
  const own = withoutElements(text, 'quoted', () => true);
  const rest = mentionsOfUs.reduce((left, mention) => (mention === '' ? left : left.replaceAll(mention, ' ')), own);
  return tidy(decodeHTMLStrict(rest.replace(/<\/?at(?:\s[^<>]*)?>/giu, '')));
};

const ENDS_OF_ITEMS = /<\/p>\s*<\/li>/giu;
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
  textOf(
    html
      .replace(QUOTED, '')
      .replace(MENTIONS, (mentions) => Array(peopleIn(mentions, mentionedAt)).fill(somebody).join(', ')),
  );

const FROM_ELSEWHERE = /\bitemtype=["']https?:\/\/schema\.skype\.com\/(?:Reply|Forward)["']/iu;
const MENTION = /<(at|span)\b([^<>]*)>([^<>]*)<\/\1>/giu;

/**
 * What somebody wrote themselves, from the HTML of their message: not what they quote or forward. `isUs` tells a mention
 * of Sammen, by the mention's place in the message and by its name; mentions of others become their names.
 */
export const ownWordsOfHtml = (html: string, isUs: (mention: string | undefined, name: string) => boolean): string =>
  textOf(
    withoutElements(
      withoutElements(html, 'quoted', () => true),
      'blockquote',
      (tag) => FROM_ELSEWHERE.test(tag),
    )
      .replace(QUOTED, '')
      .replace(MENTION, (_whole, tag: string, attributes: string, name: string) => {
        const isMention = tag.toLowerCase() === 'at' || /schema\.skype\.com\/Mention/iu.test(attributes);
        const place = /\b(?:item)?id=["'](\d+)["']/iu.exec(attributes)?.[1];
        return isMention && isUs(place, decodeHTMLStrict(name)) ? ' ' : name;
      }),
  );

const textOf = (html: string): string =>
  tidy(
    decodeHTMLStrict(
      html
        .replace(EMOJI, emojiOf)
        .replace(/\s+/gu, ' ')
        .replace(CELLS, ' ')
        .replace(ENDS_OF_ITEMS, '\n')
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
const emojiOf = (picture: string): string => (isEmoji(picture) ? (/\balt="([^"<>]*)"/iu.exec(picture)?.[1] ?? '') : '');

const isEmoji = (picture: string): boolean => /^<emoji/iu.test(picture) || /itemtype="[^"<>]*emoji"/iu.test(picture);

const pictures = (html: string): string[] => [...html.matchAll(EMOJI)].map(([picture]) => picture);

/** Whether the HTML of a message holds more than the plain text beside it can say. */
export const isRicher = (html: string): boolean =>
  FROM_ELSEWHERE.test(html) || /<(?:li|t[dh])\b/iu.test(html) || pictures(html).some(isEmoji);

/** Whether the HTML of a message holds what no text can stand for: a picture, a film, somebody's forwarded message. */
export const holdsMore = (html: string): boolean =>
  pictures(html).some((picture) => !isEmoji(picture)) ||
  /<(?:video|audio|iframe)\b/iu.test(html) ||
  /\bitemtype=["']https?:\/\/schema\.skype\.com\/Forward["']/iu.test(html);
