import type { Node } from '../../model.ts';

/** Lines of a card, without those that are null or empty. */
export const lines = (style: 'body' | 'lead' | 'subtle' | 'heading', texts: (string | null)[]): Node[] =>
  texts.filter((text) => text !== null && text !== '').map((text) => ({ kind: 'text', text: text ?? '', style }));

export const facts = (pairs: [label: string, value: string | null][]): Node[] => {
  const known = pairs.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
  return known.length === 0 ? [] : [{ kind: 'facts', facts: known }];
};

/** A link where there is an address; nothing where there is none. */
export const link = (label: string, url: string | undefined): Node[] =>
  url === undefined ? [] : [{ kind: 'link', link: { label, url } }];

/** Removes the full stop of a step that is quoted within a sentence. */
export const withoutStop = (text: string): string => text.trim().replace(/[.\s]+$/u, '');

/** The beginning of a long text as a reminder, cut between words. */
export const snippet = (text: string, maxLength: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  if (letters.length <= maxLength) return line;
  return `${letters
    .slice(0, maxLength)
    .join('')
    .replace(/\s+\S*$/u, '')} …`;
};
