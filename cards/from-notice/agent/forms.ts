import type { HeldView } from '../../../bot/cases/view-types.ts';
import type { Form } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { form, words } from '../parts/case-form.ts';
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
