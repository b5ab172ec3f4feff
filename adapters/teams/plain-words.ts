import { decodeHTMLStrict } from 'entities';

/** What people wrote, without the marks of Teams: it encodes characters as HTML does, and names people in `<at>`. */

const tidied = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** A message's text. Mentions of Sammen go, those of others keep the name. */
export const wordsOf = (text: string, mentionsOfUs: readonly string[]): string => {
  const rest = mentionsOfUs.reduce((left, mention) => (mention === '' ? left : left.replaceAll(mention, ' ')), text);
  return tidied(decodeHTMLStrict(rest.replace(/<\/?at(?:\s[^<>]*)?>/giu, '').replaceAll('\r\n', '\n')));
};

const BREAKS = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/giu;

/** A message's HTML as plain text. `somebody` stands for everyone it names: a quoted message must name nobody. */
export const wordsOfHtml = (html: string, somebody: string): string =>
  tidied(
    decodeHTMLStrict(
      html
        .replace(/<at(?:\s[^<>]*)?>[^<]*<\/at>/giu, somebody)
        .replace(/\s+/gu, ' ')
        .replace(BREAKS, '\n')
        .replace(/<[^<>]*>/gu, ''),
    ),
  );
