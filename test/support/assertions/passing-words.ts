import type { Language } from '../../../bot/words.ts';

/**
 * Words that are true only on the day they are drawn: "i dag", "tomorrow", a weekday without its date. A repeating day
 * is none of them, and is known by its grammar: "hver mandag", "på en mandag", "om mandagen", "fra mandag til søndag".
 */

const DAYS: Record<Language, string> = {
  da: 'mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag',
  en: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
};

const word = (pattern: string) => `(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`;

const PASSING: Record<Language, RegExp> = {
  da: new RegExp(word('i\\s+(?:dag|morgen|går|aften|aftes|nat|eftermiddag|formiddag|overmorgen|forgårs)'), 'giu'),
  en: new RegExp(word('today|tomorrow|yesterday|tonight|this (?:morning|afternoon|evening)'), 'giu'),
};

const [daysDa, daysEn] = [word(DAYS.da), word(DAYS.en)];
const range = (days: string, to: string) => `${days}(?= (?:${to}) ${days})|(?<=${days} (?:${to}) )${days}`;

const BARE_DAY: Record<Language, RegExp> = {
  da: new RegExp(`(?<!(?:hver|en) )${daysDa}(?! d\\. \\d)`, 'giu'),
  en: new RegExp(`(?<!(?:[Ee]very|[Ee]ach|[Aa]) )${daysEn}(?! \\d{1,2} \\p{L})`, 'gu'),
};

const REPEATING: Record<Language, RegExp> = {
  da: new RegExp(range(daysDa, 'til|og|–'), 'giu'),
  en: new RegExp(range(daysEn, 'to|and|–'), 'gu'),
};

/** The words in a text that stop being true on another day. */
export const passingWords = (text: string, language: Language): string[] => [
  ...(text.match(PASSING[language]) ?? []),
  ...(text.replace(REPEATING[language], '…').match(BARE_DAY[language]) ?? []),
];
