import type { NudgeView } from '../../../bot/nudges/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { afterPress } from './after-press.ts';
import { nudgePress } from './presses.ts';
import { weekdayName } from './wishes-forms.ts';

/** Sent once, before the first weekly principle. */
export const welcomeCard = (view: NudgeView, speech: Speech): Card => {
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
