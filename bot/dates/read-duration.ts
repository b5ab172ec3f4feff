import { tidied } from './reading.ts';

/** In minutes: shorter is no meeting, and longer is more than a working day. */
export const SHORTEST_TALK = 5;
export const LONGEST_TALK = 480;

const MINUTES = /^(\d{1,3}) ?(?:m|min|minut|minutter|minute|minutes|mins)?\.?$/u;
const HOURS =
  /^(\d{1,2})(?:[,.](25|5|50|75))? ?(?:t|time|timer|h|hour|hours|hr|hrs)\.?(?: (?:og |and )?(\d{1,2}) ?(?:m|min|minutter|minutes)?\.?)?$/u;
const HALVES: Readonly<Record<string, number>> = {
  'en halv time': 30,
  'halv time': 30,
  'half an hour': 30,
  'et kvarter': 15,
  'a quarter of an hour': 15,
  'tre kvarter': 45,
  'en time': 60,
  'an hour': 60,
  'one hour': 60,
  'halvanden time': 90,
  'to timer': 120,
  'two hours': 120,
};

/** Reads how long a talk lasts, in minutes, as people write it: 30, "30 min.", "1,5 time", "en halv time", "1 hour". */
export const readDuration = (text: string): number | 'unreadable' => {
  const written = tidied(text).replace(/^(?:ca\.?|cirka|about) /u, '');
  const minutes = Object.hasOwn(HALVES, written) ? HALVES[written] : (minutesIn(written) ?? hoursIn(written));
  return minutes === undefined || minutes < SHORTEST_TALK || minutes > LONGEST_TALK ? 'unreadable' : minutes;
};

const minutesIn = (written: string): number | undefined => {
  const [, minutes] = MINUTES.exec(written) ?? [];
  return minutes === undefined ? undefined : Number(minutes);
};

const hoursIn = (written: string): number | undefined => {
  const [, hours, part = '0', minutes = '0'] = HOURS.exec(written) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(`0.${part}`) * 60 + Number(minutes);
};
