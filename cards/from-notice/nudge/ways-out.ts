import type { NudgeView } from '../../../bot/nudges/notice.ts';
import type { Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { nudgePress } from './presses.ts';

/** The actions for a person who wants fewer messages, or none. */
export const waysOut = (view: NudgeView, speech: Speech): Press[] => {
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
