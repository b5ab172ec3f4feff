import type { NudgeWishes } from '../../../bot/nudges/notice.ts';
import { WEEKDAYS, type Weekday } from '../../../bot/words.ts';
import type { Form } from '../../model.ts';
import type { Speech } from '../../speech.ts';

export const weekdayName = (weekday: Weekday, { t }: Speech): string => t.nudges.weekdays[weekday];

/** Asks until when to pause. */
export const pauseForm = (
  { pausedUntil, pause }: NudgeWishes,
  from: Date,
  data: Form['data'],
  { t }: Speech,
): Form => ({
  kind: 'form',
  verb: 'pause-nudges',
  label: t.nudges.pause.label,
  send: t.nudges.pause.send,
  intro: t.nudges.pause.intro,
  data,
  weight: 'normal',
  inputs: [
    {
      kind: 'date',
      field: 'until',
      label: t.nudges.pause.until,
      value: pausedUntil ?? pause,
      from: from.toISOString().slice(0, 10),
      required: true,
    },
  ],
});

/** The days of the working week, and another day only for a person who has chosen it. */
export const timeForm = ({ weekday, hour }: NudgeWishes, speech: Speech): Form => {
  const { time } = speech.t.nudges;
  const days = WEEKDAYS.filter((day, place) => place < 5 || day === weekday);
  return {
    kind: 'form',
    verb: 'set-nudge-time',
    label: time.label,
    send: time.send,
    data: {},
    weight: 'normal',
    inputs: [
      {
        kind: 'choice',
        field: 'weekday',
        label: time.weekday,
        options: days.map((value) => ({ value, label: weekdayName(value, speech) })),
        value: weekday,
        required: true,
      },
      { kind: 'time', field: 'hour', label: time.hour, value: hour, required: true },
    ],
  };
};
