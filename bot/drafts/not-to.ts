import type { AgentChoice } from '../card-fields.ts';
import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';

const MAX_LEFT_OUT = 3;

/**
 * The agents whom an asker does not want asked, chosen from a list or typed by name (docs/rules.md, "Agents
 * not to ask"). @throws Refusal
 */
export const agentsLeftOut = (chosen: readonly AgentChoice[], agents: readonly Person[]): PersonId[] => {
  const choices = new Set(chosen);
  // Each may stand there as an id and as a name. More are not even looked up.
  if (choices.size > 2 * MAX_LEFT_OUT) throw new Refusal('too-many-agents', null, 'notTo');
  const ids = new Set([...choices].map((choice) => agentMeant(choice, agents)));
  if (ids.size > MAX_LEFT_OUT) throw new Refusal('too-many-agents', null, 'notTo');
  return [...ids];
};

const agentMeant = (choice: AgentChoice, agents: readonly Person[]): PersonId => {
  const chosen = agents.find(({ _id }) => _id === String(choice));
  if (chosen !== undefined) return chosen._id;
  const [named, ...namesakes] = agents.filter(({ name }) => folded(name) === folded(choice));
  if (named === undefined || namesakes.length > 0) throw new Refusal('no-such-agent', null, 'notTo');
  return named._id;
};

const folded = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('da');
