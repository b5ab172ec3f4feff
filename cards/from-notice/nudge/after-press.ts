import type { NudgeView } from '../../../bot/nudges/notice.ts';
import type { Reaction } from '../../../bot/nudges/nudge-record.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** Says what the last press did. */
export const afterPress = (view: NudgeView, speech: Speech): Node[] => {
  const last = view.reactions.at(-1);
  if (last === undefined) return [];
  const own = view.reactions.findLast(({ kind, text }) => kind === 'tried' && text !== null)?.text ?? null;
  return [
    ...(own === null ? [] : [{ kind: 'quote' as const, who: speech.t.nudges.tried.own, when: '', text: own }]),
    ...lines('body', [sentence(last, view, speech)]),
  ];
};

const sentence = (last: Reaction, view: NudgeView, speech: Speech): string => {
  const { after } = speech.t.nudges;
  const next = view.next === null ? '' : after.next(speech.dayOf(view.next, view.now));
  switch (last.kind) {
    case 'will-try':
      return after.willTry;
    case 'tried':
      return last.text === null ? after.tried : after.triedLine;
    case 'another':
      return after.another;
    case 'spar':
      return after.spar;
    case 'paused':
      // The pause may have ended since, or have been cancelled.
      return view.wishes.pausedUntil === null
        ? after.pauseOver
        : [after.paused(speech.day(view.wishes.pausedUntil, view.now)), next, after.stillHere].join(' ').trim();
    case 'stopped':
      return view.wishes.stopped ? after.stopped : after.resumed;
    case 'resumed':
      return view.wishes.stopped ? after.stopped : [after.resumed, next].join(' ').trim();
    case 'answered':
      return last.answer === null ? '' : after.answered[last.answer];
    case 'weekly':
      return [after.weekly, next].join(' ').trim();
    case 'monthly':
      return after.monthly;
  }
};
