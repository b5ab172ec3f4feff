import type { Speech } from '../speech.ts';
import type { Value } from './figures.ts';

/** Puts a figure into words: "1.240", "93 %", "under 5". */
export const sayValue = (value: Value, { t, number }: Speech): string => {
  const { report } = t;
  const share = (atLeast: boolean, percent: string) => (atLeast ? report.atLeast(percent) : report.percent(percent));
  if (value.kind !== 'number') return report.shown[value.kind];
  switch (value.unit) {
    case 'count':
      return number(value.value);
    case 'percent':
      return share(value.atLeast === true, number(Math.round(value.value * 100)));
    case 'hours':
      return report.hours(number(value.value));
    case 'rate':
      return number(Math.round(value.value * 100) / 100);
  }
};
