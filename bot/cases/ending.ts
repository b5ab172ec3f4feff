import type { Case, CaseFields } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { colleaguesIn, withoutColleagues, withoutInvitations } from './invitations.ts';
import { type Circumstances, type Move, updateAll } from './move.ts';
import type { Offer } from './offer.ts';
import { openOffer } from './offer.ts';
import { offerNext } from './offer-next.ts';
import { promiseTime } from './promise.ts';
import { speak } from './talking.ts';

export const close = (c: Case, context: Circumstances): Move => ({
  set: { state: 'closed', closedAt: context.now, ...withoutInvitations(c) },
  events: [{ kind: 'closed' }],
  tell: updateAll([c.asker, c.agent, ...colleaguesIn(c)], 'closed'),
});

export const reopen = (c: Case, command: MeasuredCommand<'reopen-case'>): Move =>
  speak(c, c.asker, 'reply', command.text, 'reopened');

/** The asker withdraws the case. Cards of everybody who had it, was asked, or saw it listed change without a ping. */
export const withdraw = (c: Case, context: Circumstances): Move => {
  const saw = c.sharing === 'shared' && c.agent === null ? context.agents.map((agent) => agent.id) : [];
  return {
    set: {
      state: 'withdrawn',
      closedAt: context.now,
      offers: c.offers.map((offer): Offer => (offer.state === 'open' ? { ...offer, state: 'lapsed' } : offer)),
      ...withoutColleagues(c),
    },
    events: [{ kind: 'withdrawn' }],
    tell: updateAll(
      [c.asker, c.agent, openOffer(c)?.agent ?? null, ...colleaguesIn(c), ...saw.filter((id) => id !== c.asker)],
      'withdrawn',
    ),
  };
};

/**
 * The next agent starts from the dilemma alone: neither the conversation nor an earlier answer is theirs, nor a step that
 * was proposed with it. A step that the asker took on, or dropped, stays the asker's.
 */
export const forNextAgent = (c: Case): Partial<CaseFields> => ({
  state: 'waiting',
  agent: null,
  turnsFrom: c.turns.length,
  ...(c.readFrom == null ? {} : { readFrom: null }),
  ...withoutColleagues(c),
  answer: null,
  rating: null,
  ...(c.step?.state === 'proposed' ? { step: null } : {}),
  proposal: null,
  turnOf: 'agent',
  remindedAt: null,
  askedOnAt: null,
  waitRemindedAt: null,
  humanToldAt: null,
});

/** The agent went silent and the asker wants another: starts a new round of offers with a new promise. */
export const askAnother = (c: Case, context: Circumstances): Move => {
  const before: Move = {
    set: {
      ...forNextAgent(c),
      sharing: 'no',
      roundFrom: c.offers.length,
      promise: 'open',
      promisedAt: promiseTime(c.today, context),
    },
    events: [{ kind: 'sent-on' }],
    tell: updateAll([c.asker, c.agent, ...colleaguesIn(c)]),
  };
  return offerNext(c, before, context);
};
