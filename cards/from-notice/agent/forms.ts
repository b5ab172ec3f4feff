import type { HeldView } from '../../../bot/cases/view-types.ts';
import { OUTCOMES } from '../../../bot/words.ts';
import type { Form, Input } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import type { Texts } from '../../texts/texts.ts';
import { form, line, words } from '../parts/case-form.ts';
import { reasonChoice } from './reason-choice.ts';

/** The forms of the case's sparring agent. */

export const giveBackForm = (view: HeldView, { t }: Speech): Form => {
  const { giveBack } = t.actions;
  return form(view, {
    verb: 'give-back',
    label: giveBack.label,
    send: giveBack.send,
    intro: giveBack.intro,
    weight: 'more',
    inputs: [reasonChoice(giveBack.reason, t)],
  });
};

const ANSWERS = OUTCOMES.filter((outcome) => outcome !== 'clear-no');

/** Prefilled, so that two fields are enough: the text, and the step if there is one. */
export const answerForm = (view: HeldView, { t }: Speech): Form => {
  const { answer } = t.actions;
  return form(view, {
    verb: 'answer-case',
    label: answer.label,
    send: answer.send,
    weight: 'normal',
    inputs: [
      answerText(view, t),
      {
        kind: 'choice',
        field: 'outcome',
        label: answer.outcome,
        options: ANSWERS.map((outcome) => ({ value: outcome, label: t.labels.outcome[outcome] })),
        value: 'advice',
        required: true,
      },
      line('nextStep', answer.nextStep, answer.nextStepHint),
      answerDate(view, t),
    ],
  });
};

/** Prefilled with the words as they are now. */
export const correctAnswerForm = (view: HeldView, asker: string, { t }: Speech): Form => {
  const { correctAnswer, answer } = t.actions;
  return form(view, {
    verb: 'correct-answer',
    label: correctAnswer.label,
    send: correctAnswer.send,
    intro: capital(correctAnswer.intro(asker)),
    weight: 'more',
    inputs: [words('text', answer.text, true, { value: view.answerTurn?.text ?? '' })],
  });
};

/** Whoever asks for somebody else passes the answer on. */
const answerText = (view: HeldView, t: Texts): Input =>
  words('text', t.actions.answer.text, true, view.for === 'me' ? {} : { hint: t.onBehalf.answer.hint[view.for] });

/** The date of the next step; for a citizen, by when they hear from somebody. */
const answerDate = (view: HeldView, t: Texts): Input => ({
  kind: 'date',
  field: 'nextStepDate',
  label: view.for === 'citizen' ? t.onBehalf.answer.hearsBy : t.actions.answer.nextStepDate,
  value: view.suggestedDate,
  from: view.todayDate,
  required: false,
});

/** A no is an answer with fields of its own: the ground, and what the asker can do instead. */
export const sayNoForm = (view: HeldView, { t }: Speech): Form => {
  const { sayNo } = t.actions;
  const { data, ...rest } = form(view, {
    verb: 'answer-case',
    label: sayNo.label,
    send: sayNo.send,
    intro: sayNo.intro,
    weight: 'more',
    inputs: [
      answerText(view, t),
      { ...line('ground', sayNo.ground), required: true } as Input,
      { ...line('alternative', sayNo.alternative), required: true } as Input,
      ...(view.for === 'citizen' ? [answerDate(view, t)] : []),
    ],
  });
  return { ...rest, data: { ...data, outcome: 'clear-no' }, part: 'no' };
};
