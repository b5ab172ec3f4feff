import type { IntroductionLine } from '../../../bot/cases/notice.ts';
import type { Speech } from '../../speech.ts';

/** The question whether somebody wants to meet a colleague, as a line of a list. */
export const questionItem = ({ id, asker, until }: IntroductionLine, now: Date, { t, when }: Speech) => ({
  title: t.introduction.toColleague.title(asker ?? t.colleagues.someone),
  text: t.introduction.toColleague.answerBy(when(until, now)),
  action: {
    kind: 'press' as const,
    verb: 'show-case' as const,
    label: t.introduction.toColleague.show,
    data: { case: id },
    weight: 'normal' as const,
  },
});
