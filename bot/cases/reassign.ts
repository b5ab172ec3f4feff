import type { PersonId } from '../ids.ts';
import { lapse } from './answer-offer.ts';
import type { Case, CaseChange } from './case.ts';
import { leaveCoAgent } from './co-agent.ts';
import { askAnother } from './ending.ts';
import { lapseIntroduction } from './introducing.ts';
import { openIntroduction } from './introduction.ts';
import { coAgentOf, openInvitation } from './invitations.ts';
import { endInvitation } from './invite.ts';
import { type Circumstances, finish, type Move } from './move.ts';
import { openOffer } from './offer.ts';

type Reassigned = { did: 'offers-moved-on' | 'cases-handed-on' | 'introduction-lapsed'; change: CaseChange };

/**
 * Takes a case from an agent who left. An offer they hold moves to the next agent; a case they have goes back to
 * waiting, and the asker is told; one that was to be handed over to them, or that
 * they helped with, stays with its agent, and an introduction to them does not come off. Null when they no longer have a part in the case, so repeating it does nothing.
 */
export const reassign = (c: Case, leaver: PersonId, context: Circumstances): Reassigned | null => {
  const others: Circumstances = { ...context, agents: context.agents.filter((agent) => agent.id !== leaver) };
  if (c.state === 'waiting' && openOffer(c)?.agent === leaver) {
    const move = lapse(c, others);
    return {
      did: 'offers-moved-on',
      change: finish(c, { ...move, tell: move.tell.filter(({ to }) => to !== leaver) }, context),
    };
  }
  const move = stepAside(c, leaver, others);
  if (move !== null) {
    return {
      did: 'offers-moved-on',
      change: finish(c, { ...move, tell: move.tell.filter(({ to }) => to !== leaver) }, context),
    };
  }
  const introduction = openIntroduction(c);
  if (introduction?.who === leaver && introduction.state === 'colleague') {
    const move = lapseIntroduction(c);
    const others = move?.tell.filter(({ to }) => to !== leaver) ?? [];
    return move && { did: 'introduction-lapsed', change: finish(c, { ...move, tell: others }, context) };
  }
  if (c.state !== 'active' || c.agent !== leaver) return null;
  const next = askAnother(c, others);
  const [, ...after] = next.events;
  return {
    did: 'cases-handed-on',
    change: finish(
      c,
      {
        ...next,
        events: [{ kind: 'agent-left', about: leaver }, ...after],
        tell: [
          { to: c.asker, manner: 'ping', why: 'agent-left' },
          ...next.tell.filter(({ to }) => to !== leaver && to !== c.asker),
        ],
      },
      context,
    ),
  };
};

/** They are asked to take part no more, and help no more; null when they neither were nor did. */
const stepAside = (c: Case, leaver: PersonId, context: Circumstances): Move | null => {
  if (c.agent === leaver || (c.state !== 'active' && c.state !== 'answered')) return null;
  if (openInvitation(c)?.to === leaver) return endInvitation(c, 'over', context);
  return coAgentOf(c) === leaver ? leaveCoAgent(c, leaver) : null;
};
