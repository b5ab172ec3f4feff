import type { Node } from '../../model.ts';

/** Lines of a card; what is null is left out. */
export const lines = (style: 'body' | 'lead' | 'subtle' | 'heading', texts: (string | null)[]): Node[] =>
  texts.filter((text) => text !== null && text !== '').map((text) => ({ kind: 'text', text: text ?? '', style }));

export const facts = (pairs: [label: string, value: string | null][]): Node[] => {
  const known = pairs.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
  return known.length === 0 ? [] : [{ kind: 'facts', facts: known }];
};

/** A step that is quoted inside a sentence brings no full stop of its own. */
export const withoutStop = (text: string): string => text.trim().replace(/[.\s]+$/u, '');

/** The start of a long text, to remind of it; cut between words. */
export const snippet = (text: string, most: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  if (letters.length <= most) return line;
  return `${letters
    .slice(0, most)
    .join('')
    .replace(/\s+\S*$/u, '')} …`;
};
