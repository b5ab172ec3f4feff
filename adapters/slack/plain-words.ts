import { tidy } from '../chat/tidy.ts';
import { withEmoji } from './emoji.ts';

/** Plain text from Slack's markup, which encodes three characters, names emoji, and puts mentions and links in `<…>`. */

/** What stands in the text instead of a mention that brings no name. */
export type StandIns = { channel: string; group: string; everybody: string };

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The ids of all accounts that a text mentions. */
export const peopleIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/gu)].flatMap(([, id]) => id ?? [])),
];

const MARK = /<([^<>]*)>/gu;

/** A message as plain text. `nameOf` returns the name for an account id; an empty name removes the mention. */
export const wordsOf = (text: string, nameOf: (user: string) => string, standIns: StandIns): string => {
  const words: string[] = [];
  let read = 0;
  for (const mark of text.matchAll(MARK)) {
    words.push(withEmoji(text.slice(read, mark.index)), plain(mark[1] ?? '', nameOf, standIns));
    read = mark.index + mark[0].length;
  }
  return tidy(decoded([...words, withEmoji(text.slice(read))].join('')));
};

/** What somebody wrote below the quotation that their reply begins with. Elsewhere a quotation is part of the text. */
export const belowQuotation = (text: string): string => {
  const lines = text.split('\n');
  const own = lines.findIndex((line) => !line.startsWith('&gt;') && line.trim() !== '');
  return own === -1 ? '' : lines.slice(own).join('\n');
};

const plain = (inside: string, nameOf: (user: string) => string, standIns: StandIns): string => {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  if (target.startsWith('@')) return nameOf(target.slice(1)) || ' ';
  if (target.startsWith('#')) return label === '' ? standIns.channel : `#${label}`;
  if (target.startsWith('!date^')) return label;
  // A group or everybody in a channel: drop the `@`, so that quoting does not notify them again.
  if (target.startsWith('!subteam^')) return label.replace(/^@/u, '') || standIns.group;
  if (/^!(?:here|channel|everyone)$/u.test(target)) return standIns.everybody;
  if (target.startsWith('!')) return label;
  return label === '' ? target.replace(/^mailto:|^tel:/u, '') : withEmoji(label);
};
