// @ts-check
import { language } from './language.js';

/**
 * The time in Denmark, as words and in fields.
 *
 * @typedef {{ year: number, month: number, day: number, hour: number, minute: number }} Local wall-clock time in Denmark
 */

const ZONE = 'Europe/Copenhagen';

const NUMBERS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const LOCALE = { da: 'da-DK', en: 'en-GB' }[language];
const WORDS = new Intl.DateTimeFormat(LOCALE, { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' });
const SHORT = new Intl.DateTimeFormat(LOCALE, { timeZone: ZONE, weekday: 'short', day: 'numeric', month: 'short' });

/** @param {Intl.DateTimeFormat} format @param {Date} date @returns {Record<string, string>} */
const parts = (format, date) => Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/** @param {Date} date @returns {Local} */
function toLocal(date) {
  const { year, month, day, hour, minute } = parts(NUMBERS, date);
  return { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute) };
}

/** @param {Local} local */
const asIfUtc = ({ year, month, day, hour, minute }) => Date.UTC(year, month - 1, day, hour, minute);

/** The moment when a Danish clock shows `local`; in the skipped hour of spring, an hour later. @param {Local} local */
function fromLocal(local) {
  const wanted = asIfUtc(local);
  let guess = wanted;
  // Twice, because the first correction may itself cross a change of summer time.
  for (let round = 0; round < 2; round += 1) guess += wanted - asIfUtc(toLocal(new Date(guess)));
  return new Date(guess);
}

const isDanish = language === 'da';

/** @param {Intl.DateTimeFormat} format @param {Date} date */
function dayBy(format, date) {
  const { weekday: name, day, month } = parts(format, date);
  return `${name} ${day}${isDanish ? '.' : ''} ${month}`;
}

/** @param {Date} date for example 10.00, in English 10:00 */
export function timeText(date) {
  const { hour, minute } = toLocal(date);
  return `${two(hour)}${isDanish ? '.' : ':'}${two(minute)}`;
}

/** @param {Date} date for example tirsdag */
export const weekdayText = (date) => parts(WORDS, date).weekday ?? '';

/** @param {Date} date for example tirsdag 24. november */
export const dayText = (date) => dayBy(WORDS, date);

/** @param {Date} date for example kl. 10.00 */
export const hourText = (date) => `${isDanish ? 'kl.' : 'at'} ${timeText(date)}`;

/** @param {Date} date for example tirsdag 24. november kl. 10.00 */
export const clockText = (date) => `${dayText(date)} ${hourText(date)}`;

/** @param {Date} date for example tir. 24. nov. 10.00 */
export const shortClockText = (date) => `${dayBy(SHORT, date)} ${timeText(date)}`;

/** The value of a datetime-local field that shows this moment in Denmark. @param {Date} date */
export function toField(date) {
  const { year, month, day, hour, minute } = toLocal(date);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** @param {string} value of a datetime-local field @returns {Date | null} */
export function fromField(value) {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value) ?? [];
  if (!minute) return null;
  return fromLocal({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
  });
}
