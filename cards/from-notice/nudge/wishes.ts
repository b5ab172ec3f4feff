import type { Reply } from '../../../bot/notices.ts';
import type { Action, Card, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';
import { sayWords } from '../parts/say-word.ts';
import { pauseForm, timeForm, weekdayName } from './wishes-forms.ts';

type WishesReply = Extract<Reply, { kind: 'nudges' }>;

/** When a person gets the weekly principle, and how to change that. */
export const wishesCard = (reply: WishesReply, speech: Speech): Card => {
  const { settings: t, after, buttons } = speech.t.nudges;
  const { wishes, now, next, did } = reply;
  const on = `${weekdayName(wishes.weekday, speech)} ${t.at(wishes.hour)}`;
  const status = wishes.stopped
    ? after.stopped
    : wishes.pausedUntil !== null
      ? after.paused(speech.day(wishes.pausedUntil, now))
      : did === 'resumed'
        ? after.resumed
        : null;
  return {
    title: wishes.stopped ? t.stopped : wishes.pausedUntil !== null ? t.paused : t.title[did],
    tone: did === 'nothing' ? 'plain' : 'good',
    body: [
      ...lines('body', [status, wishes.stopped ? stillComes(reply, speech) : null]),
      ...(wishes.stopped
        ? []
        : facts([
            [t.when, wishes.rhythm === 'monthly' ? t.monthly(on) : t.weekly(on)],
            [t.next, next === null ? null : speech.dayOf(next, now)],
          ])),
    ],
    actions: actionsOf(reply, speech, buttons.start),
  };
};

/** Stop ends the nudges, not what colleagues write. */
const stillComes = ({ agent }: WishesReply, { t }: Speech): string =>
  agent === true ? t.talk.stillAsks : t.talk.stillWrites;

const actionsOf = ({ wishes, now, agent }: WishesReply, speech: Speech, start: string): Action[] => {
  const { buttons, silence } = speech.t.nudges;
  const resume: Press = { kind: 'press', verb: 'resume-nudges', label: start, data: {}, weight: 'main' };
  if (wishes.stopped) return [resume, ...sayWords(agent === true ? ['my-cases', 'absence'] : ['my-cases'], speech)];
  return [
    ...(wishes.pausedUntil === null ? [] : [resume]),
    timeForm(wishes, speech),
    { ...pauseForm(wishes, now, {}, speech), weight: wishes.pausedUntil === null ? 'normal' : 'more' },
    wishes.rhythm === 'monthly'
      ? { kind: 'press', verb: 'set-rhythm', label: silence.weekly, data: { rhythm: 'weekly' }, weight: 'more' }
      : { kind: 'press', verb: 'set-rhythm', label: silence.monthly, data: { rhythm: 'monthly' }, weight: 'more' },
    { kind: 'press', verb: 'stop-nudges', label: buttons.stop, data: {}, weight: 'normal' },
  ];
};
