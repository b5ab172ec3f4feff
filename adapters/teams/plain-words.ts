/** What people wrote, without the marks of Teams: it encodes a few characters, and names people in `<at>`. */

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu, (whole, decimal, hex, named) => {
    if (named !== undefined) return NAMED[String(named).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const tidied = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** A message's text. Mentions of Sammen go, those of others keep the name. */
export const wordsOf = (text: string, mentionsOfUs: readonly string[]): string => {
  const rest = mentionsOfUs.reduce((left, mention) => (mention === '' ? left : left.replaceAll(mention, ' ')), text);
  return tidied(decoded(rest.replace(/<\/?at(?:\s[^<>]*)?>/giu, '').replaceAll('\r\n', '\n')));
};

const BREAKS = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/giu;

/** A message's HTML as plain text. `somebody` stands for everyone it names: a quoted message must name nobody. */
export const wordsOfHtml = (html: string, somebody: string): string =>
  tidied(
    decoded(
      html
        .replace(/<at(?:\s[^<>]*)?>[^<]*<\/at>/giu, somebody)
        .replace(/\s+/gu, ' ')
        .replace(BREAKS, '\n')
        .replace(/<[^<>]*>/gu, ''),
    ),
  );
