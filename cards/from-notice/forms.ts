import type { Step } from '../../bot/cases/case.ts';
import type { CaseVerb } from '../../bot/commands.ts';
import type { CaseView } from '../../bot/notices.ts';
import { DECLINE_REASONS, OUTCOMES } from '../../bot/words.ts';
import type { Action, Form, Input, Press } from '../model.ts';
import type { Speech } from '../speech.ts';
import { agentName } from './case-parts.ts';
import { MOST } from './limits.ts';

/** The forms and presses a case card is put together from. Whether they may stand there is `view.may`'s to say. */

export const caseData = (view: CaseView) => ({ case: view.id, rev: view.rev });

export const press = (
  view: CaseView,
  verb: CaseVerb,
  label: string,
  weight: Press['weight'],
  more: Press['data'] = {},
): Press => ({
  kind: 'press',
  verb,
  label,
  data: { ...caseData(view), ...more },
  weight,
});

const words = (
  field: string,
  label: string,
  required: boolean,
  more: { hint?: string; most?: number } = {},
): Input => ({
  kind: 'text',
  field,
  label,
  required,
  multiline: true,
  most: more.most ?? MOST.text,
  ...(more.hint === undefined ? {} : { hint: more.hint }),
});
const line = (field: string, label: string, hint?: string): Input => ({
  kind: 'text',
  field,
  label,
  required: false,
  multiline: false,
  most: MOST.line,
  ...(hint === undefined ? {} : { hint }),
});

type Shape = Pick<Form, 'verb' | 'label' | 'send' | 'inputs' | 'weight'> & { intro?: string; open?: boolean };
const form = (view: CaseView, shape: Shape): Form => ({ kind: 'form', data: caseData(view), ...shape });

export const replyForm = (view: CaseView, { t }: Speech, to: string, open = false): Form =>
  form(view, {
    verb: 'reply',
    label: t.actions.reply.label(to),
    send: open ? t.actions.reply.sendTo(to) : t.actions.reply.send,
    weight: open ? 'main' : 'normal',
    open,
    inputs: [words('text', t.actions.reply.text(to), true)],
  });

/** While nobody has the case there is nobody to write to: what is added goes along with it. */
export const addForm = (view: CaseView, { t }: Speech): Form =>
  form(view, {
    verb: 'reply',
    label: t.actions.reply.add,
    send: t.actions.reply.send,
    weight: 'normal',
    inputs: [words('text', t.actions.reply.addText, true)],
  });

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

const MINUTES = [15, 30, 60] as const;

export const talkForm = (view: CaseView, { t }: Speech): Form => {
  const { talk } = t.actions;
  return form(view, {
    verb: 'talk',
    label: talk.label,
    send: talk.send,
    intro: talk.intro,
    weight: 'normal',
    inputs: [
      { kind: 'date', field: 'day', label: talk.day, from: view.todayDate, required: false },
      { kind: 'time', field: 'time', label: talk.time, required: false },
      {
        kind: 'choice',
        field: 'minutes',
        label: talk.minutes,
        options: MINUTES.map((minutes) => ({ value: String(minutes), label: talk.length(minutes) })),
        value: '30',
        required: false,
      },
      { ...line('place', talk.place, talk.placeHint), most: MOST.place } as Input,
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

export const thankForm = (view: CaseView, { t }: Speech): Form =>
  form(view, {
    verb: 'thank',
    label: t.actions.thank.label,
    send: t.actions.thank.send,
    weight: 'normal',
    inputs: [words('text', t.actions.thank.text, true)],
  });

export const reopenForm = (view: CaseView, speech: Speech, weight: Form['weight'], open = false): Form => {
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

export const moveStepForm = (view: CaseView, { date }: Step, { t }: Speech): Form => {
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

/** Keeps only what the person may do now. */
export const allowed = (view: CaseView, actions: Action[]): Action[] =>
  actions.filter((action) => view.may.some((verb) => verb === action.verb));
