import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Form, Input, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { form, line, press, words } from './case-form.ts';
import { MAX } from './limits.ts';

/** The forms that both sides of a case use: to write, and to meet. */

export const replyForm = (view: AskerView | HeldView, { t }: Speech, to: string, open = false): Form =>
  form(view, {
    verb: 'reply',
    label: t.actions.reply.label(to),
    send: open ? t.actions.reply.sendTo(to) : t.actions.reply.send,
    weight: open ? 'main' : 'normal',
    open,
    inputs: [words('text', t.actions.reply.text(to), true)],
  });

/** Says yes to the talk that the other side proposed. */
export const acceptTalk = (view: AskerView | HeldView, { t }: Speech): Press =>
  press(view, 'accept-talk', t.shared.talk[view.talk?.start == null ? 'acceptCall' : 'accept'], 'main');

const MINUTES = [15, 30, 60] as const;

export const talkForm = (view: AskerView | HeldView, { t }: Speech): Form => {
  const { talk } = t.actions;
  return form(view, {
    verb: 'talk',
    label: view.may.includes('accept-talk') ? t.shared.talk.another : talk.label,
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
      { ...line('place', talk.place, talk.placeHint), maxLength: MAX.place } as Input,
    ],
  });
};
