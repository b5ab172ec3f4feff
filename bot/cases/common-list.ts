import type { PersonId } from '../ids.ts';
import type { Standing } from '../routing/choose-agent.ts';
import type { Case } from './case.ts';
import type { Circumstances, Move } from './move.ts';
import { saidNo } from './rules.ts';

/** Agents who see this case on the common list: all except the asker, the managers above them, and who said no. */
export const agentsWithList = (c: Pick<Case, 'asker' | 'offers'>, context: Circumstances): Standing[] =>
  context.agents.filter(
    (agent) => agent.id !== c.asker && !context.managers.has(agent.id) && !saidNo(c.offers, agent.id),
  );

/** Pings the agents who are here and can take a case from the common list. */
export const pingList = (
  c: Pick<Case, 'asker' | 'offers' | 'turnsFrom'>,
  context: Circumstances,
  why: 'listed' | 'list-reminder',
  also: PersonId | null = null,
): Move['tell'] =>
  agentsWithList(c, context)
    .filter((agent) => agent.reachable && (!agent.absent || agent.id === also))
    .map((agent) => ({ to: agent.id, manner: 'ping' as const, why, from: c.turnsFrom }));
