import { decodeHTMLStrict } from 'entities';
import { tidy } from '../chat/tidy.ts';

/** Plain text from Teams' markup, which encodes characters as in HTML and puts mentions in `<at>`. */

/** A message as plain text. Mentions of Sammen are removed; mentions of others become their names. */
export const wordsOf = (text: string, mentionsOfUs: readonly string[]): string => {
  const rest = mentionsOfUs.reduce((left, mention) => (mention === '' ? left : left.replaceAll(mention, ' ')), text);
  return tidy(decodeHTMLStrict(rest.replace(/<\/?at(?:\s[^<>]*)?>/giu, '')));
};

const BREAKS = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/giu;

/** HTML as plain text. `somebody` replaces every mention, because a quoted message must not name anybody. */
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
