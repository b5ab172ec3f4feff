import { DateTime } from 'luxon';
import { readDate } from './read-date.ts';
import { type IsoTime, isoMoment, type Reading, tidied, type Unread } from './reading.ts';

const BEFORE = /^(?:klokken|kl\.?|at) ?/u;
const TIME =
  /^(\d{1,2})(?:[:.,h ]?(\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?h?(?: ?([ap])\.? ?m\.?)?(z|[+-]\d{2}:?\d{2})?$/u;

/** Reads a time of day as clients send it and people write it: 13:30:00, 13.30, 1330, "kl. 13", "1:30 PM". */
export const readTime = (text: string, reading: Reading): IsoTime | Unread => {
  const written = tidied(text);
  const iso = isoMoment(written, reading);
  if (iso !== null) return isoOf(iso.moment);
  const [, hours, minutes = '00', seconds = '00', half, offset] = TIME.exec(written.replace(BEFORE, '')) ?? [];
  if (hours === undefined) return 'unreadable';
  const hour = hourOf(Number(hours), half);
  if (hour === null || hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return 'unreadable';
  const time = `${String(hour).padStart(2, '0')}:${minutes}`;
  if (offset === undefined) return time as IsoTime;
  const day = DateTime.fromJSDate(reading.now, { zone: reading.zone }).toFormat('yyyy-MM-dd');
  const moment = DateTime.fromISO(`${day}T${time}${offset.toUpperCase()}`, { zone: reading.zone });
  return moment.isValid ? isoOf(moment) : 'unreadable';
};

const isoOf = (moment: DateTime): IsoTime => moment.toFormat('HH:mm') as IsoTime;

/** The hour of a day of 24; null for one that no such half of a day has. @param half a or p, of a.m. and p.m. */
const hourOf = (hour: number, half: string | undefined): number | null => {
  if (half === undefined) return hour;
  if (hour === 0 || hour > 12) return half === 'p' ? (hour > 12 ? hour : null) : hour === 0 ? 0 : null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
};

/** A time that cannot be the end of a date, as "2026" can. */
const PLAINLY_A_TIME = /^(?:kl|at )|[:.]\d\d|[ap]\.? ?m/u;

/** Reads a date with a time, such as an ISO moment or "10. december kl. 13.30", in the organisation's zone. */
export const readMoment = (text: string, reading: Reading): Date | Unread => {
  const written = tidied(text);
  const iso = isoMoment(written, reading);
  if (iso !== null) return iso.moment.toJSDate();
  const words = written.split(' ');
  for (let split = 1; split < words.length; split++) {
    const [day, time] = [words.slice(0, split).join(' '), words.slice(split).join(' ')];
    if (!PLAINLY_A_TIME.test(time)) continue;
    const [date, hour] = [readDate(day.replace(/,$/u, ''), reading), readTime(time, reading)];
    if (date === 'unclear') return 'unclear';
    if (date === 'unreadable' || hour === 'unreadable' || hour === 'unclear') continue;
    return DateTime.fromISO(`${date}T${hour}`, { zone: reading.zone }).toJSDate();
  }
  return 'unreadable';
};
