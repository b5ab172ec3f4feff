import type { CaseNews } from '../../../bot/cases/news.ts';
import type { AgentView, HeldView, WithdrawnView } from '../../../bot/cases/view-types.ts';
import type { Action, Card } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { answerFacts } from '../parts/answer.ts';
import { acceptTalk, otherWayToWrite, replyForm, talkActions } from '../parts/both-forms.ts';
import { allowed, press, storyPress } from '../parts/case-form.ts';
import { conversation } from '../parts/conversation.ts';
import { kicker } from '../parts/kicker.ts';
import { correctionLines, labelsForm } from '../parts/labels.ts';
import { lines } from '../parts/nodes.ts';
import { isStuck } from '../parts/passage.ts';
import { talkCalledOff, talkLost, talkNow } from '../parts/talk-news.ts';
import { answerForm } from './answer-form.ts';
import { askerFirst, askerName, forWhomLine, theirDilemma } from './asker.ts';
import { colleagueForms, colleagueLine, noteForms, ownNotes, suggestion } from './colleagues.ts';
import { correctAnswerForm, giveBackForm } from './forms.ts';
import { introduceForm, introductionLine } from './introduction.ts';
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
    body: [...talkLost(view.lostTalk, speech), ...lines('body', [agent.nothingMore])],
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
      ...(view.state === 'active' ? forWhomLine(view, speech) : []),
      ...conversation(view, speech),
      ...answerFacts(view, speech),
      ...(why === 'revealed' ? revealedNow(view, speech) : []),
      ...talkNow(why, view, speech),
      ...talkCalledOff(view, speech),
      ...(isOver ? talkLost(view.lostTalk, speech) : []),
      ...ownNotes(view, speech),
      ...lines('body', [
        colleagueLine(view, why, speech),
        ...agentStatus(view, why, speech),
        introductionLine(view, speech),
      ]),
      ...suggestion(view, speech),
      ...lines('subtle', correctionLines(view, askerFirst(view.asker, speech), speech)),
      ...lines('subtle', [isOver ? null : agentReaders(view, speech)]),
    ],
    actions: [...agentActions(view, speech), ...storyPress(view, speech)],
  };
};

const toneOf = (view: HeldView): Card['tone'] => {
  if (isStuck(view.passage)) return 'attention';
  if (view.state === 'closed') return 'quiet';
  return view.reminded && view.next === 'you' ? 'attention' : 'plain';
};

const agentReaders = (view: HeldView, speech: Speech): string => {
  const { agent } = speech.t;
  // The asker decides what a colleague may read, and the agent is not told.
  const read =
    view.colleagues.asked?.state === 'colleague' || view.colleagues.coAgent !== null
      ? ''
      : agent.bothRead(askerFirst(view.asker, speech));
  return view.asker.as === 'anonymous' ? `${agent.nameless} ${read}`.trim() : read;
};

/**
 * One way to write, and the other under "…". Asking comes before advising: the agent's first words are a question
 * (docs/rules.md, "Asking before advising"). When the other side is to write, nothing is the main button.
 */
const agentActions = (view: HeldView, speech: Speech): Action[] => {
  const asker = askerName(view.asker, speech);
  const toTalk = view.may.includes('accept-talk');
  const isActive = view.state === 'active';
  const asks = isActive && !view.wrote.you;
  const open = isActive && view.next === 'you' && !toTalk;
  const hint = asks ? { hint: speech.t.actions.reply.askFirst } : {};
  return allowed(view, [
    ...(toTalk ? [acceptTalk(view, speech), ...talkActions(view, speech)] : []),
    replyForm(view, speech, asker, { verb: asks ? 'ask-back' : 'reply', open, ...hint }),
    ...noteForms(view, speech),
    answerForm(view, speech),
    ...(toTalk ? [] : talkActions(view, speech)),
    otherWayToWrite(view, speech, asker, asks ? 'reply' : 'ask-back'),
    introduceForm(view, speech),
    giveBackForm(view, speech),
    ...colleagueForms(view, speech),
    correctAnswerForm(view, askerFirst(view.asker, speech), speech),
    labelsForm(view, speech),
    press(view, 'close-case', speech.t.actions.closeAfterTalk, 'more'),
  ]);
};
