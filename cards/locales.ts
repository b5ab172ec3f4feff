import type { Language } from '../bot/words.ts';

/** How a language writes days, times and numbers. */
type Locale = {
  /** For Intl and luxon. */
  name: string;
  /** luxon's format of a day, without the year. */
  day: string;
  /** Between a day and a time. */
  at: string;
  /** luxon's formats of a full hour and of any other time. */
  hour: string;
  time: string;
  decimal: ',' | '.';
};

export const LOCALES: Record<Language, Locale> = {
  da: { name: 'da-DK', day: "cccc 'd.' d. LLLL", at: 'kl.', hour: 'H', time: 'H.mm', decimal: ',' },
  en: { name: 'en-GB', day: 'cccc d LLLL', at: 'at', hour: 'H:mm', time: 'H:mm', decimal: '.' },
};
