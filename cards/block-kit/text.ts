import { clean, shorten } from '../clean.ts';
import type { Link } from '../model.ts';
import type { PlainText, RichElement, RichPart, SlackBlock } from './blocks.ts';
import { SLACK_LIMITS } from './limits.ts';

/**
 * Slack parses mrkdwn, mentions and emoji names in mrkdwn text objects only, never in plain text without emoji or in
 * the text of a rich_text block. So we use these two for everything, and nothing in them needs escaping. Only `text`,
 * which notifications show, is mrkdwn.
 */

/** Puts a text on one line. */
const line = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

/** Slack refuses empty texts. */
const nonEmpty = (text: string): string => (text === '' ? '–' : text);

export const plain = (text: string, limit: number, mark: string): PlainText => ({
  type: 'plain_text',
  text: nonEmpty(shorten(clean(text).trim(), limit, mark)),
  emoji: false,
});

export const plainLine = (text: string, limit: number, mark: string): PlainText => plain(line(text), limit, mark);

type Look = { bold?: boolean };

/** Text elements in which nothing is parsed; each holds as much as one text object. */
export const run = (text: string, { bold = false }: Look = {}): RichElement[] =>
  chunks(clean(text)).map((chunk) => ({ type: 'text', text: chunk, ...(bold ? { style: { bold: true } } : {}) }));

export const runLine = (text: string, limit: number, mark: string, look: Look = {}): RichElement[] =>
  run(shorten(line(text), limit, mark), look);

const chunks = (text: string): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const chunk = rest.slice(0, SLACK_LIMITS.text).replace(/[\ud800-\udbff]$/u, '');
    parts.push(chunk);
    rest = rest.slice(chunk.length);
  }
  return parts;
};

/** Text of several lines, with no more than one empty line between paragraphs. */
export const words = (text: string, limit: number, mark: string, look: Look = {}): RichElement[] =>
  run(
    shorten(
      clean(text)
        .trim()
        .replace(/\n{3,}/gu, '\n\n'),
      limit,
      mark,
    ),
    look,
  );

export const section = (elements: RichElement[]): RichPart => ({ type: 'rich_text_section', elements });
export const quotation = (elements: RichElement[]): RichPart => ({ type: 'rich_text_quote', elements });

/** One rich_text block, or none when all parts are empty. */
export const rich = (...parts: RichPart[]): SlackBlock[] => {
  const filled = parts.filter(({ elements }) => elements.length > 0);
  return filled.length === 0 ? [] : [{ type: 'rich_text', elements: filled }];
};

export const context = (text: string, limit: number, mark: string): SlackBlock[] =>
  text.trim() === '' ? [] : [{ type: 'context', elements: [plain(text, Math.min(limit, SLACK_LIMITS.context), mark)] }];

/** A link to a page or a telephone number; any other address is shown as text. */
export const link = ({ label, url }: Link, mark: string): RichElement[] =>
  isSafe(url) && url.length <= SLACK_LIMITS.url
    ? [{ type: 'link', url, text: nonEmpty(shorten(line(label), SLACK_LIMITS.header, mark)) }]
    : runLine(`${label}: ${url}`, SLACK_LIMITS.text, mark);

const isSafe = (url: string): boolean =>
  /^tel:\+?[\d-]{3,20}$/u.test(url) ||
  (/^https?:\/\/[^\s<>|"]+$/iu.test(url) && URL.canParse(url) && new URL(url).username === '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (letter: string): string => ENTITIES[letter] ?? letter;

/** The `text` next to the blocks. A word joiner keeps "@here" from notifying anybody. */
export const mrkdwn = (text: string, limit: number, mark: string): string => {
  const harmless = text.replace(/@(?=(?:here|channel|everyone)\b)/giu, '@\u2060');
  const all = harmless.replace(/[&<>]/gu, escaped);
  if (all.length <= limit) return all;
  let cut = '';
  for (const letter of [...harmless].map(escaped)) {
    if (cut.length + letter.length + mark.length > limit) break;
    cut += letter;
  }
  return `${cut.trimEnd()}${mark}`;
};
