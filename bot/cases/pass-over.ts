import type { CaseId, PersonId } from '../ids.ts';
import { lapse } from './answer-offer.ts';
import { type TransitionDeps, tickCase } from './change-case.ts';
import { lapseIntroduction } from './introducing.ts';
import { openIntroduction } from './introduction.ts';
import { invitedColleague } from './invitations.ts';
import { endInvitation } from './invite.ts';
import { finish } from './move.ts';
import { openOffer } from './offer.ts';

/**
 * An offer could not be delivered: the next agent is asked at once. The agent it was for is not blamed, and the offer
 * does not count among the three. A case that was to be handed over stays with its agent, nobody is invited, and an
 * introduction lapses. Safe to repeat: only what is still open moves on.
 */
export const passOver = (id: CaseId, agent: PersonId, deps: TransitionDeps): Promise<'passed-over' | null> =>
  tickCase(
    id,
    (c, context) => {
      if (invitedColleague(c) === agent)
        return { did: 'passed-over', change: finish(c, endInvitation(c, 'over', context), context) };
      const introduction = openIntroduction(c);
      if (introduction?.state === 'colleague' && introduction.who === agent) {
        const lapsed = lapseIntroduction(c);
        return lapsed === null ? null : { did: 'passed-over', change: finish(c, lapsed, context) };
      }
      if (c.state !== 'waiting' || openOffer(c)?.agent !== agent) return null;
      const others = { ...context, agents: context.agents.filter((other) => other.id !== agent) };
      return { did: 'passed-over', change: finish(c, lapse(c, others, 'undelivered'), context) };
    },
    deps,
  );
