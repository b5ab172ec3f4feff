import type { AskerView, HeldView } from '../../../bot/cases/view.ts';
import type { Kept } from '../../../bot/words.ts';
import type { Speech } from '../../speech.ts';
import { lastTurn } from './conversation.ts';

/** It is the newest there is: nobody has written since it was asked or answered, and the case was not closed since. */
export const isFollowUpNews = (view: AskerView | HeldView): boolean => {
  if (view.followUp === null || !(view.state === 'answered' || view.state === 'closed')) return false;
  const at = view.followUp.saidAt ?? view.followUp.askedAt;
  const wasClosed = view.followUp.kept !== null && view.closedAt !== null && view.closedAt > at;
  return !wasClosed && (lastTurn(view)?.at ?? at) <= at;
};

/** What they can say, by what they were asked. */
export const followUpAnswers = ({ followUp }: AskerView | HeldView, { t }: Speech): Record<Kept, string> =>
  followUp?.step == null ? t.labels.went : t.labels.kept;
