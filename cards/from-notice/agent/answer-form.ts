import type { HeldView } from '../../../bot/cases/view-types.ts';
import { GROUNDS, OUTCOMES, type Outcome, OWNERS } from '../../../bot/words.ts';
import type { Choose, Fold, Form, Input } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { talkInputs } from '../parts/both-forms.ts';
import { form, line, words } from '../parts/case-form.ts';

/** The agent's answer: two fields are enough, and each outcome asks for what it needs and for nothing else. */
export const answerForm = (view: HeldView, speech: Speech): Form => {
  const { answer } = speech.t.actions;
  return form(view, {
    verb: 'answer-case',
    label: answer.label,
    send: answer.send.advice,
    weight: 'normal',
    inputs: [
      words('text', answer.text, true, view.for === 'me' ? {} : { hint: speech.t.onBehalf.answer.hint[view.for] }),
      // A citizen hears by that day, whether there is a next step or not.
      ...(view.for === 'citizen' ? [dateInput(view, speech.t.onBehalf.answer.hearsBy)] : []),
      goingOn(view, speech),
      outcome(view, speech),
    ],
  });
};

const dateInput = (view: HeldView, label: string): Input => ({
  kind: 'date',
  field: 'nextStepDate',
  label,
  value: view.suggestedDate,
  from: view.todayDate,
  required: false,
});

/** What few answers need: a next step, and somebody else than the asker who carries the case on. */
const goingOn = (view: HeldView, { t }: Speech): Fold => {
  const { answer } = t.actions;
  return {
    kind: 'fold',
    label: answer.more,
    inputs: [
      line('nextStep', answer.nextStep, false, { hint: answer.nextStepHint }),
      ...(view.for === 'citizen' ? [] : [dateInput(view, answer.nextStepDate)]),
      {
        kind: 'choice',
        field: 'owner',
        label: answer.owner,
        options: OWNERS.map((owner) => ({ value: owner, label: answer.owners[owner] })),
        value: 'asker',
        required: true,
      },
    ],
  };
};

const outcome = (view: HeldView, speech: Speech): Choose => {
  const { actions, labels } = speech.t;
  return {
    kind: 'choose',
    field: 'outcome',
    label: actions.answer.outcome,
    value: 'advice',
    options: OUTCOMES.filter((value) => fits(value, view)).map((value) => ({
      value,
      label: labels.outcome[value],
      send: actions.answer.send[value],
      ...asking(value, view, speech),
    })),
  };
};

/** An introduction is an answer once it was made. */
const fits = (value: Outcome, { introduction }: HeldView): boolean =>
  value !== 'introduction' || introduction?.state === 'made';

const asking = (
  value: Outcome,
  view: HeldView,
  speech: Speech,
): Pick<Choose['options'][number], 'intro' | 'inputs'> => {
  const { actions, labels } = speech.t;
  const { answer } = actions;
  switch (value) {
    case 'small-trial':
      return {
        inputs: [
          line('trial', answer.trial, true, { hint: answer.trialHint }),
          {
            kind: 'date',
            field: 'trialUntil',
            label: answer.trialUntil,
            value: view.suggestedDate,
            from: view.todayDate,
            required: true,
          },
          line('trialSign', answer.trialSign, true, { hint: answer.trialSignHint }),
        ],
      };
    case 'clear-no':
      return {
        intro: answer.noIntro,
        inputs: [
          {
            kind: 'choice',
            field: 'ground',
            label: answer.ground,
            options: GROUNDS.map((ground) => ({ value: ground, label: labels.ground[ground] })),
            required: true,
          },
          line('alternative', answer.alternative, true),
        ],
      };
    case 'meeting':
      return { inputs: talkInputs(view, speech) };
    case 'elsewhere':
      return { intro: answer.elsewhereIntro, inputs: [] };
    case 'introduction':
    case 'advice':
      return { inputs: [] };
  }
};
