import type { Step } from '../../../bot/cases/case.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Form } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { form, words } from '../parts/case-form.ts';
import { agentName } from './names.ts';

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

export const thankForm = (view: AskerView, { t }: Speech): Form =>
  form(view, {
    verb: 'thank',
    label: t.actions.thank.label,
    send: t.actions.thank.send,
    weight: 'normal',
    inputs: [words('text', t.actions.thank.text, true)],
  });

export const reopenForm = (view: AskerView, speech: Speech, weight: Form['weight'], open = false): Form => {
  const { t } = speech;
  const label = view.state === 'closed' ? t.actions.reopen.again : t.actions.reopen.label;
  return form(view, {
    verb: 'reopen-case',
    label,
    send: open ? t.actions.reply.sendTo(agentName(view, speech)) : t.actions.reopen.send,
    weight,
    open,
    inputs: [words('text', t.actions.reopen.text, true)],
  });
};

export const moveStepForm = (view: AskerView, { date }: Step, { t }: Speech): Form => {
  const { step } = t.actions;
  return form(view, {
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
};
