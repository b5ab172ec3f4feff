import type { CaseNews } from '../../../bot/cases/news.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Card } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { answerFacts } from '../parts/answer.ts';
import { conversation } from '../parts/conversation.ts';
import { kicker } from '../parts/kicker.ts';
import { correctionLines } from '../parts/labels.ts';
import { lines } from '../parts/nodes.ts';
import { isStuck } from '../parts/passage.ts';
import { talkCalledOff, talkLost, talkNow } from '../parts/talk-news.ts';
import { warningNode } from '../parts/warning.ts';
import { askerActions } from './actions.ts';
import { ownDilemma } from './dilemma.ts';
import { followedStep, followUpQuestion, followUpSaid, isFollowingUp } from './follow-up.ts';
import { introductionNodes } from './introduction.ts';
import { alsoReads, invitation, isAskedOfColleague } from './invitation.ts';
import { agentFirst } from './names.ts';
import { besidePassOn, passOnWords } from './pass-on.ts';
import { askerQuestions } from './questions.ts';
import { askerStatus } from './status.ts';
import { askerTitle } from './title.ts';

/** A case as its asker sees it: what is new, the conversation, what happens next, and what they can do. */
export const askerCard = (view: AskerView, why: CaseNews, speech: Speech): Card => ({
  title: askerTitle(view, why, speech),
  kicker: kicker(view.number, speech.t.labels.state[view.state], view.today && view.state === 'waiting', speech),
  tone: tone(view),
  body: [
    ...warningNode(view.warning, 'after', speech, view.for),
    ...(view.state === 'withdrawn' ? [] : ownDilemma(view, speech)),
    ...followedStep(view, speech),
    ...conversation(besidePassOn(view), speech),
    ...answerFacts(view, speech),
    ...passOnWords(view, speech),
    ...followUpSaid(view, speech),
    ...followUpQuestion(view, speech),
    ...talkNow(why, view, speech),
    ...talkCalledOff(view, speech),
    ...(view.state === 'active' || view.state === 'answered' ? [] : talkLost(view.lostTalk, speech)),
    ...lines('body', isAskedOfColleague(view) ? [] : askerStatus(view, speech)),
    ...invitation(view, speech),
    ...introductionNodes(view, speech),
    ...askerQuestions(view, speech),
    ...lines('subtle', [
      ...correctionLines(view, agentFirst(view, speech), speech),
      view.corrected.length === 0 ? null : speech.t.asker.learning,
    ]),
    ...lines('subtle', askerReaders(view, speech)),
  ],
  actions: askerActions(view, speech),
});

const tone = (view: AskerView): Card['tone'] => {
  if (view.state === 'withdrawn') return 'quiet';
  if (isStuck(view.passage)) return 'attention';
  // A question is not good news, and not over.
  if (isFollowingUp(view)) return 'plain';
  if (view.state === 'closed') return 'quiet';
  if (view.promise === 'missed' && (view.state === 'waiting' || view.turns.length === 0)) return 'attention';
  return view.state === 'answered' && view.answer?.outcome !== 'clear-no' && view.rating !== 'no' ? 'good' : 'plain';
};

const askerReaders = (view: AskerView, speech: Speech): (string | null)[] => {
  const { asker } = speech.t;
  const agent = agentFirst(view, speech);
  switch (view.state) {
    case 'waiting':
      return [
        view.sharing === 'no' || view.sharing === 'refused' ? asker.askedReaders : null,
        view.for === 'me' ? null : speech.t.onBehalf.youAsk[view.for],
        view.anonymous ? asker.namelessYet : null,
      ];
    case 'active':
    case 'answered':
      return [
        view.state === 'answered' ? asker.quiet : null,
        isFollowingUp(view) ? null : (alsoReads(view, speech) ?? asker.readers(agent)),
        view.anonymous ? capital(asker.nameless(agent)) : null,
      ];
    case 'closed':
      return [view.anonymous && isFollowingUp(view) ? capital(asker.nameless(agent)) : null];
    default:
      return [];
  }
};
