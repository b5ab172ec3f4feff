import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { chooseAgent, type Standing } from '../routing/choose-agent.ts';
import { choosePair, lackingTo } from '../routing/choose-pair.ts';
import type { Case, Offer } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import type { Circumstances, Move } from './move.ts';
import { offerEnd, promiseTime } from './promise.ts';
import { readersOf } from './readers.ts';
import { openOffer, saidNo } from './rules.ts';

/** After this many offers, the asker decides whether more people may see the case (docs/rules.md, "Offers"). */
const MAX_OFFERS_BEFORE_ASKING = 3;

/** Whether an offer was a question to somebody. One that never arrived was none, and one given back was said yes to. */
export const wasAsked = ({ state }: Pick<Offer, 'state'>): boolean => state !== 'undelivered' && state !== 'given-back';

/** Everybody whom an offer names. */
export const agentsIn = ({ agent, pair }: Offer): PersonId[] =>
  pair === undefined || pair.agent === null ? [agent] : [agent, pair.agent];

/** Extends the move `before` by an offer to the next agent, or by asking the asker how to go on. */
export const offerNext = (c: Case, before: Move, context: Circumstances): Move => {
  const offers = before.set.offers ?? c.offers;
  const sharing = before.set.sharing ?? c.sharing;
  const round = offers.slice(before.set.roundFrom ?? c.roundFrom);
  const enough = sharing === 'no' && round.filter(wasAsked).length >= MAX_OFFERS_BEFORE_ASKING;
  const not = excludedAgents(c, offers, sharing, context);
  const choice = enough ? null : chooseAgent({ ...c, notFrom: c.anonymous ? c.unit : null, not }, context.agents);
  if (choice === null) {
    const isLooking = before.events.length === 0;
    // Nobody is left to ask, so the asker's card must stop naming the agent who was asked last.
    if (sharing !== 'no')
      return isLooking ? before : { ...before, tell: [...before.tell, { to: c.asker, manner: 'quiet' }] };
    // To show the case to all would show it to nobody: it waits for the first agent who can be asked.
    if (readersOf({ asker: c.asker, managers: context.managers }, context.agents).length === 0) {
      if (isLooking) return before;
      const tell: Move['tell'] = [...before.tell, { to: c.asker, manner: 'quiet' }];
      return { ...before, events: [...before.events, { kind: 'nobody-there' }], tell };
    }
    return {
      ...before,
      set: { ...before.set, sharing: 'asked' },
      events: [...before.events, { kind: 'share-asked' }],
      tell: [...before.tell, { to: c.asker, manner: 'ping', why: 'share-asked' }],
    };
  }
  const offer: Offer = {
    agent: choice.agent,
    at: context.now,
    until: offerEnd(c.today, context),
    state: 'open',
    why: choice.reason,
    ...pairFor(c, choice.agent, not, context),
    declined: null,
  };
  return {
    ...before,
    set: { ...promiseIfNone(c, context), ...before.set, offers: [...offers, offer] },
    events: [...before.events, { kind: 'offered', about: choice.agent }],
    tell: [
      ...before.tell,
      { to: choice.agent, manner: 'ping', why: 'offered', from: before.set.turnsFrom ?? c.turnsFrom },
      { to: c.asker, manner: 'quiet' },
    ],
  };
};

/**
 * The colleague to suggest beside the agent. With an anonymous asker nobody is named: whoever is missing among the
 * suggestions would tell who asks (docs/rules.md, "Anonymity").
 */
const pairFor = (
  c: Case,
  agent: PersonId,
  not: ReadonlySet<PersonId>,
  { agents }: Circumstances,
): Pick<Offer, 'pair'> => {
  const lead = agents.find(({ id }) => id === agent);
  const needs = lead === undefined ? [] : lackingTo(c, lead);
  if (needs.length === 0) return {};
  return {
    pair: c.anonymous ? { agent: null, needs } : choosePair({ ...c, not: new Set([...not, agent]) }, needs, agents),
  };
};

/**
 * Agents who must not be asked: the asker, all managers above them, and everybody who was asked before. After a working
 * day, an agent whom an offer did not reach may be asked again; if the asker refused the common list, also one who let
 * an offer lapse. Who said no is not asked again.
 */
const excludedAgents = (
  c: Case,
  offers: readonly Offer[],
  sharing: Case['sharing'],
  context: Circumstances,
): Set<PersonId> => {
  const mayAskAgain = (offer: Offer) =>
    (offer.state === 'undelivered' || (offer.state === 'lapsed' && sharing === 'refused')) &&
    context.now > context.time.addDays(offer.until, 1);
  const latest = new Map(offers.map((offer) => [offer.agent, offer]));
  const asked = [...latest.values()]
    .filter((offer) => !mayAskAgain(offer) || saidNo(offers, offer.agent))
    .map((offer) => offer.agent);
  return new Set([c.asker, ...context.managers, ...asked]);
};

/** Agents who see this case on the common list: all except the asker, the managers above them, and who said no. */
const agentsWithList = (c: Pick<Case, 'asker' | 'offers'>, context: Circumstances): Standing[] =>
  context.agents.filter(
    (agent) => agent.id !== c.asker && !context.managers.has(agent.id) && !saidNo(c.offers, agent.id),
  );

/** Pings the agents who are here and can take a case from the common list. */
export const pingList = (
  c: Pick<Case, 'asker' | 'offers' | 'turnsFrom'>,
  context: Circumstances,
  why: 'listed' | 'list-reminder',
  also: PersonId | null = null,
): Move['tell'] =>
  agentsWithList(c, context)
    .filter((agent) => agent.reachable && (!agent.absent || agent.id === also))
    .map((agent) => ({ to: agent.id, manner: 'ping' as const, why, from: c.turnsFrom }));

const endOpenOffer = (
  c: Pick<Case, 'offers'>,
  state: Exclude<Offer['state'], 'open' | 'given-back'>,
  declined: Offer['declined'] = null,
): Offer[] => c.offers.map((offer) => (offer.state === 'open' ? { ...offer, state, declined } : offer));

export const accept = (
  c: Case,
  command: MeasuredCommand<'accept-case'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const held = openOffer(c)?.agent === actor;
  const claimed: Offer = {
    agent: actor,
    at: context.now,
    until: context.now,
    state: 'accepted',
    why: null,
    declined: null,
  };
  const others = c.sharing === 'shared' ? agentsWithList(c, context).filter((agent) => agent.id !== actor) : [];
  return {
    set: {
      state: 'active',
      agent: actor,
      offers: held ? endOpenOffer(c, 'accepted') : [...endOpenOffer(c, 'lapsed'), claimed],
      wordAt: context.now,
      // A question is the asker's to answer; a line such as "Jeg ringer i morgen" leaves it with the agent.
      turnOf: command.text?.includes('?') ? 'asker' : 'agent',
      ...WAITS_NO_MORE,
      ...(command.text && c.promise === 'none' ? { promise: 'kept' } : promiseIfNone(c, context)),
    },
    ...(command.text ? { turn: { by: 'agent', who: actor, kind: 'reply', text: command.text } } : {}),
    events: [{ kind: 'accepted' }],
    tell: [
      command.text
        ? { to: c.asker, manner: 'ping', why: 'word', from: c.turns.length }
        : { to: c.asker, manner: 'quiet', from: c.turns.length },
      { to: actor, manner: 'quiet' },
      ...others.map((agent) => ({ to: agent.id, manner: 'quiet' as const })),
    ],
  };
};

export const decline = (
  c: Case,
  command: MeasuredCommand<'decline-case'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  if (openOffer(c)?.agent !== actor) return leaveList(c, command, actor, context);
  return offerNext(
    c,
    {
      set: { offers: endOpenOffer(c, 'declined', command.reason) },
      events: [{ kind: 'declined' }],
      tell: [{ to: actor, manner: 'quiet' }],
    },
    context,
  );
};

/** Whoever says no on the common list neither sees the case there any more nor hears of it again. */
const leaveList = (
  c: Case,
  { reason }: MeasuredCommand<'decline-case'>,
  agent: PersonId,
  { now }: Circumstances,
): Move => ({
  set: { offers: [...c.offers, { agent, at: now, until: now, state: 'declined', why: null, declined: reason }] },
  events: [{ kind: 'declined' }],
  tell: [{ to: agent, manner: 'quiet' }],
});

/** Ends an offer that was not answered in time, or never reached its agent, and moves on. */
export const lapse = (c: Case, context: Circumstances, state: 'lapsed' | 'undelivered' = 'lapsed'): Move => {
  const offer = openOffer(c);
  const move: Move = {
    set: { offers: endOpenOffer(c, state) },
    events: offer ? [{ kind: state, about: offer.agent }] : [],
    tell: offer ? [{ to: offer.agent, manner: 'quiet' }] : [],
  };
  return offerNext(c, move, context);
};

export const share = (c: Case, command: MeasuredCommand<'share-with-all'>, context: Circumstances): Move => {
  if (command.share === 'no') {
    // A stale card: the case is already being offered, and a second open offer would hide the first.
    if (c.sharing === 'refused') throw new Refusal('no-share-question');
    return offerNext(
      c,
      {
        set: { sharing: 'refused', ...WAITS_NO_MORE },
        events: [{ kind: 'share-refused' }],
        tell: [{ to: c.asker, manner: 'quiet' }],
      },
      context,
    );
  }
  const holder = openOffer(c)?.agent;
  return {
    set: { sharing: 'shared', offers: endOpenOffer(c, 'lapsed'), ...WAITS_NO_MORE },
    events: [{ kind: 'shared' }],
    tell: [{ to: c.asker, manner: 'quiet' }, ...pingList(c, context, 'listed', holder ?? null)],
  };
};

/** A new wait begins, or none: reminders start over. */
const WAITS_NO_MORE = { waitRemindedAt: null, humanToldAt: null } as const;

/** The promise of a case that had none, now that somebody can keep it. */
const promiseIfNone = (
  c: Case,
  context: Circumstances,
): Pick<Case, 'promise' | 'promisedAt'> | Record<string, never> =>
  c.promise === 'none' ? { promise: 'open', promisedAt: promiseTime(c.today, context) } : {};
