import type { CaseNews } from '../../../bot/cases/news.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import { capital, type Speech } from '../../speech.ts';
import { lastTurn } from '../parts/conversation.ts';
import { isFollowUpNews } from '../parts/follow-up.ts';
import { passageTitle } from '../parts/passage.ts';
import { followUpTitle, isFollowingUp } from './follow-up.ts';
import { agentName, offeredTo } from './names.ts';
import { askerNews } from './news.ts';
import { saidTitle } from './said-title.ts';

/** One line that tells the asker what is new. */
export const askerTitle = (view: AskerView, why: CaseNews, speech: Speech): string =>
  capital(askerNews(why, view, speech) ?? titleOf(view, speech));

const titleOf = (view: AskerView, speech: Speech): string => {
  const { title } = speech.t.asker;
  if (isFollowUpNews(view)) {
    if (view.followUp?.kept != null) return title.followedUp;
    if (isFollowingUp(view)) return followUpTitle(view, speech);
  }
  switch (view.state) {
    case 'waiting':
      return waitingTitle(view, speech);
    case 'active':
      return activeTitle(view, speech);
    case 'answered':
      return answeredTitle(view, speech);
    case 'closed':
      return title.closed;
    case 'withdrawn':
      return title.withdrawn;
  }
};

const waitingTitle = (view: AskerView, speech: Speech): string => {
  const { title } = speech.t.asker;
  const { offer, asked, sharing } = view;
  const agent = offeredTo(view, speech);
  if (view.before !== null && (sharing === 'no' || sharing === 'asked')) return speech.t.people.leftBy.title;
  if (sharing === 'no' && offer === null) return title.nobody;
  if (sharing === 'asked') return title.share;
  if (sharing === 'shared') return title.shared;
  if (offer !== null) return asked > 1 ? title.askedNext(agent) : title.asked(agent);
  return title.refused;
};

const activeTitle = (view: AskerView, speech: Speech): string => {
  const { title } = speech.t.asker;
  const turn = lastTurn(view);
  if (view.askedOn) return title.goOn;
  const agent = agentName(view, speech);
  if (turn === null) return goesOnTitle(view, agent, speech);
  return turn.by === 'you' ? passageTitle(view.passage, agent, speech) : saidTitle(turn, agent, view.now, speech);
};

/** For a message that brings no words of its own. */
const goesOnTitle = ({ wrote, next }: AskerView, agent: string, { t }: Speech): string => {
  if (!wrote.other) return t.asker.title.taken(agent);
  return next === 'you' ? t.asker.title.yourTurn(agent) : t.asker.title.theirTurn(agent);
};

const answeredTitle = (view: AskerView, speech: Speech): string => {
  const { title } = speech.t.asker;
  const turn = lastTurn(view);
  const agent = agentName(view, speech);
  if (turn?.by === 'you' && turn.kind === 'thanks') return passageTitle(view.passage, agent, speech);
  if (turn?.by === 'other' && turn.kind !== 'answer') return saidTitle(turn, agent, view.now, speech);
  if (view.rating === 'yes') return title.helped;
  if (view.rating === 'partly') return title.helpedPartly;
  if (view.rating === 'no') return title.helpedNot;
  return view.answer?.outcome === 'clear-no' ? title.saidNo(agent) : title.answered(agent);
};
