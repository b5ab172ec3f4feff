import { dayIn, type Week, weekAfter } from '../time/iso-week.ts';

/** The week's Monday and Sunday, YYYY-MM-DD. */
export const daysOf = (week: Week): { first: string; last: string } => ({
  first: dayIn(week, 'mon'),
  last: dayIn(week, 'sun'),
});

export const isoYearOf = (week: Week): string => week.slice(0, 4);

/** All weeks from `first` to `last`, inclusive; empty when `last` is earlier. */
export const weeksFrom = (first: Week, last: Week): Week[] => {
  const weeks: Week[] = [];
  for (let week = first; week <= last; week = weekAfter(week)) weeks.push(week);
  return weeks;
};
