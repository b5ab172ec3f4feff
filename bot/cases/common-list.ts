import type { PersonId } from '../ids.ts';
import type { Standing } from '../routing/choose-agent.ts';
import type { Case } from './case.ts';
import type { Circumstances, Move } from './move.ts';
import { saidNo } from './offer.ts';
import { neverReaders } from './shut-out.ts';

type Listing = Pick<Case, 'asker' | 'anonymous' | 'offers' | 'introductions'>;

/** The agents who see this case on the common list: all who may read it and have not said no to it. */
export const agentsWithList = (c: Listing, context: Circumstances): Standing[] => {
  const not = neverReaders(c, context.managers);
  return context.agents.filter(({ id }) => !not.has(id) && !saidNo(c.offers, id));
};

/** Pings the agents who are here and can take a case from the common list. */
export const pingList = (
  c: Listing & Pick<Case, 'turnsFrom'>,
  context: Circumstances,
  why: 'listed' | 'list-reminder',
  also: PersonId | null = null,
): Move['tell'] =>
  agentsWithList(c, context)
    .filter((agent) => agent.reachable && (!agent.absent || agent.id === also))
    .map((agent) => ({ to: agent.id, manner: 'ping' as const, why, from: c.turnsFrom }));
