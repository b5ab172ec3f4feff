import { tidy } from '../chat/tidy.ts';

/** What people wrote, without the marks of Slack: it encodes three characters, and names people and places in `<…>`. */

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Everybody a text names by their account. */
export const peopleIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/gu)].flatMap(([, id]) => id ?? [])),
];

/** A message's text. `nameOf` says what stands for a person's account; an empty name takes the mention away. */
export const wordsOf = (text: string, nameOf: (user: string) => string): string =>
  tidy(decoded(text.replace(/<([^<>]*)>/gu, (_whole, inside: string) => plain(inside, nameOf))));

const plain = (inside: string, nameOf: (user: string) => string): string => {
  const [target = '', label = ''] = inside.split('|', 2);
  if (target.startsWith('@')) return nameOf(target.slice(1)) || ' ';
  if (target.startsWith('#')) return label === '' ? '' : `#${label}`;
  // A group or everybody in a channel: nobody is called again by quoting them.
  if (target.startsWith('!')) return label.replace(/^@/u, '');
  return label || target.replace(/^mailto:|^tel:/u, '');
};
