import { DAY } from '../time/units.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { ForWhom } from '../words.ts';
import type { Case } from './case.ts';
import type { CitizenHears } from './citizen-hears.ts';
import { citizenDue } from './citizen-hears.ts';
import { type Circumstances, type Move, pingAll } from './move.ts';

/** A colleague asks on behalf of somebody else (docs/rules.md, "On behalf of others"). */

export const forWhom = (c: Pick<Case, 'for'>): ForWhom => c.for ?? 'me';

/** Sets the day by which a citizen hears; changes nothing when nobody but the asker waits, or the day is the same. */
export const citizenHearsBy = (
  c: Pick<Case, 'for' | 'citizenHears'>,
  date: string,
  { now, time }: Pick<Circumstances, 'now' | 'time'>,
): { citizenHears?: CitizenHears } => {
  if (forWhom(c) !== 'citizen' || c.citizenHears?.by === date) return {};
  const morning = morningOf(date, time);
  return { citizenHears: { by: date, remindAt: morning > now ? morning : null } };
};

/** No municipality closes for longer than this. */
const MAX_CLOSED_DAYS = 14;

/** When the organisation opens on that day, or, when it is closed then, on the last day before on which it opens. */
const morningOf = (date: string, time: Pick<WorkingTime, 'at' | 'localDate' | 'isWorkingDay' | 'nextOpen'>): Date => {
  const noon = time.at(date, '12:00').getTime();
  const days = Array.from({ length: MAX_CLOSED_DAYS }, (_day, back) => time.localDate(new Date(noon - back * DAY)));
  return time.nextOpen(time.at(days.find((day) => time.isWorkingDay(day)) ?? date, '00:00'));
};

/** Reminds the asker on the morning of the day. Null when it is not time. A reminder that comes late still comes. */
export const remindOfCitizen = (c: Case, { now, time }: Circumstances): Move | null => {
  const due = citizenDue(c);
  if (c.citizenHears === undefined || due === null || due > now || !time.isOpen(now)) return null;
  return {
    set: { citizenHears: { ...c.citizenHears, remindAt: null } },
    events: [{ kind: 'citizen-reminded' }],
    tell: pingAll([c.asker], 'citizen-hears'),
  };
};
