import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { agentsWithList, pingList } from './common-list.ts';
import type { Circumstances, Move } from './move.ts';
import type { Offer } from './offer.ts';
import { openOffer } from './offer.ts';
import { offerNext, promiseIfNone } from './offer-next.ts';

/** A new wait begins, or none: reminders start over. */
const WAITS_NO_MORE = { waitRemindedAt: null, humanToldAt: null } as const;

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
