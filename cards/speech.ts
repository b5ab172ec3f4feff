import type { Language, Principle } from '../bot/words.ts';
import { LOCALES } from './locales.ts';
import type { PrincipleText } from './principles.ts';
import { TEXTS, type Texts } from './texts/texts.ts';
import { dayInWords, dayOfMoment, whenInWords } from './when.ts';

/** Everything needed to put a notice into one language: its texts, and how it says times, numbers and principles. */
export type Speech = {
  t: Texts;
  language: Language;
  /** "tirsdag d. 1. december kl. 11" */
  when(moment: Date, now: Date): string;
  /** "tirsdag d. 1. december" for YYYY-MM-DD */
  day(date: string, now: Date): string;
  dayOf(moment: Date, now: Date): string;
  number(value: number): string;
  principles: { id: Principle; name: string; text: string }[];
  principle(id: Principle): string;
  /** The same in another language. */
  inLanguage(language: Language): Speech;
};

export const createSpeech = (
  settings: { timeZone: string; principles: readonly PrincipleText[] },
  language: Language,
): Speech => {
  const { timeZone, principles } = settings;
  const spoken = principles.map((principle) => ({ id: principle.id, ...principle[language] }));
  const names = new Map(spoken.map(({ id, name }) => [id, name]));
  const format = new Intl.NumberFormat(LOCALES[language].name);
  return {
    t: TEXTS[language],
    language,
    when: (moment, now) => whenInWords(moment, now, timeZone, language),
    day: (date, now) => dayInWords(date, now, timeZone, language),
    dayOf: (moment, now) => dayOfMoment(moment, now, timeZone, language),
    number: (value) => format.format(value),
    principles: spoken,
    principle: (id) => names.get(id) ?? '',
    inLanguage: (other) => createSpeech(settings, other),
  };
};

/** Capitalises the first letter, for the start of a sentence or button: Danish names of days are in lower case. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
