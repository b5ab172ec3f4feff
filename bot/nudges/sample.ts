import { Refusal } from '../refusal.ts';
import type { Week } from '../time/iso-week.ts';
import type { NudgeReply } from './notice.ts';
import type { Nudge } from './nudge-library.ts';
import { principleOf } from './principle-of-week.ts';
import { type RunDeps, runReply } from './run-view.ts';
import { partsOfTextAsRead, type TextAsRead } from './text-as-read.ts';

type Sample = Extract<NudgeReply, { kind: 'nudge-sample' }>;

/**
 * One of a week's texts as its readers get it, without buttons; without a wish, the one that most people get. Also a
 * text of the principle that is not planned, so that HR can look before they choose it. @throws Refusal for a text that
 * is not to be had: none of the principle's, or a story that was taken back
 */
export const sampleReply = async (week: Week, asked: TextAsRead | null, deps: RunDeps): Promise<Sample> => {
  const { texts, candidates = [], now } = (await runReply('nothing', week, deps)).view;
  const wish = asked === null ? null : partsOfTextAsRead(asked);
  const alike = texts.filter(({ id }) => wish === null || id === wish.id);
  const read = alike.find(({ reader }) => reader === wish?.reader) ?? alike[0];
  const text = read ?? candidates.find(({ id }) => id === wish?.id) ?? null;
  if (text === null && wish !== null) throw new Refusal('no-such-text');
  return {
    kind: 'nudge-sample',
    principle: principleOf(week),
    text: text === null ? null : textRead(text),
    event: read?.event ?? null,
    now,
  };
};

const textRead = ({ da, en, told }: Pick<Nudge, 'da' | 'en' | 'told'>) => ({
  da,
  en,
  ...(told === undefined ? {} : { told }),
});
