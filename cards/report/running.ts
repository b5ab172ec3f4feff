import type { Report } from '../../bot/adoption/report.ts';
import type { Speech } from '../speech.ts';
import type { Value } from './figures.ts';

/** The cases of the running week, as a cell of a table. */
export const runningValue = (asked: Report['running']['asked']): Value => {
  if (asked === 'under-5') return { kind: asked };
  if (asked === 0) return { kind: 'number', value: 0, unit: 'count' };
  return { kind: 'number', value: asked.atLeast, unit: 'count', atLeast: true };
};

export const runningWords = (asked: Report['running']['asked'], { t, number }: Speech): string => {
  const { running } = t.report;
  if (asked === 0) return running.none;
  return asked === 'under-5' ? running.few : running.atLeast(number(asked.atLeast));
};
