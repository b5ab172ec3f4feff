import type { Figures } from '../../bot/adoption/publication.ts';
import type { Speech } from '../speech.ts';
import { count, spreadOf, type Value } from './figures.ts';
import { sayValue } from './say-value.ts';

/** One of the few most telling figures. `said`: its value in words, `few`: there is no number to show. */
export type MainFigure = { label: string; said: string; few: boolean };

export const mainFigures = (figures: Figures, speech: Speech): MainFigure[] => {
  const { main } = speech.t.report;
  const { asked, rate, times, shares } = figures;
  const spread = spreadOf(figures);
  const figure = (label: string, value: Value): MainFigure => ({
    label,
    said: sayValue(value, speech),
    few: value.kind !== 'number',
  });
  return [
    figure(main.asked, count(asked)),
    figure(main.rate, maybe(rate, 'rate')),
    figure(main.median, maybe(times?.median ?? null, 'hours')),
    figure(main.kept, maybe(shares.kept, 'percent')),
    figure(main.helpful, maybe(shares.helpful, 'percent')),
    spread === null
      ? figure(main.active, { kind: 'none' })
      : { label: main.active, said: main.ofUnits(speech.number(spread.active), speech.number(spread.all)), few: false },
  ];
};

const maybe = (value: number | null, unit: 'hours' | 'percent' | 'rate'): Value =>
  value === null ? { kind: 'none' } : { kind: 'number', value, unit };
