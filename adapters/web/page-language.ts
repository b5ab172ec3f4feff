import { type Language, languageNamed } from '../../bot/words.ts';
import type { WebRequest } from './route.ts';

/** The language of a page: as the address asks (`sprog` or `lang`), else as the browser does, else the municipality's. */
export const pageLanguage = (
  { query, headers }: Pick<WebRequest, 'query' | 'headers'>,
  otherwise: Language,
): Language =>
  languageNamed(query.get('sprog')) ??
  languageNamed(query.get('lang')) ??
  wished(headers['accept-language'] ?? '') ??
  otherwise;

/** Longer headers are no browser's. */
const MAX_WISHES = 20;

/** The best of our languages in a header such as "en-GB,en;q=0.9,da;q=0.8"; null when it names none of them. */
const wished = (header: string): Language | null => {
  const wishes = header
    .split(',', MAX_WISHES)
    .map((wish) => {
      const [range = '', ...more] = wish.split(';').map((part) => part.trim());
      const weight = Number(more.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
      return { language: languageNamed(range.toLowerCase().split('-')[0] ?? ''), weight };
    })
    .filter(({ weight }) => weight > 0);
  return wishes.toSorted((a, b) => b.weight - a.weight).find(({ language }) => language !== null)?.language ?? null;
};
