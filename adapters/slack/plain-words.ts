import { tidy } from '../chat/tidy.ts';

/** Plain text from Slack's markup, which encodes three characters and puts mentions and links in `<…>`. */

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The ids of all accounts that a text mentions. */
export const peopleIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/gu)].flatMap(([, id]) => id ?? [])),
];

/** A message as plain text. `nameOf` returns the name for an account id; an empty name removes the mention. */
export const wordsOf = (text: string, nameOf: (user: string) => string): string =>
  tidy(decoded(text.replace(/<([^<>]*)>/gu, (_whole, inside: string) => plain(inside, nameOf))));

const plain = (inside: string, nameOf: (user: string) => string): string => {
  const [target = '', label = ''] = inside.split('|', 2);
  if (target.startsWith('@')) return nameOf(target.slice(1)) || ' ';
  if (target.startsWith('#')) return label === '' ? '' : `#${label}`;
  // A group or everybody in a channel: drop the `@`, so that quoting does not notify them again.
  if (target.startsWith('!')) return label.replace(/^@/u, '');
  return label || target.replace(/^mailto:|^tel:/u, '');
};
