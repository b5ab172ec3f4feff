import type { CaseNews } from '../../../bot/cases/news.ts';
import type { HeldView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';
import { lastTurn } from '../parts/conversation.ts';
import { isFollowUpNews } from '../parts/follow-up.ts';
import { passageTitle } from '../parts/passage.ts';
import { askerName } from './asker.ts';
import { agentNews } from './news.ts';
import { saidTitle } from './said-title.ts';

/** One line that tells the sparring agent what is new. */
export const agentTitle = (view: HeldView, why: CaseNews, speech: Speech): string =>
  agentNews(why, view, speech) ?? titleOf(view, speech);

const titleOf = (view: HeldView, speech: Speech): string => {
  const { title } = speech.t.agent;
  const turn = lastTurn(view);
  const asker = askerName(view.asker, speech);
  if (view.followUp?.kept != null && isFollowUpNews(view)) return title.followedUp(asker);
  if (view.state === 'closed') return title.closed;
  // Taken over after it was answered, without what was written.
  if (view.state === 'answered' && view.answer === null && turn === null) return title.taken;
  if (turn?.kind === 'comment' || (view.state === 'answered' && turn?.by !== 'other'))
    return ratedTitle(view, asker, speech);
  if (turn === null) return goesOnTitle(view, asker, speech);
  if (turn.by === 'you') return passageTitle(view.passage, asker, speech);
  return saidTitle(turn, asker, view.now, speech);
};

/** For a message that brings no words of its own. */
const goesOnTitle = ({ wrote, next }: HeldView, asker: string, { t }: Speech): string => {
  if (!wrote.you) return t.agent.title.taken;
  return next === 'you' ? t.agent.title.yourTurn(asker) : t.agent.title.theirTurn(asker);
};

const ratedTitle = (view: HeldView, asker: string, speech: Speech): string => {
  const { title } = speech.t.agent;
  switch (view.rating) {
    case 'yes':
      return title.helped(asker);
    case 'partly':
      return title.helpedPartly(asker);
    case 'no':
      return title.helpedNot(asker);
    case null:
      return passageTitle(view.passage, asker, speech);
  }
};
