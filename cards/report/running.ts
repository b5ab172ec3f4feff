import type { Report } from '../../bot/adoption/report.ts';
import { MIN_GROUP_SIZE } from '../../bot/adoption/small-groups.ts';
import type { Speech } from '../speech.ts';
import type { Value } from './figures.ts';

type Asked = NonNullable<Report['running']['asked']>;

/** The cases of the running week, as a cell of a table. */
export const runningValue = (asked: Asked): Value => {
  if (asked === 0) return { kind: 'number', value: 0, unit: 'count' };
  return 'under' in asked ? { kind: 'under-5' } : { kind: 'number', value: asked.atLeast, unit: 'count' };
};

export const runningWords = (asked: Asked, { t, number }: Speech): string => {
  const { running } = t.report;
  if (asked === 0) return running.none;
  return 'under' in asked
    ? running.few
    : running.about(number(asked.atLeast), number(asked.atLeast + MIN_GROUP_SIZE - 1));
};
