import { byName } from '../by-name.ts';
import type { PersonId } from '../ids.ts';
import type { Person } from './person.ts';

/** The agents to choose from, by name; `many` when their names are typed instead. */
export type AgentsToChoose = readonly { id: PersonId; name: string }[] | 'many';

/** A longer list is one that nobody reads, and Slack's selects end at a hundred: then names are typed. */
const MAX_LISTED = 25;

/** Every agent but the reader: the list depends on nobody else, least of all on who asked. */
export const agentsToChoose = ({ _id }: Pick<Person, '_id'>, agents: readonly Person[]): AgentsToChoose => {
  const others = agents.filter((agent) => agent._id !== _id).map((agent) => ({ id: agent._id, name: agent.name }));
  return others.length > MAX_LISTED ? 'many' : others.sort(byName);
};
