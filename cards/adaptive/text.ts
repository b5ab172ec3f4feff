import { clean, shorten } from '../clean.ts';
import type { Json } from './json.ts';

/**
 * Teams parses Markdown in a TextBlock and in facts, never in a TextRun. So all text that a person may have written,
 * and every sentence that quotes it, is a RichTextBlock: `[a](b)`, `**` and `<at>` are shown as typed, nothing needs
 * escaping, and nothing looks odd where Markdown is off. Only headings are TextBlocks, because only a TextBlock can be
 * marked as a heading; `heading` defuses the few characters that could do harm there.
 */

type Look = { weight?: 'Bolder'; isSubtle?: boolean; size?: 'Small' };

/** Adaptive Cards evaluate `{{DATE(…)}}` as a function; a word joiner keeps it text. */
const inert = (text: string): string => clean(text).replace(/\{\{/gu, '{\u2060{');

export const run = (text: string, look: Look = {}): Json => ({ type: 'TextRun', text: inert(text), ...look });

/** A run on one line, whatever was typed. */
export const oneLine = (text: string, limit: number, mark: string, look: Look = {}): Json => ({
  type: 'TextRun',
  text: shorten(inert(text).replace(/\s+/gu, ' ').trim(), limit, mark),
  ...look,
});

export const rich = (inlines: Json[], spacing?: 'None' | 'Small'): Json => ({
  type: 'RichTextBlock',
  inlines,
  ...(spacing === undefined ? {} : { spacing }),
});

/** One block per line, because some clients do not show a line break inside a TextRun. */
export const paragraphs = (text: string, limit: number, mark: string, look: Look = {}): Json[] => {
  const shownLines = shorten(inert(text).trim(), limit, mark).split('\n');
  const blocks: Json[] = [];
  let gap = false;
  for (const line of shownLines) {
    if (line.trim() === '') gap = true;
    else {
      blocks.push(rich([{ type: 'TextRun', text: line, ...look }], blocks.length === 0 || gap ? 'Small' : 'None'));
      gap = false;
    }
  }
  return blocks;
};

const RANK = {
  title: { size: 'Medium', weight: 'Bolder' },
  section: { size: 'Default', weight: 'Bolder', spacing: 'Medium' },
  quiet: { size: 'Default', weight: 'Default', isSubtle: true },
} as const;

/** A heading. The text is ours, but it may hold a name, so a word joiner breaks links and mentions. */
export const heading = (text: string, limit: number, mark: string, rank: keyof typeof RANK): Json => ({
  type: 'TextBlock',
  text: shorten(inert(text).replace(/\n+/gu, ' '), limit, mark).replace(/\](?=\()|<(?=\/?\w)/gu, '$&\u2060'),
  style: 'heading',
  ...RANK[rank],
  wrap: true,
});
