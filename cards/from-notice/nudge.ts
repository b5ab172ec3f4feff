import type { NudgeNotice, NudgeView } from '../../bot/nudges/notice.ts';
import { QUARTER_ANSWERS } from '../../bot/words.ts';
import type { Action, Card, Node, Press } from '../model.ts';
import type { Speech } from '../speech.ts';
import { lines } from './nodes.ts';
import { afterPress } from './nudge-after.ts';
import { nudgePress, triedForm } from './nudge-parts.ts';
import { pauseForm, weekdayName } from './wishes-parts.ts';

/** The weekly principle, the welcome before it, and the questions that take its place. */
export const nudgeCard = ({ view }: NudgeNotice, speech: Speech): Card => {
  switch (view.message) {
    case 'welcome':
      return welcome(view, speech);
    case 'nudge':
      return nudge(view, speech);
    case 'quarterly':
      return quarterly(view, speech);
    case 'silence':
      return silence(view, speech);
  }
};

const welcome = (view: NudgeView, speech: Speech): Card => {
  const { welcome: t } = speech.t.nudges;
  const { wishes } = view;
  const day = weekdayName(wishes.weekday, speech);
  const weekly = [t.weekly(day), view.next === null ? '' : t.first(speech.dayOf(view.next, view.now)), t.yours];
  const ended = wishes.stopped;
  return {
    title: t.title(view.name),
    tone: 'plain',
    body: [
      ...lines('body', [t.text(view.from), ended ? null : weekly.filter((part) => part !== '').join(' ')]),
      ...lines('subtle', [t.readers]),
      ...afterPress(view, speech),
      ...lines('body', [ended ? null : t.stop]),
    ],
    actions: ended
      ? [nudgePress('resume-nudges', speech.t.nudges.buttons.start, view, 'normal')]
      : [
          nudgePress('stop-nudges', speech.t.nudges.buttons.stop, view, 'normal'),
          { kind: 'press', verb: 'show-nudges', label: t.other, data: {}, weight: 'normal' },
        ],
  };
};

const nudge = (view: NudgeView, speech: Speech): Card => {
  const { nudges } = speech.t;
  const { buttons } = nudges;
  const did = (kind: string) => view.reactions.some((reaction) => reaction.kind === kind);
  const asides: Action[] = [
    nudgePress('nudge-tried', buttons.tried, view, 'more'),
    ...(view.another ? [nudgePress('nudge-another', buttons.another, view, 'more')] : []),
    ...(view.wishes.stopped ? [] : waysOut(view, speech)),
  ];
  const tried = did('tried');
  return {
    title: nudges.title(speech.principle(view.principle)),
    tone: view.reactions.length > 0 ? 'good' : 'plain',
    body: [
      ...text(view, speech),
      ...afterPress(view, speech),
      ...lines('subtle', [view.reactions.length === 0 ? nudges.leave : null]),
    ],
    actions: [
      ...(tried
        ? [triedForm(view, speech)]
        : did('will-try')
          ? []
          : [nudgePress('nudge-will-try', buttons.willTry, view, 'main')]),
      nudgePress('nudge-spar', buttons.spar, view, 'normal'),
      ...(view.wishes.stopped ? [nudgePress('resume-nudges', buttons.start, view, 'normal')] : []),
      ...(tried ? asides.slice(1) : asides),
    ],
  };
};

const text = ({ text: said }: NudgeView, { language }: Speech): Node[] =>
  said === null ? [] : lines('body', [said[language]]);

/** What a person may do who would rather be left alone. */
const waysOut = (view: NudgeView, speech: Speech): Press[] => {
  const { buttons } = speech.t.nudges;
  return [
    ...(view.wishes.pausedUntil === null
      ? [
          nudgePress('pause-nudges', buttons.pause(speech.day(view.wishes.pause, view.now)), view, 'more', {
            until: view.wishes.pause,
          }),
        ]
      : [nudgePress('resume-nudges', buttons.start, view, 'more')]),
    { kind: 'press', verb: 'show-nudges', label: buttons.other, data: {}, weight: 'more' },
    nudgePress('stop-nudges', buttons.stop, view, 'more'),
  ];
};

const quarterly = (view: NudgeView, speech: Speech): Card => {
  const { quarterly: t } = speech.t.nudges;
  const presses = QUARTER_ANSWERS.map((when) =>
    nudgePress('answer-quarterly', t.answers[when], view, 'normal', { when }),
  );
  return {
    title: t.title,
    tone: view.reactions.length > 0 ? 'good' : 'plain',
    body: [{ kind: 'question', text: t.text, presses }, ...afterPress(view, speech), ...lines('subtle', [t.readers])],
    actions: view.wishes.stopped
      ? [nudgePress('resume-nudges', speech.t.nudges.buttons.start, view, 'normal')]
      : waysOut(view, speech),
  };
};

const silence = (view: NudgeView, speech: Speech): Card => {
  const { silence: t, buttons } = speech.t.nudges;
  const presses = [
    nudgePress('set-rhythm', t.weekly, view, 'normal', { rhythm: 'weekly' }),
    nudgePress('set-rhythm', t.monthly, view, 'normal', { rhythm: 'monthly' }),
    nudgePress('stop-nudges', buttons.stop, view, 'normal'),
  ];
  return {
    title: t.title,
    tone: 'plain',
    body: [
      { kind: 'question', text: t.text, presses },
      ...afterPress(view, speech),
      ...lines('subtle', [view.reactions.length === 0 ? t.otherwise : null]),
    ],
    actions: view.wishes.stopped
      ? [nudgePress('resume-nudges', buttons.start, view, 'normal')]
      : [pauseForm(view.wishes, view.now, { nudge: view.id, rev: view.rev }, speech)],
  };
};
