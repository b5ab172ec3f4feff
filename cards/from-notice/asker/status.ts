import { MAX_DAYS_AFTER_CLOSING } from '../../../bot/cases/checks.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import { isGrave } from '../../../bot/cases/warning-for.ts';
import { capital, type Speech } from '../../speech.ts';
import { whoGoesOn } from '../parts/answer.ts';
import { lastTurn } from '../parts/conversation.ts';
import { fieldsOf } from '../parts/fields.ts';
import { withoutStop } from '../parts/nodes.ts';
import { isStuck, offerLine, passageLine } from '../parts/passage.ts';
import { agentFirst, offeredFirst } from './names.ts';
import { isReminder } from './pass-on.ts';

type Lines = (string | null)[];

/** The state of a case for its asker: what happens next, and when. */
export const askerStatus = (view: AskerView, speech: Speech): Lines => {
  switch (view.state) {
    case 'waiting':
      return [before(view, speech), ...waiting(view, speech)];
    case 'active':
      return active(view, speech);
    case 'answered':
      return answered(view, speech);
    case 'closed':
      return [
        whoGoesOn(view, speech),
        passageLine(view.passage, agentFirst(view, speech), speech),
        isReminder(view) ? citizen(view, speech) : null,
        closed(view, speech),
      ];
    case 'withdrawn':
      return [speech.t.asker.withdrawn];
  }
};

/** Tells the asker that their agent no longer has the case, without the reason. */
const before = ({ before: last }: AskerView, { t }: Speech): string | null => {
  if (last === null) return null;
  const text = last.did === 'leave' ? t.people.leftBy.text : t.people.leftBy.gaveBack;
  return capital(text(last.agent || t.asker.yourAgent));
};

const promise = (view: AskerView, { t, when }: Speech): string | null => {
  if (view.promise === 'none') return null;
  const promised = when(view.promisedAt, view.now);
  if (view.promise === 'missed') return t.asker.missed(promised);
  return view.offer === null && view.sharing !== 'no' ? t.asker.promiseAtRisk(promised) : t.asker.promise(promised);
};

const waiting = (view: AskerView, speech: Speech): Lines => {
  const { asker } = speech.t;
  const added = view.turns.length === 0 ? null : asker.added;
  const promised = promise(view, speech);
  const told = view.humanTold ? asker.humanTold : null;
  if (view.sharing === 'asked') {
    const how = view.asked === 0 ? asker.noneFree : asker.noneTook(view.asked);
    return view.promise === 'missed' ? [promised, how, told, added] : [how, promised, told, added];
  }
  if (view.sharing === 'shared') return [promised, told, added, asker.shared];
  if (view.offer === null) {
    return [promised, told, added, view.sharing === 'no' ? asker.nobody : asker.looking];
  }
  const agent = offeredFirst(view, speech);
  return [promised, told, added, whyThem(view, agent, speech), offerLine(view.offer.passage, agent, speech)];
};

/** Why this agent is asked; nothing when only their workload decided. */
const whyThem = (view: AskerView, agent: string, speech: Speech): string | null => {
  const { asker } = speech.t;
  const fields = fieldsOf(view, speech);
  const isGuess = view.offer?.why?.guess === true;
  if (fields !== '') return isGuess ? asker.guessedFor(agent, fields) : asker.chosenFor(agent, fields);
  if (!isGuess) return null;
  return view.certainty === 'silent' && !isGrave(view.warning) ? asker.saysNothing(agent) : asker.guessed(agent);
};

const active = (view: AskerView, speech: Speech): Lines => {
  const { asker } = speech.t;
  const agent = agentFirst(view, speech);
  const notArrived = passageLine(view.passage, agent, speech);
  const stuck = isStuck(view.passage) ? notArrived : null;
  if (view.askedOn) return [stuck, askedOn(view, agent, speech)];
  const talk = view.talkWaits ? asker.talkWaits(agent) : null;
  // The question says what happens next.
  if (view.introduction?.state === 'asked') return [stuck, talk];
  if (view.next === 'you') return [stuck, talk ?? yourTurn(view, agent, speech)];
  return [talk, ...theirTurn(view, agent, notArrived, speech), ownStep(view, speech), citizen(view, speech)];
};

/** An accepted step stays the asker's while the case goes on. */
const ownStep = ({ step, now }: AskerView, { t, day }: Speech): string | null =>
  step?.state === 'accepted' ? t.asker.stepAccepted(withoutStop(step.text), day(step.date, now)) : null;

const askedOn = (view: AskerView, agent: string, { t, when }: Speech): string =>
  view.wrote.other || view.promise === 'none'
    ? t.asker.goOn(agent)
    : capital(t.asker.silent(agent, when(view.promisedAt, view.now)));

const yourTurn = (view: AskerView, agent: string, { t }: Speech): string => {
  if (view.reminded) return t.asker.youReminded;
  const turn = lastTurn(view);
  if (turn?.by !== 'other' || turn.talk === null) return t.asker.yourTurn(agent);
  return turn.talk.start === null ? t.asker.yourTurnCall(agent) : t.asker.yourTurnTalk;
};

const theirTurn = (view: AskerView, agent: string, notArrived: string | null, { t, when }: Speech): Lines => {
  const silent = !view.turns.some((turn) => turn.by === 'other');
  const promised = when(view.promisedAt, view.now);
  if (silent && view.promise === 'missed') return [notArrived, t.asker.missed(promised), t.asker.missedTaken(agent)];
  if (silent && view.promise === 'open') return [notArrived, capital(t.asker.firstWord(agent, promised))];
  return [notArrived ?? (view.reminded ? t.asker.reminded(agent) : t.asker.theirTurn(agent))];
};

const answered = (view: AskerView, speech: Speech): Lines => {
  const { t } = speech;
  const agent = agentFirst(view, speech);
  const unhelped = view.rating === 'no' || view.rating === 'partly';
  return [
    view.talkWaits ? t.asker.talkWaits(agent) : null,
    passageLine(view.passage, agent, speech),
    unhelped ? t.asker.missing(agent) : null,
    citizen(view, speech),
  ];
};

/** The day by which the citizen hears, and on that day what to do about it. */
const citizen = (view: AskerView, { t, day }: Speech): string | null => {
  if (view.citizenHears === null) return null;
  if (isReminder(view)) return t.onBehalf.reminder.text;
  const hears = t.onBehalf.hears(day(view.citizenHears, view.now));
  return view.passOn?.reminded === false ? `${hears} ${t.onBehalf.willRemind}` : hears;
};

const closed = (view: AskerView, speech: Speech): string => {
  const { t, dayOf } = speech;
  if (view.closedAt === null || !view.may.includes('reopen-case')) return t.asker.tooOld;
  const until = new Date(view.closedAt.getTime() + MAX_DAYS_AFTER_CLOSING * 86_400_000);
  return t.asker.canReopen(view.agent === null ? null : agentFirst(view, speech), dayOf(until, view.now));
};
