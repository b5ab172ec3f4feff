import { DateTime } from 'luxon';
import { zoneNamed } from '../bot/time/zone.ts';
import type { Language } from '../bot/words.ts';
import { LOCALES } from './locales.ts';

/**
 * Says times and days so that they stay true on a card that stands for weeks: always weekday and date, never "today"
 * (docs/rules.md, "Days and times in words"). A year is named when it is not the year of `now`.
 */

const clock = (at: DateTime, language: Language): string =>
  at.toFormat(at.minute === 0 ? LOCALES[language].hour : LOCALES[language].time);

const fullDay = (at: DateTime, today: DateTime, language: Language): string => {
  const year = at.year === today.year ? '' : ' yyyy';
  const { name, day } = LOCALES[language];
  return at.setLocale(name).toFormat(`${day}${year}`);
};

/** "mandag d. 7. december kl. 11", "onsdag d. 2. december kl. 9.30"; never starts with a capital in Danish. */
export const whenInWords = (moment: Date, now: Date, timeZone: string, language: Language): string => {
  const at = DateTime.fromJSDate(moment, { zone: zoneNamed(timeZone) });
  const today = DateTime.fromJSDate(now, { zone: zoneNamed(timeZone) });
  return `${fullDay(at, today, language)} ${LOCALES[language].at} ${clock(at, language)}`;
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
