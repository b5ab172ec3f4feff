import type { PersonId } from '../ids.ts';
import { chooseAgent } from '../routing/choose-agent.ts';
import { choosePair, lackingTo } from '../routing/choose-pair.ts';
import type { Case } from './case.ts';
import type { Circumstances, Move } from './move.ts';
import type { Offer } from './offer.ts';
import { saidNo, wasAsked } from './offer.ts';
import { offerEnd, promiseTime } from './promise.ts';
import { readersOf } from './readers.ts';
import { neverReaders } from './shut-out.ts';

/** After this many offers, the asker decides whether more people may see the case (docs/rules.md, "Offers"). */
const MAX_OFFERS_BEFORE_ASKING = 3;

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
 * Agents who must not be asked: who may never read the case, and everybody who was asked before. After a working
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
  return new Set([...neverReaders(c, context.managers), ...asked]);
};

/** The promise of a case that had none, now that somebody can keep it. */
export const promiseIfNone = (
  c: Case,
  context: Circumstances,
): Pick<Case, 'promise' | 'promisedAt'> | Record<string, never> =>
  c.promise === 'none' ? { promise: 'open', promisedAt: promiseTime(c.today, context) } : {};
