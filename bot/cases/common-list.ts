import type { PersonId } from '../ids.ts';
import type { Standing } from '../routing/choose-agent.ts';
import type { Case } from './case.ts';
import { whoKnowTheName } from './introduction.ts';
import type { Circumstances, Move } from './move.ts';
import { saidNo } from './rules.ts';

type Listing = Pick<Case, 'asker' | 'anonymous' | 'offers' | 'introductions'>;

/**
 * Agents who see this case on the common list: all except the asker, the managers above them, who said no, and who knows
 * an anonymous asker's name.
 */
export const agentsWithList = (c: Listing, context: Circumstances): Standing[] => {
  const not = new Set([c.asker, ...context.managers, ...whoKnowTheName(c)]);
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
