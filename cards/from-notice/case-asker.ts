import type { CaseView } from '../../bot/cases/notice.ts';
import type { Card } from '../model.ts';
import { capital, type Speech } from '../speech.ts';
import { askerActions } from './asker-actions.ts';
import { askerQuestions } from './asker-questions.ts';
import { askerStatus } from './asker-status.ts';
import { askerTitle } from './asker-title.ts';
import { agentName, answerFacts, conversation, dilemma, kicker } from './case-parts.ts';
import { followedStep, followUpQuestion, followUpSaid, isFollowingUp } from './follow-up.ts';
import { lines } from './nodes.ts';
import { warningNode } from './warning.ts';

/** A case as the one who asked sees it: what is new, what was said, what happens next, what to do. */
export const askerCard = (view: CaseView, speech: Speech): Card => ({
  title: askerTitle(view, speech),
  kicker: kicker(view, speech),
  tone: tone(view),
  body: [
    ...warningNode(view.warning, 'after', speech),
    ...(view.state === 'withdrawn' ? [] : dilemma(view, speech)),
    ...followedStep(view, speech),
    ...conversation(view, speech),
    ...(view.state === 'answered' || view.state === 'closed' ? answerFacts(view, speech) : []),
    ...followUpSaid(view, speech),
    ...followUpQuestion(view, speech),
    ...lines('body', askerStatus(view, speech)),
    ...askerQuestions(view, speech),
    ...lines('subtle', askerReaders(view, speech)),
  ],
  actions: askerActions(view, speech),
});

const tone = (view: CaseView): Card['tone'] => {
  if (view.state === 'withdrawn' || view.state === 'closed') return 'quiet';
  if (view.promise === 'missed' && (view.state === 'waiting' || view.turns.length === 0)) return 'attention';
  return view.state === 'answered' && view.answer?.outcome !== 'clear-no' && view.rating !== 'no' ? 'good' : 'plain';
};

const askerReaders = (view: CaseView, speech: Speech): (string | null)[] => {
  const { asker } = speech.t;
  const agent = agentName(view, speech);
  switch (view.state) {
    case 'waiting':
      return [
        view.sharing === 'no' || view.sharing === 'refused' ? asker.askedReaders : null,
        view.anonymous ? asker.namelessYet : null,
      ];
    case 'active':
    case 'answered':
      return [
        view.state === 'answered' ? asker.quiet : null,
        isFollowingUp(view) ? null : asker.readers(agent),
        view.anonymous ? capital(asker.nameless(agent)) : null,
      ];
    case 'closed':
      return [view.anonymous && isFollowingUp(view) ? capital(asker.nameless(agent)) : null];
    default:
      return [];
  }
};
