import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Kept } from '../../../bot/words.ts';
import type { Speech } from '../../speech.ts';
import { lastTurn } from './conversation.ts';

/** Whether the follow-up is the latest event: since it was asked or answered, nobody has written or closed the case. */
export const isFollowUpNews = (view: AskerView | HeldView): boolean => {
  if (view.followUp === null || !(view.state === 'answered' || view.state === 'closed')) return false;
  const followedUpAt = view.followUp.saidAt ?? view.followUp.askedAt;
  const wasClosed = view.followUp.kept !== null && view.closedAt !== null && view.closedAt > followedUpAt;
  return !wasClosed && (lastTurn(view)?.at ?? followedUpAt) <= followedUpAt;
};

/** The labels of the answers, which depend on whether the question was about a step or a trial. */
export const followUpAnswers = ({ followUp }: AskerView | HeldView, { t }: Speech): Record<Kept, string> =>
  followUp?.step == null && followUp?.trial === undefined ? t.labels.went : t.labels.kept;
