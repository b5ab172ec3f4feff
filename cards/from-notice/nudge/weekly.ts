import type { NudgeView } from '../../../bot/nudges/notice.ts';
import type { Action, Card, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { afterPress } from './after-press.ts';
import { eventLine } from './event-line.ts';
import { nudgePress, triedForm } from './presses.ts';
import { waysOut } from './ways-out.ts';
import { wordsOf } from './words-of.ts';

/** The week's principle, with something to try. */
export const weeklyCard = (view: NudgeView, speech: Speech): Card => {
  const { nudges } = speech.t;
  const { buttons } = nudges;
  const did = (kind: string) => view.reactions.some((reaction) => reaction.kind === kind);
  const tried = did('tried');
  const asides: Action[] = [
    ...(tried || did('will-try') ? [] : [nudgePress('nudge-tried', buttons.tried, view, 'more')]),
    ...(view.another ? [nudgePress('nudge-another', buttons.another, view, 'more')] : []),
    ...(view.wishes.stopped ? [] : waysOut(view, speech)),
  ];
  return {
    title: nudges.title(speech.principle(view.principle)),
    tone: view.reactions.length > 0 ? 'good' : 'plain',
    body: [
      ...textLines(view, speech),
      ...afterPress(view, speech),
      ...lines('subtle', [view.reactions.length === 0 ? nudges.leave : null]),
    ],
    actions: [
      ...(tried
        ? [triedForm(view, speech)]
        : did('will-try')
          ? [nudgePress('nudge-tried', buttons.tried, view, 'normal')]
          : [nudgePress('nudge-will-try', buttons.willTry, view, 'main')]),
      nudgePress('nudge-spar', buttons.spar, view, 'normal'),
      ...(view.wishes.stopped ? [nudgePress('resume-nudges', buttons.start, view, 'normal')] : []),
      ...asides,
    ],
  };
};

const textLines = ({ text, takenBack, event, now }: NudgeView, speech: Speech): Node[] => {
  if (takenBack) return lines('body', [speech.t.nudges.takenBack]);
  return text === null ? [] : [...wordsOf(text, speech), ...lines('body', [eventLine(event, now, speech)])];
};
