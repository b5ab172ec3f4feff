import type { PersonId } from '../ids.ts';
import { lapse } from './answer-offer.ts';
import type { Case, CaseChange } from './case.ts';
import { askAnother } from './ending.ts';
import { dropInvitation } from './hand-over.ts';
import { lapseIntroduction } from './introducing.ts';
import { openIntroduction } from './introduction.ts';
import { openInvitation } from './invitations.ts';
import { type Circumstances, finish } from './move.ts';
import { openOffer } from './rules.ts';

type Reassigned = { did: 'offers-moved-on' | 'cases-handed-on' | 'introduction-lapsed'; change: CaseChange };

/**
 * Takes a case from an agent who left. An offer they hold moves to the next agent; a case they have goes back to
 * waiting, and the asker is told; one that was to be handed over to them stays with its agent, and an introduction to
 * them does not come off. Null when they no longer have a part in the case, so repeating it does nothing.
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
  if (openInvitation(c)?.to === leaver && c.agent !== leaver) {
    const move = dropInvitation(c, others);
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
  const move = askAnother(c, others);
  const [, ...after] = move.events;
  return {
    did: 'cases-handed-on',
    change: finish(
      c,
      {
        ...move,
        events: [{ kind: 'agent-left', about: leaver }, ...after],
        tell: [
          { to: c.asker, manner: 'ping', why: 'agent-left' },
          ...move.tell.filter(({ to }) => to !== leaver && to !== c.asker),
        ],
      },
      context,
    ),
  };
};
