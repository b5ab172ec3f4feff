import type { PersonId } from '../ids.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { pingList } from './common-list.ts';
import { forNextAgent } from './ending.ts';
import { colleaguesIn } from './invitations.ts';
import { type Circumstances, type Move, updateAll } from './move.ts';
import type { Offer } from './offer.ts';
import { offerNext } from './offer-next.ts';
import { promiseTime } from './promise.ts';

/**
 * The agent gives the case back, with a reason that nobody reads (docs/rules.md, "Giving a case back"). The next agent
 * is asked and sees the dilemma alone. A case from the common list returns to it. An open promise still holds.
 */
export const giveBack = (
  c: Case,
  { reason }: MeasuredCommand<'give-back'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const held = c.offers.findLastIndex(({ agent, state }) => agent === actor && state === 'accepted');
  const offers = c.offers.map(
    (offer, i): Offer => (i === held ? { ...offer, state: 'given-back', declined: reason } : offer),
  );
  const before: Move = {
    set: {
      ...forNextAgent(c),
      offers,
      ...(c.promise === 'open' ? {} : { promise: 'open', promisedAt: promiseTime(c.today, context) }),
    },
    events: [{ kind: 'given-back' }],
    tell: [{ to: c.asker, manner: 'ping', why: 'given-back' }, ...updateAll([actor, ...colleaguesIn(c)])],
  };
  if (c.sharing !== 'shared') return offerNext(c, before, context);
  const listed = pingList({ ...c, offers, turnsFrom: c.turns.length }, context, 'listed');
  return { ...before, tell: [...before.tell, ...listed] };
};
