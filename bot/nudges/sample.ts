import type { Week } from '../time/iso-week.ts';
import type { NudgeReply } from './notice.ts';
import { principleOf } from './principle-of-week.ts';
import { type RunDeps, runReply } from './run-view.ts';
import { partsOfTextAsRead, type TextAsRead } from './text-as-read.ts';

type Sample = Extract<NudgeReply, { kind: 'nudge-sample' }>;

/**
 * One of a week's texts as its readers get it, without buttons; without a wish, the one that most people get. Also a
 * text of the principle that is not planned, so that HR can look before they choose it.
 */
export const sampleReply = async (week: Week, asked: TextAsRead | null, deps: RunDeps): Promise<Sample> => {
  const { texts, candidates = [], now } = (await runReply('nothing', week, deps)).view;
  const wish = asked === null ? null : partsOfTextAsRead(asked);
  const alike = texts.filter(({ id }) => wish === null || id === wish.id);
  const read = alike.find(({ reader }) => reader === wish?.reader) ?? alike[0];
  const text = read ?? candidates.find(({ id }) => id === wish?.id) ?? null;
  return {
    kind: 'nudge-sample',
    principle: principleOf(week),
    text: text === null ? null : { da: text.da, en: text.en },
    event: read?.event ?? null,
    now,
  };
};
