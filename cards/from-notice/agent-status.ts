import type { CaseView } from '../../bot/cases/notice.ts';
import { capital, type Speech } from '../speech.ts';
import { askerName, isForgotten, lastTurn } from './case-parts.ts';
import { followUpAnswers } from './follow-up.ts';
import { withoutStop } from './nodes.ts';

type Lines = (string | null)[];

/** How the case stands for its sparring agent: who writes next, and what was promised. */
export const agentStatus = (view: CaseView, speech: Speech): Lines => {
  const { agent } = speech.t;
  const asker = askerName(view, speech);
  switch (view.state) {
    case 'active':
      return [view.talkWaits ? agent.talkWaits : null, ...turn(view, asker, speech)];
    case 'answered':
      return [
        view.talkWaits ? agent.talkWaits : null,
        step(view, asker, speech),
        followedUp(view, asker, speech),
        view.rating === 'partly' || view.rating === 'no' ? agent.missing : agent.answered,
      ];
    case 'closed':
      return [
        step(view, asker, speech),
        followedUp(view, asker, speech),
        isForgotten(view) ? null : agent.closed(asker),
      ];
    default:
      return [agent.nothingMore];
  }
};

const followedUp = (view: CaseView, asker: string, speech: Speech): string | null => {
  const kept = view.followUp?.kept ?? null;
  if (kept === null) return null;
  const { agent } = speech.t;
  const say = view.followUp?.step == null ? agent.went : agent.kept;
  return say(capital(asker), followUpAnswers(view, speech)[kept]);
};

const turn = (view: CaseView, asker: string, speech: Speech): Lines => {
  const { t, when } = speech;
  const { agent } = t;
  if (view.next === 'other') return [view.reminded ? agent.reminded(asker) : agent.theirTurn(asker)];
  if (view.reminded) return [capital(agent.youReminded(asker))];
  if (view.turns.length > 0) return [yourTurn(view, speech)];
  const at = when(view.promisedAt, view.now);
  const promise = view.promise === 'kept' ? null : view.promise === 'missed' ? agent.missed(at) : agent.promise(at);
  return [promise, capital(agent.askFirst(asker))];
};

const yourTurn = (view: CaseView, { t }: Speech): string => {
  const said = lastTurn(view);
  if (said?.by !== 'other' || said.talk === null) return t.agent.yourTurn;
  return said.talk.start === null ? t.agent.yourTurnCall : t.agent.yourTurnTalk;
};

const step = (view: CaseView, asker: string, { t, day }: Speech): string | null => {
  if (view.step === null) return null;
  const on = day(view.step.date, view.now);
  switch (view.step.state) {
    case 'proposed':
      return t.agent.step(withoutStop(view.step.text), on);
    case 'accepted':
      return capital(t.agent.stepAccepted(asker, withoutStop(view.step.text), on));
    case 'dropped':
      return capital(t.agent.stepDropped(asker));
  }
};
