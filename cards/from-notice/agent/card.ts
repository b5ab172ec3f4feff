import type { CaseNews } from '../../../bot/cases/news.ts';
import type { AgentView, HeldView, WithdrawnView } from '../../../bot/cases/view-types.ts';
import type { Action, Card } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { answerFacts } from '../parts/answer.ts';
import { acceptTalk, replyForm, talkForm } from '../parts/both-forms.ts';
import { allowed, press } from '../parts/case-form.ts';
import { conversation } from '../parts/conversation.ts';
import { kicker } from '../parts/kicker.ts';
import { lines } from '../parts/nodes.ts';
import { isStuck } from '../parts/passage.ts';
import { talkNow } from '../parts/talk-news.ts';
import { askerName, theirDilemma } from './asker.ts';
import { answerForm, askBackForm, giveBackForm } from './forms.ts';
import { revealedNow } from './revealed.ts';
import { agentStatus } from './status.ts';
import { agentTitle } from './title.ts';

/** A case as its sparring agent sees it. */
export const agentCard = (view: AgentView, why: CaseNews, speech: Speech): Card =>
  view.state === 'withdrawn' ? withdrawnCard(view, speech) : heldCard(view, why, speech);

/** A withdrawn case no longer shows the asker's text. */
const withdrawnCard = (view: WithdrawnView, speech: Speech): Card => {
  const { agent, labels } = speech.t;
  return {
    title: capital(agent.title.withdrawn),
    kicker: kicker(view.number, labels.state[view.state], false, speech),
    tone: 'quiet',
    body: [...answerFacts(view.answer, speech), ...lines('body', [agent.nothingMore])],
    actions: [],
  };
};

const heldCard = (view: HeldView, why: CaseNews, speech: Speech): Card => {
  const isOver = view.state === 'closed';
  return {
    title: capital(agentTitle(view, why, speech)),
    kicker: kicker(view.number, speech.t.labels.state[view.state], false, speech),
    tone: toneOf(view),
    body: [
      ...theirDilemma(view, speech),
      ...conversation(view, speech),
      ...(view.state === 'active' ? [] : answerFacts(view.answer, speech)),
      ...(why === 'revealed' ? revealedNow(view, speech) : []),
      ...talkNow(why, view, speech),
      ...lines('body', agentStatus(view, why, speech)),
      ...lines('subtle', [isOver ? null : agentReaders(view, speech)]),
    ],
    actions: agentActions(view, speech),
  };
};

const toneOf = (view: HeldView): Card['tone'] => {
  if (isStuck(view.passage)) return 'attention';
  if (view.state === 'closed') return 'quiet';
  return view.reminded && view.next === 'you' ? 'attention' : 'plain';
};

const agentReaders = (view: HeldView, speech: Speech): string => {
  const { agent } = speech.t;
  const read = agent.bothRead(askerName(view.asker, speech));
  return view.asker.as === 'anonymous' ? `${agent.nameless} ${read}` : read;
};

/**
 * Asking comes before advising: a case that was just taken has the form for a question open, not the one for an answer.
 */
const agentActions = (view: HeldView, speech: Speech): Action[] => {
  const asker = askerName(view.asker, speech);
  const justTaken = view.state === 'active' && !view.wrote.you && view.turns.length === 0;
  const toTalk = view.may.includes('accept-talk');
  const yourTurn = view.state === 'active' && view.next === 'you';
  const askBack = askBackForm(view, speech, justTaken);
  const reply = replyForm(view, speech, asker, yourTurn && !justTaken && !toTalk);
  return allowed(view, [
    ...(toTalk ? [acceptTalk(view, speech), talkForm(view, speech)] : []),
    ...(justTaken ? [askBack] : [reply]),
    answerForm(view, speech, yourTurn || toTalk ? 'normal' : 'main'),
    ...(justTaken ? [reply] : [askBack]),
    ...(toTalk ? [] : [talkForm(view, speech)]),
    giveBackForm(view, speech),
    press(view, 'close-case', speech.t.actions.closeAfterTalk, 'more'),
  ]);
};
