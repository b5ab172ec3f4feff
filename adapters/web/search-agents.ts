import type { ShownAgent } from './shown-agents.ts';

/** In characters. Nobody looks for more, and what is longer is cut. */
export const MAX_SEARCH_LENGTH = 100;

/** What somebody typed, in one line, cut off at the upper limit. */
export const searchAsked = (query: URLSearchParams): string =>
  [...(query.get('q') ?? '').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()].slice(0, MAX_SEARCH_LENGTH).join('');

/** The agents of whom each word of the search begins a word of their name, unit or what they help with. */
export const searchAgents = (agents: readonly ShownAgent[], search: string): ShownAgent[] => {
  const wanted = wordsIn(search);
  return agents.filter(({ name, unit, helpsWith }) => {
    const words = wordsIn([name, unit ?? '', ...helpsWith].join(' '));
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
};

/** Without case and accents; "æ", "ø" and "å" also as people without them type. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/æ/gu, 'ae')
    .replace(/ø/gu, 'oe')
    .replace(/å/gu, 'aa')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
