import { DateTime } from 'luxon';
import { DAY } from '../bot/time/units.ts';
import { zoneNamed } from '../bot/time/zone.ts';
import type { Language } from '../bot/words.ts';

/** Says times and days as a colleague would. A weekday without a date means one of the next six days. */

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

/** A number for a calendar day; differences are whole days, in any time zone and when the clocks change. */
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

const MAX_CACHED = 1000;
/** A run's thousands of messages name the same few days, and formatting a day is slow. */
const cache = new Map<string, string>();

/** "tirsdag d. 1. december" for a YYYY-MM-DD; returns anything else unchanged. */
export const dayInWords = (date: string, now: Date, timeZone: string, language: Language): string => {
  const today = DateTime.fromJSDate(now, { zone: zoneNamed(timeZone) });
  const key = `${date} ${today.year} ${timeZone} ${language}`;
  let words = cache.get(key);
  if (words === undefined) {
    const day = DateTime.fromISO(date, { zone: zoneNamed(timeZone) });
    words = day.isValid ? fullDay(day, today, language) : date;
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(key, words);
  }
  return words;
};

/** The day of a moment, without the time. */
export const dayOfMoment = (moment: Date, now: Date, timeZone: string, language: Language): string =>
  fullDay(
    DateTime.fromJSDate(moment, { zone: zoneNamed(timeZone) }),
    DateTime.fromJSDate(now, { zone: timeZone }),
    language,
  );
