import type { Step } from '../../../bot/cases/answer.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import { HELPFUL, KEPT, type Kept, TRIAL_NEXTS } from '../../../bot/words.ts';
import type { Form, Input } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { form, line, words } from '../parts/case-form.ts';
import { followUpAnswers } from '../parts/follow-up.ts';
import { agentFirst } from './names.ts';

/** The asker's forms. */

/** While nobody has the case, there is nobody to write to: the asker adds to the dilemma instead. */
export const addForm = (view: AskerView, { t }: Speech): Form =>
  form(view, {
    verb: 'reply',
    label: t.actions.reply.add,
    send: t.actions.reply.send,
    weight: 'normal',
    inputs: [words('text', t.actions.reply.addText, true)],
  });

export const thankForm = (view: AskerView, { t }: Speech, weight: Form['weight']): Form =>
  form(view, {
    verb: 'thank',
    label: t.actions.thank.label,
    send: t.actions.thank.send,
    weight,
    inputs: [words('text', t.actions.thank.text, true)],
  });

export const reopenForm = (view: AskerView, speech: Speech, weight: Form['weight'], open = false): Form => {
  const { t } = speech;
  const label = view.state === 'closed' || weight === 'more' ? t.actions.reopen.again : t.actions.reopen.label;
  return form(view, {
    verb: 'reopen-case',
    label,
    send: open ? t.actions.reply.sendTo(agentFirst(view, speech)) : t.actions.reopen.send,
    weight,
    open,
    inputs: [words('text', t.actions.reopen.text, true)],
  });
};

/** The step is the asker's: they may put it in their own words. */
export const ownStepForm = (view: AskerView, { t }: Speech): Form => {
  const { own, date } = t.actions.step;
  return form(view, {
    verb: 'own-step',
    label: own.label,
    send: own.send,
    weight: 'more',
    inputs: [
      line('nextStep', own.text, true),
      {
        kind: 'date',
        field: 'nextStepDate',
        label: date,
        value: view.suggestedDate,
        from: view.todayDate,
        required: true,
      },
    ],
  });
};

export const moveStepForm = (view: AskerView, { date }: Step, { t }: Speech): Form => {
  const { step } = t.actions;
  const moving = form(view, {
    verb: 'accept-step',
    label: step.move,
    send: step.send,
    weight: 'more',
    inputs: [
      {
        kind: 'date',
        field: 'nextStepDate',
        label: step.date,
        value: date < view.todayDate ? view.suggestedDate : date,
        from: view.todayDate,
        required: true,
      },
    ],
  });
  return { ...moving, data: { ...moving.data, which: 'own' } };
};

/** Changes the rating, or gives one while another question is open. */
export const rateForm = (view: AskerView, { t }: Speech): Form =>
  form(view, {
    verb: 'rate-answer',
    label: t.actions.rate.label,
    send: t.actions.rate.send,
    weight: 'more',
    inputs: [choice('helpful', t.asker.didItHelp, HELPFUL, t.labels.helpful, view.rating)],
  });

export const sayAgainForm = (view: AskerView, kept: Kept, speech: Speech): Form => {
  const { t } = speech;
  const { label, send, question } = t.actions.sayAgain;
  const { trial, next } = view.followUp ?? {};
  return form(view, {
    verb: 'follow-up',
    label,
    send,
    weight: 'more',
    inputs: [
      choice('kept', question, KEPT, followUpAnswers(view, speech), kept),
      ...(trial === undefined
        ? []
        : [choice('next', t.asker.followUp.next, TRIAL_NEXTS, t.labels.trialNext, next ?? null)]),
    ],
  });
};

const choice = <Value extends string>(
  field: string,
  label: string,
  values: readonly Value[],
  labels: Record<Value, string>,
  value: Value | null,
): Input => ({
  kind: 'choice',
  field,
  label,
  options: values.map((one) => ({ value: one, label: labels[one] })),
  ...(value === null ? {} : { value }),
  required: true,
});
