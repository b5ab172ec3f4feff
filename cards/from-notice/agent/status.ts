import type { CaseNews } from '../../../bot/cases/news.ts';
import type { HeldView } from '../../../bot/cases/view-types.ts';
import { capital, type Speech } from '../../speech.ts';
import { whoGoesOn } from '../parts/answer.ts';
import { lastTurn } from '../parts/conversation.ts';
import { followUpAnswers } from '../parts/follow-up.ts';
import { withoutStop } from '../parts/nodes.ts';
import { isStuck, passageLine } from '../parts/passage.ts';
import { askerFirst } from './asker.ts';

type Lines = (string | null)[];

/** The state of a case for its sparring agent: who writes next, and what was promised. */
export const agentStatus = (view: HeldView, why: CaseNews, speech: Speech): Lines => {
  const { agent } = speech.t;
  const asker = askerFirst(view.asker, speech);
  const notArrived = passageLine(view.passage, asker, speech);
  switch (view.state) {
    case 'active':
      // The news says whose turn it is: theirs together.
      if (why === 'revealed' && view.talk !== null) return [isStuck(view.passage) ? notArrived : null];
      return [view.talkWaits ? agent.talkWaits : null, ...turn(view, asker, notArrived, speech)];
    case 'answered':
      return [
        view.talkWaits ? agent.talkWaits : null,
        step(view, asker, speech),
        proposal(view, speech),
        citizenHears(view, speech),
        ...followedUp(view, asker, speech),
        notArrived ??
          capital((view.rating === 'partly' || view.rating === 'no' ? agent.missing : agent.answered)(asker)),
      ];
    case 'closed':
      return [
        whoGoesOn(view, speech),
        step(view, asker, speech),
        proposal(view, speech),
        ...followedUp(view, asker, speech),
        notArrived,
        view.asker.as === 'erased' ? null : agent.closed(asker),
      ];
  }
};

const citizenHears = ({ citizenHears: by, now }: HeldView, { t, day }: Speech): string | null =>
  by === null ? null : t.onBehalf.hears(day(by, now));

const followedUp = (view: HeldView, asker: string, speech: Speech): Lines => {
  const { followUp } = view;
  if (followUp === null || followUp.kept === null) return [];
  const { agent } = speech.t;
  const about = followUp.step == null ? agent.went : agent.kept;
  const say = followUp.trial === undefined ? about : agent.keptTrial;
  return [
    say(capital(asker), followUpAnswers(view, speech)[followUp.kept]),
    followUp.next === undefined ? null : agent.trialNext[followUp.next](asker),
  ];
};

const turn = (view: HeldView, asker: string, notArrived: string | null, speech: Speech): Lines => {
  const { t, when } = speech;
  const { agent } = t;
  if (view.next === 'other') return [notArrived ?? (view.reminded ? agent.reminded(asker) : agent.theirTurn(asker))];
  const stuck = isStuck(view.passage) ? notArrived : null;
  if (view.reminded) return [stuck, agent.youReminded];
  if (view.wrote.you || view.turns.length > 0) return [stuck, yourTurn(view, speech)];
  const promised = when(view.promisedAt, view.now);
  const promise =
    view.promise === 'kept' || view.promise === 'none'
      ? null
      : view.promise === 'missed'
        ? agent.missed(asker, promised)
        : agent.promise(asker, promised);
  return [promise, capital(agent.askFirst(asker))];
};

const yourTurn = (view: HeldView, { t }: Speech): string => {
  const last = lastTurn(view);
  if (last?.by !== 'other' || last.talk === null) return t.agent.yourTurn;
  return last.talk.start === null ? t.agent.yourTurnCall : t.agent.yourTurnTalk;
};

/** The step that was proposed beside the one the asker accepted. */
const proposal = ({ proposal: beside, now }: HeldView, { t, day }: Speech): string | null =>
  beside === null ? null : t.agent.step(withoutStop(beside.text), day(beside.date, now));

const step = (view: HeldView, asker: string, { t, day }: Speech): string | null => {
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
