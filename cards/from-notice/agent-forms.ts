import type { CaseView } from '../../bot/cases/notice.ts';
import { DECLINE_REASONS, OUTCOMES } from '../../bot/words.ts';
import type { Form } from '../model.ts';
import type { Speech } from '../speech.ts';
import { form, line, words } from './form-parts.ts';

/** The forms of a sparring agent. */

export const askBackForm = (view: CaseView, { t }: Speech, open = false): Form =>
  form(view, {
    verb: 'ask-back',
    label: view.state === 'answered' ? t.actions.askBack.more : t.actions.askBack.label,
    send: t.actions.askBack.send,
    weight: open ? 'main' : 'normal',
    open,
    inputs: [words('text', t.actions.askBack.text, true)],
  });

/** Prefilled so that two fields are enough: the text, and the step if there is one. */
export const answerForm = (view: CaseView, { t }: Speech, weight: Form['weight']): Form => {
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

export const acceptForm = (view: CaseView, { t }: Speech): Form =>
  form(view, {
    verb: 'accept-case',
    label: t.actions.accept.label,
    send: t.actions.accept.send,
    weight: 'main',
    open: true,
    inputs: [words('text', t.actions.accept.text, false, { hint: t.actions.accept.textHint })],
  });

export const declineForm = (view: CaseView, { t }: Speech): Form => {
  const { decline } = t.actions;
  return form(view, {
    verb: 'decline-case',
    label: decline.label,
    send: decline.send,
    intro: decline.intro,
    weight: 'normal',
    inputs: [
      {
        kind: 'choice',
        field: 'reason',
        label: decline.reason,
        options: DECLINE_REASONS.map((reason) => ({ value: reason, label: t.labels.declineReason[reason] })),
        value: 'not-today',
        required: true,
      },
      { kind: 'date', field: 'until', label: decline.until, from: view.todayDate, required: false },
    ],
  });
};
