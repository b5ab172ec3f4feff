import type { HandedView, ListedView, OfferView } from '../../../bot/cases/view-types.ts';
import type { Form } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { form, words } from '../parts/case-form.ts';
import { reasonChoice } from './reason-choice.ts';

/** The forms of an agent who is offered a case. */

export const acceptForm = (view: OfferView | ListedView | HandedView, { t }: Speech): Form =>
  form(view, {
    verb: 'accept-case',
    label: t.actions.accept.label,
    send: t.actions.accept.send,
    weight: 'main',
    open: true,
    inputs: [
      words('text', t.actions.accept.text, false, {
        hint: t.actions.accept.textHint,
        ...(view.typed === undefined ? {} : { value: view.typed.text }),
      }),
    ],
  });

export const declineForm = (view: OfferView | ListedView | HandedView, { t }: Speech): Form => {
  const { decline } = t.actions;
  return form(view, {
    verb: 'decline-case',
    label: decline.label,
    send: decline.send,
    intro: decline.intro,
    weight: 'normal',
    inputs: [
      reasonChoice(decline.reason, t),
      { kind: 'date', field: 'until', label: decline.until, from: view.todayDate, required: false },
    ],
  });
};
