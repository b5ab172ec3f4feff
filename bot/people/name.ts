import type { Language } from '../words.ts';
import { isEmail } from './email.ts';

/** Stands where nobody has said a colleague's name. In small letters, so that it is never taken for a name in a text. */
export const NAMELESS = { da: 'en kollega', en: 'a colleague' } as const satisfies Record<Language, string>;

export const isNameless = (name: string): boolean => Object.values<string>(NAMELESS).includes(name);

const MAX_NAME_LENGTH = 100;
/** Control characters and line breaks, and what stands for no character. */
const BREAKS = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\s]+/gu;
/** Marks of direction and other characters that nobody sees. Joiners shape some scripts, so they stay. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** No script piles up more marks on a letter; some people do, across the lines around them. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** A directory's id, or a Bot Framework account such as `29:1abc`. */
const ID = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12,}|\d+:\S+)$/i;

/**
 * A name as people see it: on one line, at most 100 UTF-16 units, without what cannot be seen. Empty when it names
 * nobody: no letter, an id, or an e-mail address.
 */
export const tidyName = (name: string): string => {
  const seen = name.normalize('NFC').replace(BREAKS, ' ').replace(UNSEEN, '').replace(PILED_MARKS, '$1');
  const tidy = seen
    .trim()
    .slice(0, MAX_NAME_LENGTH)
    .replace(/\p{Cs}$/u, '')
    .trim();
  return /\p{L}/u.test(tidy) && !ID.test(tidy) && !isEmail(tidy) ? tidy : '';
};

/** The name to show for somebody: what a platform says, else the beginning of an address, else "a colleague". */
export const nameFrom = (name: string, emails: readonly string[], language: Language): string => {
  const addresses = [...emails, name.trim()].filter(isEmail);
  return (
    tidyName(name) || addresses.map((email) => tidyName(email.split('@')[0] ?? '')).find(Boolean) || NAMELESS[language]
  );
};
