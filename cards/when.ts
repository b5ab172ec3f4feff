import { DateTime } from 'luxon';
import { DAY } from '../bot/time/units.ts';
import { zoneNamed } from '../bot/time/zone.ts';
import type { Language } from '../bot/words.ts';

/** Moments and days in the words a colleague would use. Weekdays alone only reach six days ahead. */

const LOCALE: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

const NEAR: Record<Language, Record<'-1' | '0' | '1', string>> = {
  da: { '-1': 'i går', '0': 'i dag', '1': 'i morgen' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
};
const isNear = (days: string): days is '-1' | '0' | '1' => days === '-1' || days === '0' || days === '1';

const clock = (at: DateTime, language: Language): string => {
  if (language === 'en') return at.toFormat('H:mm');
  return at.minute === 0 ? at.toFormat('H') : at.toFormat('H.mm');
};

const fullDay = (at: DateTime, today: DateTime, language: Language): string => {
  const year = at.year === today.year ? '' : ' yyyy';
  return at.setLocale(LOCALE[language]).toFormat(language === 'da' ? `cccc 'd.' d. LLLL${year}` : `cccc d LLLL${year}`);
};

/** Counts days of the calendar, so that two of them are as far apart wherever and whenever that is. */
const dayNumber = ({ year, month, day }: DateTime): number => Date.UTC(year, month - 1, day) / DAY;

/** "i dag kl. 11", "onsdag kl. 9.30", "mandag d. 7. december kl. 11"; never starts with a capital in Danish. */
export const whenInWords = (moment: Date, now: Date, timeZone: string, language: Language): string => {
  const at = DateTime.fromJSDate(moment, { zone: zoneNamed(timeZone) });
  const today = DateTime.fromJSDate(now, { zone: zoneNamed(timeZone) });
  const days = dayNumber(at) - dayNumber(today);
  const key = String(days);
  const day = isNear(key)
    ? NEAR[language][key]
    : days > 1 && days <= 6
      ? at.setLocale(LOCALE[language]).toFormat('cccc')
      : fullDay(at, today, language);
  return `${day} ${language === 'da' ? 'kl.' : 'at'} ${clock(at, language)}`;
};

const MAX_KNOWN = 1000;
/** Thousands of messages of one run name the same few days, and putting one into words is slow. */
const known = new Map<string, string>();

/** "tirsdag d. 1. december" for a YYYY-MM-DD; what is no date comes back as it was. */
export const dayInWords = (date: string, now: Date, timeZone: string, language: Language): string => {
  const today = DateTime.fromJSDate(now, { zone: zoneNamed(timeZone) });
  const key = `${date} ${today.year} ${timeZone} ${language}`;
  let words = known.get(key);
  if (words === undefined) {
    const day = DateTime.fromISO(date, { zone: zoneNamed(timeZone) });
    words = day.isValid ? fullDay(day, today, language) : date;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, words);
  }
  return words;
};

/** The day of a moment, without its hour. */
export const dayOfMoment = (moment: Date, now: Date, timeZone: string, language: Language): string =>
  fullDay(
    DateTime.fromJSDate(moment, { zone: zoneNamed(timeZone) }),
    DateTime.fromJSDate(now, { zone: timeZone }),
    language,
  );
