import { clean, shorten } from '../clean.ts';
import type { Link } from '../model.ts';
import type { PlainText, RichElement, RichPart, SlackBlock } from './blocks.ts';
import { SLACK_LIMITS } from './limits.ts';

/**
 * Slack reads mrkdwn, mentions and emoji names in text objects of that kind only, never in plain text without emoji nor
 * in the text of a rich_text block. So everything we say is one of these two, and nothing in it needs escaping. Only
 * `text`, which notifications show, is mrkdwn.
 */

/** One line, whatever was typed. */
const line = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

/** Slack refuses empty texts. */
const something = (text: string): string => (text === '' ? '–' : text);

export const plain = (text: string, most: number, mark: string): PlainText => ({
  type: 'plain_text',
  text: something(shorten(clean(text).trim(), most, mark)),
  emoji: false,
});

export const plainLine = (text: string, most: number, mark: string): PlainText => plain(line(text), most, mark);

type Look = { bold?: boolean };

/** Text elements without reading marks; one element holds as much as one text object does. */
export const run = (text: string, { bold = false }: Look = {}): RichElement[] =>
  chunks(clean(text)).map((chunk) => ({ type: 'text', text: chunk, ...(bold ? { style: { bold: true } } : {}) }));

export const runLine = (text: string, most: number, mark: string, look: Look = {}): RichElement[] =>
  run(shorten(line(text), most, mark), look);

const chunks = (text: string): string[] => {
  const found: string[] = [];
  let rest = text;
  while (rest !== '') {
    const chunk = rest.slice(0, SLACK_LIMITS.text).replace(/[\ud800-\udbff]$/u, '');
    found.push(chunk);
    rest = rest.slice(chunk.length);
  }
  return found;
};

/** Several lines of words, with one empty line at most between paragraphs. */
export const words = (text: string, most: number, mark: string, look: Look = {}): RichElement[] =>
  run(
    shorten(
      clean(text)
        .trim()
        .replace(/\n{3,}/gu, '\n\n'),
      most,
      mark,
    ),
    look,
  );

export const section = (elements: RichElement[]): RichPart => ({ type: 'rich_text_section', elements });
export const quotation = (elements: RichElement[]): RichPart => ({ type: 'rich_text_quote', elements });

/** No block at all when there is nothing to say. */
export const rich = (...parts: RichPart[]): SlackBlock[] => {
  const said = parts.filter(({ elements }) => elements.length > 0);
  return said.length === 0 ? [] : [{ type: 'rich_text', elements: said }];
};

export const context = (text: string, most: number, mark: string): SlackBlock[] =>
  text.trim() === '' ? [] : [{ type: 'context', elements: [plain(text, Math.min(most, SLACK_LIMITS.context), mark)] }];

/** A link that could be anything but a page or a telephone number is told, not made. */
export const link = ({ label, url }: Link, mark: string): RichElement[] =>
  isSafe(url) && url.length <= SLACK_LIMITS.url
    ? [{ type: 'link', url, text: something(shorten(line(label), SLACK_LIMITS.header, mark)) }]
    : runLine(`${label}: ${url}`, SLACK_LIMITS.text, mark);

const isSafe = (url: string): boolean =>
  /^tel:\+?[\d-]{3,20}$/u.test(url) ||
  (/^https?:\/\/[^\s<>|"]+$/iu.test(url) && URL.canParse(url) && new URL(url).username === '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (letter: string): string => ENTITIES[letter] ?? letter;

/** `text` beside the blocks. A word joiner keeps "@here" from calling anybody. */
export const mrkdwn = (text: string, most: number, mark: string): string => {
  const said = text.replace(/@(?=(?:here|channel|everyone)\b)/giu, '@\u2060');
  const all = said.replace(/[&<>]/gu, escaped);
  if (all.length <= most) return all;
  let cut = '';
  for (const letter of [...said].map(escaped)) {
    if (cut.length + letter.length + mark.length > most) break;
    cut += letter;
  }
  return `${cut.trimEnd()}${mark}`;
};
