import { DateTime } from 'luxon';
import type { Language } from '../words.ts';

/** YYYY-MM-DD */
export type IsoDate = `${number}-${number}-${number}`;
/** HH:MM */
export type IsoTime = `${number}:${number}`;

/** Who wrote a date or time, and when: without these some can be read in two ways. */
export type Reading = {
  now: Date;
  language: Language;
  /** The organisation's time zone, such as Europe/Copenhagen. */
  zone: string;
};

/** Why a date or time was not read. `unclear`: it could be two different ones. */
export type Unread = 'unreadable' | 'unclear';

/** More than the longest form that a client sends. */
const MAX_LENGTH = 100;

/** Lower case, plain spaces and hyphens, and without the invisible marks of direction that some clients add. */
export const tidied = (text: string): string =>
  text.length > MAX_LENGTH
    ? ''
    : text
        .normalize('NFKC')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
        .replace(/[\u2010-\u2015\u2212]/gu, '-')
        .replace(/\s+/gu, ' ')
        .trim()
        .toLowerCase();

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)? ?(z|[+-]\d{2}:?\d{2})?$/u;

/** Reads an ISO date with a time, in the organisation's zone. Null for anything else. */
export const isoMoment = (text: string, { zone }: Reading): { moment: DateTime; midnight: string | null } | null => {
  const [, day, time, offset] = ISO_MOMENT.exec(text) ?? [];
  if (day === undefined || time === undefined) return null;
  const moment = DateTime.fromISO(`${day}T${time}${(offset ?? '').toUpperCase()}`, { zone });
  return moment.isValid ? { moment, midnight: time === '00:00' ? day : null } : null;
};
