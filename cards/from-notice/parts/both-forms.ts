import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Action, Form, Input, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { form, line, press, words } from './case-form.ts';
import { MAX } from './limits.ts';
import { firstNameOf } from './names.ts';

/** The forms that both sides of a case use: to write, and to meet. */

type Writing = {
  verb?: 'reply' | 'ask-back';
  /** Shows the field in the card, with its Send as the main button. */
  open?: boolean;
  aside?: boolean;
  hint?: string;
};

/** The one way to write to the other side. */
export const replyForm = (
  view: AskerView | HeldView,
  speech: Speech,
  to: string,
  { verb = 'reply', open = false, aside = false, hint }: Writing,
): Form => {
  const { reply } = speech.t.actions;
  const first = firstNameOf(to, speech);
  return form(view, {
    verb,
    label: reply.label(first),
    send: open ? reply.sendTo(first) : reply.send,
    weight: open ? 'main' : aside ? 'more' : 'normal',
    open,
    inputs: [words('text', reply.text(first), true, hint === undefined ? {} : { hint })],
  });
};

/** What the agent writes when it is no question, or one more. */
export const otherWayToWrite = (view: HeldView, speech: Speech, to: string, verb: 'reply' | 'ask-back'): Form => {
  const { reply } = speech.t.actions;
  return { ...replyForm(view, speech, to, { verb, aside: true }), label: reply.other[verb] };
};

/** Says yes to the talk that the other side proposed. */
export const acceptTalk = (view: AskerView | HeldView, { t }: Speech): Press =>
  press(view, 'accept-talk', t.shared.talk[view.talk?.start == null ? 'acceptCall' : 'accept'], 'main');

const MINUTES = [15, 30, 60] as const;

/** Two ways to meet: a time to say yes to, or a call without one. */
export const talkActions = (
  view: AskerView | HeldView,
  speech: Speech,
  weight: Form['weight'] = 'normal',
): Action[] => [
  timeForm(view, speech, weight),
  // Whoever answers a talk that was proposed says yes, or names another time.
  ...(view.may.includes('accept-talk') ? [] : [press(view, 'talk', speech.t.actions.talk.call, 'more')]),
  press(view, 'cancel-talk', speech.t.shared.talk.cancel, 'more'),
];

const timeLabel = ({ may, talk }: AskerView | HeldView, { shared, actions }: Speech['t']): string => {
  if (may.includes('accept-talk')) return shared.talk.another;
  return talk?.agreed === true && talk.start !== null ? shared.talk.move : actions.talk.label;
};

const timeForm = (view: AskerView | HeldView, { t }: Speech, weight: Form['weight']): Form => {
  const { talk } = t.actions;
  return form(view, {
    verb: 'talk',
    label: timeLabel(view, t),
    send: talk.send,
    weight,
    inputs: talkInputs(view, { t }),
  });
};

/** When, how long and where. */
export const talkInputs = (view: AskerView | HeldView, { t }: Pick<Speech, 't'>): Input[] => {
  const { talk } = t.actions;
  return [
    { kind: 'date', field: 'day', label: talk.day, from: view.todayDate, required: true },
    { kind: 'time', field: 'time', label: talk.time, required: true },
    {
      kind: 'choice',
      field: 'minutes',
      label: talk.minutes,
      options: MINUTES.map((minutes) => ({ value: String(minutes), label: talk.length(minutes) })),
      value: '30',
      required: false,
    },
    line('place', talk.place, false, { hint: talk.placeHint, maxLength: MAX.place }),
  ];
};
