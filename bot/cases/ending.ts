import type { PersonId } from '../ids.ts';
import type { Case, Offer } from './case.ts';
import type { CaseStep } from './command.ts';
import { type Circumstances, type Move, tellAll } from './move.ts';
import { offerNext, promiseTime } from './offers.ts';
import { openOffer } from './rules.ts';
import { word } from './talking.ts';

const quietly = (people: readonly (PersonId | null)[]): Move['tell'] => tellAll(people, 'quiet');

export const close = (c: Case, at: Circumstances): Move => ({
  set: { state: 'closed', closedAt: at.now },
  events: [{ kind: 'closed' }],
  tell: quietly([c.asker, c.agent]),
});

export const reopen = (c: Case, command: CaseStep<'reopen-case'>): Move =>
  word(c, c.asker, 'reply', command.text, 'reopened');

/** The asker takes the case back. Whoever had it, was asked, or saw it on the common list is told without a ping. */
export const withdraw = (c: Case, at: Circumstances): Move => {
  const saw = c.sharing === 'shared' && c.agent === null ? at.agents.map((agent) => agent.id) : [];
  return {
    set: {
      state: 'withdrawn',
      closedAt: at.now,
      offers: c.offers.map((offer): Offer => (offer.state === 'open' ? { ...offer, state: 'lapsed' } : offer)),
    },
    events: [{ kind: 'withdrawn' }],
    tell: quietly([c.asker, c.agent, openOffer(c)?.agent ?? null, ...saw.filter((id) => id !== c.asker)]),
  };
};

/** The agent fell silent and the asker wants another one: a new round of offers, and a new promise. */
export const askAnother = (c: Case, at: Circumstances): Move => {
  const before: Move = {
    set: {
      state: 'waiting',
      agent: null,
      sharing: 'no',
      roundFrom: c.offers.length,
      turnsFrom: c.turns.length,
      promise: 'open',
      promisedAt: promiseTime(c.today, at),
      turnOf: 'agent',
      remindedAt: null,
      askedOnAt: null,
    },
    events: [{ kind: 'sent-on' }],
    tell: quietly([c.asker, c.agent]),
  };
  return offerNext(c, before, at);
};
