import type { PersonId } from '../ids.ts';
import type { Case, Offer } from './case.ts';

export const openOffer = (c: Pick<Case, 'offers'>) => c.offers.find((offer) => offer.state === 'open') ?? null;

/** Whether this agent declined the case or gave it back: then they are not asked again, also not by the common list. */
export const saidNo = (offers: readonly Offer[], person: PersonId): boolean =>
  offers.some(({ agent, state }) => agent === person && (state === 'declined' || state === 'given-back'));

/**
 * Whether an offer was a question that routing asked. One that never arrived was none, one given back was said yes to,
 * and a case that was handed over came from a colleague.
 */
export const wasAsked = ({ state, handedOver }: Pick<Offer, 'state' | 'handedOver'>): boolean =>
  state !== 'undelivered' && state !== 'given-back' && handedOver !== true;

/** Everybody whom an offer names. */
export const agentsIn = ({ agent, pair }: Offer): PersonId[] =>
  pair === undefined || pair.agent === null ? [agent] : [agent, pair.agent];
