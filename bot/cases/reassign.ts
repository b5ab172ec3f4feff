import type { PersonId } from '../ids.ts';
import type { Case, CaseChange } from './case.ts';
import { askAnother } from './ending.ts';
import { type Circumstances, finish } from './move.ts';
import { lapse } from './offers.ts';
import { openOffer } from './rules.ts';

type Reassigned = { did: 'offers-moved-on' | 'cases-handed-on'; change: CaseChange };

/**
 * An agent left: an offer they hold goes to the next, a case they have goes back to waiting, and its asker is told
 * plainly. Null when the case has nothing to do with them any more, so doing it again does nothing.
 */
export const reassign = (c: Case, leaver: PersonId, at: Circumstances): Reassigned | null => {
  const others: Circumstances = { ...at, agents: at.agents.filter((agent) => agent.id !== leaver) };
  if (c.state === 'waiting' && openOffer(c)?.agent === leaver) {
    const move = lapse(c, others);
    return {
      did: 'offers-moved-on',
      change: finish(c, { ...move, tell: move.tell.filter(({ to }) => to !== leaver) }, at),
    };
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
        tell: [{ to: c.asker, manner: 'ping' }, ...move.tell.filter(({ to }) => to !== leaver && to !== c.asker)],
      },
      at,
    ),
  };
};
