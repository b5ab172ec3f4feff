import type { CaseView, TurnView } from '../../bot/cases/notice.ts';
import type { Action, Card } from '../model.ts';
import { capital, type Speech } from '../speech.ts';
import { answerForm, askBackForm } from './agent-forms.ts';
import { agentStatus } from './agent-status.ts';
import { replyForm, talkForm } from './both-forms.ts';
import { answerFacts, askerName, conversation, dilemma, kicker, lastTurn } from './case-parts.ts';
import { isFollowUpNews } from './follow-up.ts';
import { allowed, press } from './form-parts.ts';
import { lines } from './nodes.ts';

/** A case as the sparring agent who has it sees it. */
export const agentCard = (view: CaseView, speech: Speech): Card => {
  const over = view.state === 'closed' || view.state === 'withdrawn';
  return {
    title: capital(agentTitle(view, speech)),
    kicker: kicker(view, speech),
    tone: over ? 'quiet' : view.reminded && view.next === 'you' ? 'attention' : 'plain',
    body: [
      ...(view.state === 'withdrawn' ? [] : dilemma(view, speech)),
      ...conversation(view, speech),
      ...(view.state === 'active' ? [] : answerFacts(view, speech)),
      ...lines('body', agentStatus(view, speech)),
      ...lines('subtle', [over ? null : agentReaders(view, speech)]),
    ],
    actions: agentActions(view, speech),
  };
};

const agentReaders = (view: CaseView, speech: Speech): string => {
  const { agent } = speech.t;
  const read = agent.bothRead(askerName(view, speech));
  return view.anonymous ? `${agent.nameless} ${read}` : read;
};

const agentTitle = (view: CaseView, speech: Speech): string => {
  const { title } = speech.t.agent;
  const turn = lastTurn(view);
  const asker = askerName(view, speech);
  if (view.followUp?.kept != null && isFollowUpNews(view)) return title.followedUp(asker);
  if (view.state === 'closed') return title.closed;
  if (view.state === 'withdrawn') return title.withdrawn;
  if (turn?.kind === 'comment' || (view.state === 'answered' && turn?.by !== 'other'))
    return ratedTitle(view, asker, speech);
  if (turn === null) return title.taken;
  if (turn.by === 'you') return turn.kind === 'talk' ? title.talkSent(asker) : title.sent(asker);
  return saidTitle(turn, asker, view.now, speech);
};

const ratedTitle = (view: CaseView, asker: string, { t }: Speech): string => {
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

/** Asking stands before advising: a case just taken opens with the question, not with the answer. */
const agentActions = (view: CaseView, speech: Speech): Action[] => {
  const asker = askerName(view, speech);
  const justTaken = view.state === 'active' && view.turns.length === 0;
  const yourTurn = view.state === 'active' && view.next === 'you';
  const askBack = askBackForm(view, speech, justTaken);
  const reply = replyForm(view, speech, asker, yourTurn && !justTaken);
  return allowed(view, [
    ...(justTaken ? [askBack] : [reply]),
    answerForm(view, speech, yourTurn ? 'normal' : 'main'),
    ...(justTaken ? [reply] : [askBack]),
    talkForm(view, speech),
    press(view, 'close-case', speech.t.actions.closeAfterTalk, 'more'),
  ]);
};
