/** What a stretch of the original stands for. */
export type Escape = { plain: string; length: number };

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  shy: '',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  minus: '-',
  commat: '@',
  period: '.',
  plus: '+',
  amp: '&',
};
const ENTITY = /&(?:#(\d{2,6})|#[xX]([0-9a-fA-F]{2,5})|([a-z]{2,6}));/y;
/** The characters that addresses and numbers hold, as links write them: space, +, -, ., /, digits, @. */
const PERCENT = /%(20|2[bBdDeEfF]|3\d|40)/y;
const TAG = /<\/?(?:a|b|br|code|div|em|font|i|li|p|s|span|strong|sub|sup|td|tr|u|wbr)(?: [^<>@]{0,60})?\/?>/iy;

/** Tags that end a line; the others stand within a number unseen. */
const BREAKS = /^<\/?(?:br|div|li|p|td|tr)\b/i;

/** Reads what copied web pages and links write for a character: an HTML entity, %20, a tag. */
export const readEscape = (text: string, at: number, char: string): Escape | null => {
  if (char === '&') return readEntity(text, at);
  if (char === '%') {
    const found = sticky(PERCENT, text, at);
    return found === null ? null : { plain: String.fromCharCode(Number.parseInt(found[1] ?? '', 16)), length: 3 };
  }
  if (char !== '<') return null;
  const tag = sticky(TAG, text, at);
  return tag === null ? null : { plain: BREAKS.test(tag[0]) ? '\n' : '', length: tag[0].length };
};

const readEntity = (text: string, at: number): Escape | null => {
  const found = sticky(ENTITY, text, at);
  if (found === null) return null;
  const [whole, decimal, hex, name] = found;
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? { plain: NAMED[name] ?? '', length: whole.length } : null;
  const char = String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  const plain = /[\p{Pd}\u2212]/u.test(char) ? '-' : /\s/u.test(char) ? ' ' : char;
  return /^[ -~]$/.test(plain) ? { plain, length: whole.length } : null;
};

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
