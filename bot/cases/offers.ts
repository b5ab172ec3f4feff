import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { chooseAgent, type Standing } from '../routing/choose-agent.ts';
import type { Case, Offer } from './case.ts';
import type { CaseStep } from './command.ts';
import type { Circumstances, Move } from './move.ts';
import { openOffer } from './rules.ts';

/** After three offers the asker is asked before more people see the case (docs/rules.md, "Offers"). */
const OFFERS_BEFORE_ASKING = 3;

/** Asks the next agent, or asks the asker how to go on; what `before` did is part of the same step. */
export const offerNext = (c: Case, before: Move, at: Circumstances): Move => {
  const offers = before.set.offers ?? c.offers;
  const sharing = before.set.sharing ?? c.sharing;
  const round = offers.slice(before.set.roundFrom ?? c.roundFrom);
  const enough = sharing === 'no' && round.length >= OFFERS_BEFORE_ASKING;
  const choice = enough ? null : chooseAgent({ ...c, not: ruledOut(c, offers, sharing, at) }, at.agents);
  if (choice === null) {
    // Nobody is left to ask: the asker's card must not go on naming whoever was asked last.
    if (sharing !== 'no')
      return before.events.length === 0
        ? before
        : { ...before, tell: [...before.tell, { to: c.asker, manner: 'quiet' }] };
    return {
      ...before,
      set: { ...before.set, sharing: 'asked' },
      events: [...before.events, { kind: 'share-asked' }],
      tell: [...before.tell, { to: c.asker, manner: 'ping' }],
    };
  }
  const offer: Offer = {
    agent: choice.agent,
    at: at.now,
    until: at.time.addMinutes(at.now, at.organisation.offerMinutes[c.today ? 'today' : 'normal']),
    state: 'open',
    why: choice.reason,
    declined: null,
  };
  return {
    ...before,
    set: { ...before.set, offers: [...offers, offer] },
    events: [...before.events, { kind: 'offered', about: choice.agent }],
    tell: [...before.tell, { to: choice.agent, manner: 'ping', from: 0 }, { to: c.asker, manner: 'quiet' }],
  };
};

/**
 * Never the asker, never anybody above them, never somebody who was asked before. Only when the asker keeps the case
 * from the common list may an agent who let it lapse, or said "not today", be asked again, after a working day.
 */
const ruledOut = (c: Case, offers: readonly Offer[], sharing: Case['sharing'], at: Circumstances): Set<PersonId> => {
  const again = (offer: Offer) =>
    sharing === 'refused' &&
    (offer.state === 'lapsed' || offer.declined === 'not-today') &&
    at.now > at.time.addDays(offer.until, 1);
  const latest = new Map(offers.map((offer) => [offer.agent, offer]));
  const asked = [...latest.values()].filter((offer) => !again(offer)).map((offer) => offer.agent);
  return new Set([c.asker, ...at.managers, ...asked]);
};

/** Agents who may see the common list: every agent but the asker and everybody above them. */
const listers = (c: Case, at: Circumstances): Standing[] =>
  at.agents.filter((agent) => agent.id !== c.asker && !at.managers.has(agent.id));

const ending = (c: Case, state: 'accepted' | 'declined' | 'lapsed', declined: Offer['declined'] = null): Offer[] =>
  c.offers.map((offer) => (offer.state === 'open' ? { ...offer, state, declined } : offer));

export const accept = (c: Case, command: CaseStep<'accept-case'>, actor: PersonId, at: Circumstances): Move => {
  const held = openOffer(c)?.agent === actor;
  const claimed: Offer = { agent: actor, at: at.now, until: at.now, state: 'accepted', why: null, declined: null };
  const others = c.sharing === 'shared' ? listers(c, at).filter((agent) => agent.id !== actor) : [];
  return {
    set: {
      state: 'active',
      agent: actor,
      offers: held ? ending(c, 'accepted') : [...ending(c, 'lapsed'), claimed],
      wordAt: at.now,
      turnOf: 'agent',
    },
    ...(command.text ? { turn: { by: 'agent', who: actor, kind: 'reply', text: command.text } } : {}),
    events: [{ kind: 'accepted' }],
    tell: [
      { to: c.asker, manner: command.text ? 'ping' : 'quiet', from: c.turns.length },
      { to: actor, manner: 'quiet' },
      ...others.map((agent) => ({ to: agent.id, manner: 'quiet' as const })),
    ],
  };
};

export const decline = (c: Case, command: CaseStep<'decline-case'>, actor: PersonId, at: Circumstances): Move =>
  offerNext(
    c,
    {
      set: { offers: ending(c, 'declined', command.reason) },
      events: [{ kind: 'declined' }],
      tell: [{ to: actor, manner: 'quiet' }],
    },
    at,
  );

/** The offer was not answered in time: it moves on. */
export const lapse = (c: Case, at: Circumstances): Move => {
  const offer = openOffer(c);
  const move: Move = {
    set: { offers: ending(c, 'lapsed') },
    events: offer ? [{ kind: 'lapsed', about: offer.agent }] : [],
    tell: offer ? [{ to: offer.agent, manner: 'quiet' }] : [],
  };
  return offerNext(c, move, at);
};

export const share = (c: Case, command: CaseStep<'share-with-all'>, at: Circumstances): Move => {
  if (command.share === 'no') {
    // A stale card: the case is being offered already, and a second open offer would shadow the first.
    if (c.sharing === 'refused') throw new Refusal('no-share-question');
    return offerNext(
      c,
      {
        set: { sharing: 'refused' },
        events: [{ kind: 'share-refused' }],
        tell: [{ to: c.asker, manner: 'quiet' }],
      },
      at,
    );
  }
  const holder = openOffer(c)?.agent;
  return {
    set: { sharing: 'shared', offers: ending(c, 'lapsed') },
    events: [{ kind: 'shared' }],
    tell: [
      { to: c.asker, manner: 'quiet' },
      ...listers(c, at)
        .filter((agent) => !agent.absent || agent.id === holder)
        .map((agent) => ({ to: agent.id, manner: 'ping' as const, from: 0 })),
    ],
  };
};

/** By when a human has written: working hours from now (the organisation's promise). */
export const promiseTime = (
  today: boolean,
  { now, time, organisation }: Pick<Circumstances, 'now' | 'time' | 'organisation'>,
): Date => time.addMinutes(now, (today ? organisation.promiseTodayHours : organisation.promiseHours) * 60);
