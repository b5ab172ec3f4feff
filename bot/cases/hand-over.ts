import type { PersonId } from '../ids.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { coAgentOf, readableFrom, withOpen, withoutColleagues } from './invitations.ts';
import { endInvitation, invitationIn } from './invite.ts';
import { type Circumstances, type Move, updateAll } from './move.ts';
import type { Offer } from './offer.ts';
import { promiseTime } from './promise.ts';

/** The colleague does not take the case. It is no case that they let go: routing did not ask. */
export const declineHandOver = (
  c: Case,
  { reason }: MeasuredCommand<'decline-case'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const move = endInvitation(c, 'declined', context);
  return { ...move, set: { ...move.set, offers: [...c.offers, asOffer(actor, context, 'declined', reason)] } };
};

/**
 * The colleague takes the case over. They read what the asker allowed; the conversation with them begins here, with a
 * new promise when the earlier one was kept or missed. Whoever helped the agent before is thanked.
 */
export const acceptHandOver = (
  c: Case,
  { text }: MeasuredCommand<'accept-case'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const { show } = invitationIn(c);
  const isActive = c.state === 'active' || Boolean(text);
  const promised = { promise: 'open', promisedAt: promiseTime(c.today, context) } as const;
  return {
    set: {
      agent: actor,
      offers: [...c.offers, asOffer(actor, context, 'accepted')],
      ...withoutColleagues({ invitations: withOpen(c, { state: 'accepted' }) }),
      turnsFrom: c.turns.length,
      readFrom: show === 'all' ? readableFrom(c) : null,
      wordAt: context.now,
      remindedAt: null,
      askedOnAt: null,
      ...(isActive ? { state: 'active', turnOf: text?.includes('?') ? 'asker' : 'agent' } : {}),
      ...(isActive && !text && c.promise !== 'open' ? promised : {}),
    },
    ...(text ? { turn: { by: 'agent', who: actor, kind: 'reply', text } } : {}),
    events: [{ kind: 'handed-over', ...(c.agent === null ? {} : { about: c.agent }) }, { kind: 'accepted' }],
    tell: [
      text
        ? { to: c.asker, manner: 'ping', why: 'word', from: c.turns.length }
        : { to: c.asker, manner: 'quiet', why: 'handed-over' },
      ...updateAll([actor, c.agent, coAgentOf(c)]),
    ],
  };
};

const asOffer = (
  agent: PersonId,
  { now }: Circumstances,
  state: 'accepted' | 'declined',
  declined: Offer['declined'] = null,
): Offer => ({ agent, at: now, until: now, state, why: null, declined, handedOver: true });
