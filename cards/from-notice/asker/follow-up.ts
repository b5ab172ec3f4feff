import type { AskerView } from '../../../bot/cases/view-types.ts';
import { KEPT, TRIAL_NEXTS } from '../../../bot/words.ts';
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

/** Whether they have said how a trial went, but not yet what becomes of it. */
const isChoosingNext = ({ followUp, may }: AskerView): boolean =>
  followUp?.trial !== undefined && followUp.kept !== null && followUp.next === undefined && may.includes('follow-up');

/** Asks how it went: the trial, the step, or all of it. */
export const followUpTitle = ({ followUp }: AskerView, { t }: Speech): string => {
  const { title } = t.asker;
  if (followUp?.trial !== undefined) return title.followUpTrial;
  return followUp?.step == null ? title.followUp : title.followUpStep;
};

/** Quotes the step or the trial that the question is about. */
export const followedStep = (view: AskerView, { t, day }: Speech): Node[] => {
  if (view.followUp === null || !isFollowUpNews(view)) return [];
  const { step, trial } = view.followUp;
  const { yourStep, yourTrial } = t.asker.followUp;
  if (trial !== undefined)
    return [{ kind: 'quote', who: yourTrial, when: day(trial.until, view.now), text: trial.text }];
  return step === null ? [] : [{ kind: 'quote', who: yourStep, when: day(step.date, view.now), text: step.text }];
};

export const followUpQuestion = (view: AskerView, speech: Speech): Node[] => {
  if (isChoosingNext(view)) return [trialQuestion(view, speech)];
  if (!isFollowingUp(view)) return storyQuestion(view, speech);
  const { followUp } = speech.t.asker;
  const agent = agentFirst(view, speech);
  const answers = followUpAnswers(view, speech);
  const aboutStep = view.followUp?.step != null;
  return [
    {
      kind: 'question',
      text: view.followUp?.trial === undefined ? (aboutStep ? followUp.step : followUp.case(agent)) : followUp.trial,
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

/** Once they have said how it went, and where somebody could say the second yes. Silence is an answer. */
const storyQuestion = (view: AskerView, speech: Speech): Node[] => {
  const { followUp, story, agent, answer, may } = view;
  const kept = followUp?.kept ?? null;
  if (kept === null || followUp?.story !== undefined || story !== null || agent === null || answer === null) return [];
  if (!may.includes('follow-up')) return [];
  const { question, yes, no } = speech.t.stories.ask;
  return [
    {
      kind: 'question',
      text: question(agentFirst(view, speech)),
      presses: [
        press(view, 'follow-up', yes, 'normal', { kept, story: 'yes' }),
        press(view, 'follow-up', no, 'normal', { kept, story: 'no' }),
      ],
    },
  ];
};

const trialQuestion = (view: AskerView, { t }: Speech): Node => ({
  kind: 'question',
  text: t.asker.followUp.next,
  presses: TRIAL_NEXTS.map((next) =>
    press(view, 'follow-up', t.labels.trialNext[next], 'normal', { kept: view.followUp?.kept ?? 'yes', next }),
  ),
});

/** The asker's answer, on their own card. */
export const followUpSaid = (view: AskerView, speech: Speech): Node[] => {
  const kept = view.followUp?.kept ?? null;
  if (kept === null || !isFollowUpNews(view)) return [];
  const { followUp } = speech.t.asker;
  const answer = followUp.said(followUpAnswers(view, speech)[kept]);
  const next = view.followUp?.next;
  const then = next === undefined ? '' : ` ${followUp.saidNext(speech.t.labels.trialNext[next])}`;
  return lines('body', [`${answer}${then} ${followUp.told(agentFirst(view, speech))}`]);
};
