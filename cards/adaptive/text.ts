import { clean, shorten } from '../clean.ts';
import type { Json } from './json.ts';

/**
 * Teams reads Markdown in a TextBlock and in facts, never in a TextRun. So everything a person may have written, and
 * every sentence that quotes it, is a RichTextBlock: `[a](b)`, `**` and `<at>` stay the characters that were typed,
 * nothing is escaped, and nothing looks odd where Markdown is off. Only headings are TextBlocks, because only they can
 * be marked as headings; `heading` makes the few characters that could do harm there harmless.
 */

type Look = { weight?: 'Bolder'; isSubtle?: boolean; size?: 'Small' };

/** `{{DATE(…)}}` is a function to Adaptive Cards; a word joiner makes it text. */
const inert = (text: string): string => clean(text).replace(/\{\{/gu, '{\u2060{');

export const run = (text: string, look: Look = {}): Json => ({ type: 'TextRun', text: inert(text), ...look });

/** A run that is one line whatever was typed. */
export const oneLine = (text: string, most: number, mark: string, look: Look = {}): Json => ({
  type: 'TextRun',
  text: shorten(inert(text).replace(/\s+/gu, ' ').trim(), most, mark),
  ...look,
});

export const rich = (inlines: Json[], spacing?: 'None' | 'Small'): Json => ({
  type: 'RichTextBlock',
  inlines,
  ...(spacing === undefined ? {} : { spacing }),
});

/** One block for each line, for a line break inside a TextRun is not shown everywhere. */
export const paragraphs = (text: string, most: number, mark: string, look: Look = {}): Json[] => {
  const wanted = shorten(inert(text).trim(), most, mark).split('\n');
  const blocks: Json[] = [];
  let gap = false;
  for (const line of wanted) {
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

/** A heading: its text comes from us, but may hold a name. Links and mentions are broken by a word joiner. */
export const heading = (text: string, most: number, mark: string, rank: keyof typeof RANK): Json => ({
  type: 'TextBlock',
  text: shorten(inert(text).replace(/\n+/gu, ' '), most, mark).replace(/\](?=\()|<(?=\/?\w)/gu, '$&\u2060'),
  style: 'heading',
  ...RANK[rank],
  wrap: true,
});
