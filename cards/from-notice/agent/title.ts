import type { HeldView, TurnView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';
import { lastTurn } from '../parts/conversation.ts';
import { isFollowUpNews } from '../parts/follow-up.ts';
import { askerName } from './asker.ts';

/** One line that tells the sparring agent what is new. */
export const agentTitle = (view: HeldView, speech: Speech): string => {
  const { title } = speech.t.agent;
  const turn = lastTurn(view);
  const asker = askerName(view.asker, speech);
  if (view.followUp?.kept != null && isFollowUpNews(view)) return title.followedUp(asker);
  if (view.state === 'closed') return title.closed;
  if (turn?.kind === 'comment' || (view.state === 'answered' && turn?.by !== 'other'))
    return ratedTitle(view, asker, speech);
  if (turn === null) return title.taken;
  if (turn.by === 'you') return turn.kind === 'talk' ? title.talkSent(asker) : title.sent(asker);
  return saidTitle(turn, asker, view.now, speech);
};

const ratedTitle = (view: HeldView, asker: string, { t }: Speech): string => {
  const { title } = t.agent;
  switch (view.rating) {
    case 'yes':
      return title.helped(asker);
    case 'partly':
      return title.helpedPartly(asker);
    case 'no':
      return title.helpedNot(asker);
    case null:
      return title.answered(asker);
  }
};

const saidTitle = (turn: TurnView, asker: string, now: Date, { t, when }: Speech): string => {
  const { title } = t.agent;
  if (turn.kind === 'thanks') return title.thanked(asker);
  if (turn.kind !== 'talk') return title.wrote(asker);
  const start = turn.talk?.start ?? null;
  return start === null ? title.talk(asker) : title.talkAt(asker, when(start, now));
};
