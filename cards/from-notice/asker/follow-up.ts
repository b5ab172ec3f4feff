import type { AskerView } from '../../../bot/cases/view-types.ts';
import { KEPT } from '../../../bot/words.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { press } from '../parts/case-form.ts';
import { followUpAnswers, isFollowUpNews } from '../parts/follow-up.ts';
import { MAX } from '../parts/limits.ts';
import { lines } from '../parts/nodes.ts';
import { agentFirst } from './names.ts';

/** Asks the asker once how it went. */

/** Whether the asker has been asked and has not answered yet. */
export const isFollowingUp = (view: AskerView): boolean =>
  view.followUp !== null && view.followUp.kept === null && view.may.includes('follow-up');

/** Quotes the step that the question is about. */
export const followedStep = (view: AskerView, { t, day }: Speech): Node[] => {
  const step = view.followUp?.step ?? null;
  if (step === null || !isFollowUpNews(view)) return [];
  return [{ kind: 'quote', who: t.asker.followUp.yourStep, when: day(step.date, view.now), text: step.text }];
};

export const followUpQuestion = (view: AskerView, speech: Speech): Node[] => {
  if (!isFollowingUp(view)) return [];
  const { followUp } = speech.t.asker;
  const agent = agentFirst(view, speech);
  const answers = followUpAnswers(view, speech);
  const aboutStep = view.followUp?.step != null;
  return [
    {
      kind: 'question',
      text: aboutStep ? followUp.step : followUp.case(agent),
      presses: KEPT.map((kept) => press(view, 'follow-up', answers[kept], 'normal', { kept })),
      line: {
        kind: 'text',
        field: 'text',
        label: followUp.learned,
        required: false,
        multiline: true,
        maxLength: MAX.text,
      },
    },
    ...lines('subtle', [`${followUp.readers(agent)}${aboutStep ? ` ${followUp.counted}` : ''}`]),
  ];
};

/** The asker's answer, on their own card. */
export const followUpSaid = (view: AskerView, speech: Speech): Node[] => {
  const kept = view.followUp?.kept ?? null;
  if (kept === null || !isFollowUpNews(view)) return [];
  const { followUp } = speech.t.asker;
  const answer = followUp.said(followUpAnswers(view, speech)[kept]);
  return lines('body', [`${answer} ${followUp.told(agentFirst(view, speech))}`]);
};
