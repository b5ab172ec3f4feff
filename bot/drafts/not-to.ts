import type { PersonChoice } from '../card-fields.ts';
import type { PersonId } from '../ids.ts';
import { agentMeant } from '../people/agent-meant.ts';
import type { Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';

const MAX_LEFT_OUT = 3;

/**
 * The agents whom an asker does not want asked, chosen from a list or typed by name (docs/rules.md, "Agents
 * not to ask"). @throws Refusal
 */
export const agentsLeftOut = (chosen: readonly PersonChoice[], agents: readonly Person[]): PersonId[] => {
  const choices = new Set(chosen);
  // Each may stand there as an id and as a name. More are not even looked up.
  if (choices.size > 2 * MAX_LEFT_OUT) throw new Refusal('too-many-agents', null, 'notTo');
  const known = agents.map(({ _id, name }) => ({ id: _id, name }));
  const ids = new Set([...choices].map((choice) => agentMeant(choice, known, 'notTo')));
  if (ids.size > MAX_LEFT_OUT) throw new Refusal('too-many-agents', null, 'notTo');
  return [...ids];
};
