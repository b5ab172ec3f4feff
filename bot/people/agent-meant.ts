import type { PersonChoice } from '../card-fields.ts';
import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/**
 * The agent whom somebody chose from a list, or typed by name.
 * @param field the field it is about
 * @throws Refusal no-such-agent, also when two agents share the name
 */
export const agentMeant = (
  choice: PersonChoice,
  agents: readonly { id: PersonId; name: string }[],
  field: string,
): PersonId => {
  const chosen = agents.find(({ id }) => id === String(choice));
  if (chosen !== undefined) return chosen.id;
  const [named, ...namesakes] = agents.filter(({ name }) => folded(name) === folded(choice));
  if (named === undefined || namesakes.length > 0) throw new Refusal('no-such-agent', null, field);
  return named.id;
};

const folded = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('da');
