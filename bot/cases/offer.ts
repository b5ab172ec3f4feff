import type { PersonId } from '../ids.ts';
import type { Reason } from '../routing/choose-agent.ts';
import type { Pair } from '../routing/choose-pair.ts';
import type { DeclineReason } from '../words.ts';
import type { Case } from './case.ts';

/** Asks one agent whether they will take the case. */
export type Offer = {
  agent: PersonId;
  at: Date;
  /** If nobody answers by then, the offer moves on to the next agent. */
  until: Date;
  /** `given-back`: they took the case and gave it back. `undelivered`: it never reached them. */
  state: 'open' | 'accepted' | 'declined' | 'lapsed' | 'given-back' | 'undelivered';
  /** Why this agent was chosen; null when they claimed the case from the common list. */
  why: Reason | null;
  /** What they lack of law and money, and who could be their co-agent; missing when they lack nothing. */
  pair?: Pair;
  /** Why they said no or gave the case back: a code, never a text, and shown to nobody. */
  declined: DeclineReason | null;
  /** The case was handed over to them, or was to be: routing did not ask, and it counts among no three offers. */
  handedOver?: true;
};

/** The offer that waits for an answer; null when none does. */
export const openOffer = (c: Pick<Case, 'offers'>): Offer | null =>
  c.offers.find((offer) => offer.state === 'open') ?? null;

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
