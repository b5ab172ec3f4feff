import type { Speech } from '../speech.ts';
import type { Value } from './figures.ts';

/** Puts a figure into words: "1.240", "93 %", "under 5". */
export const sayValue = (value: Value, { t, number }: Speech): string => {
  const { report } = t;
  if (value.kind !== 'number') return report.shown[value.kind];
  switch (value.unit) {
    case 'count':
      return number(value.value);
    case 'percent':
      return report.percent(number(Math.round(value.value * 100)));
    case 'hours':
      return sayHours(value.value, { t, number });
    case 'rate':
      return number(Math.round(value.value * 100) / 100);
  }
};

/** Less than an hour is said in minutes: "15 min." says more than "0,25 timer". */
const sayHours = (hours: number, { t, number }: Pick<Speech, 't' | 'number'>): string => {
  const minutes = Math.round(hours * 60);
  return hours > 0 && minutes < 60 ? t.report.minutes(number(minutes)) : t.report.hours(number(hours), hours === 1);
};
