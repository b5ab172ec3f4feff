import type { HeldView } from '../../../bot/cases/view-types.ts';
import { OUTCOMES } from '../../../bot/words.ts';
import type { Form } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { form, line, words } from '../parts/case-form.ts';
import { reasonChoice } from './reason-choice.ts';

/** The forms of the case's sparring agent. */

export const askBackForm = (view: HeldView, { t }: Speech, open = false): Form =>
  form(view, {
    verb: 'ask-back',
    label: view.state === 'answered' ? t.actions.askBack.more : t.actions.askBack.label,
    send: t.actions.askBack.send,
    weight: open ? 'main' : 'normal',
    open,
    inputs: [words('text', t.actions.askBack.text, true)],
  });

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

/** Prefilled, so that two fields are enough: the text, and the step if there is one. */
export const answerForm = (view: HeldView, { t }: Speech, weight: Form['weight']): Form => {
  const { answer } = t.actions;
  return form(view, {
    verb: 'answer-case',
    label: answer.label,
    send: answer.send,
    weight,
    inputs: [
      words('text', answer.text, true),
      {
        kind: 'choice',
        field: 'outcome',
        label: answer.outcome,
        options: OUTCOMES.map((outcome) => ({ value: outcome, label: t.labels.outcome[outcome] })),
        value: 'advice',
        required: true,
      },
      line('nextStep', answer.nextStep, answer.nextStepHint),
      {
        kind: 'date',
        field: 'nextStepDate',
        label: answer.nextStepDate,
        value: view.suggestedDate,
        from: view.todayDate,
        required: false,
      },
      line('ground', answer.ground),
      line('alternative', answer.alternative),
    ],
  });
};
