import { decodeHTMLStrict } from 'entities';
import { tidy } from '../chat/tidy.ts';

/** What people wrote, without the marks of Teams: it encodes characters as HTML does, and names people in `<at>`. */

/** A message's text. Mentions of Sammen go, those of others keep the name. */
export const wordsOf = (text: string, mentionsOfUs: readonly string[]): string => {
  const rest = mentionsOfUs.reduce((left, mention) => (mention === '' ? left : left.replaceAll(mention, ' ')), text);
  return tidy(decodeHTMLStrict(rest.replace(/<\/?at(?:\s[^<>]*)?>/giu, '')));
};

const BREAKS = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/giu;

/** A message's HTML as plain text. `somebody` stands for everyone it names: a quoted message must name nobody. */
export const wordsOfHtml = (html: string, somebody: string): string =>
  tidy(
    decodeHTMLStrict(
      html
        .replace(/<at(?:\s[^<>]*)?>[^<]*<\/at>/giu, somebody)
        .replace(/\s+/gu, ' ')
        .replace(BREAKS, '\n')
        .replace(/<[^<>]*>/gu, ''),
    ),
  );
