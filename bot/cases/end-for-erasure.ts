import type { PersonId } from '../ids.ts';
import type { People } from '../people/port.ts';
import { resolveJoined } from '../people/resolve-joined.ts';
import type { Case, CaseChange } from './case.ts';
import { close, withdraw } from './ending.ts';
import { type Circumstances, finish } from './move.ts';

/** Whether this asker said yes to being erased: from then on nobody is asked about their cases, or reminded of them. */
export const isBeingErased = async (asker: PersonId, people: Pick<People, 'get'>): Promise<boolean> => {
  const person = await people.get(asker);
  return person !== null && (await resolveJoined(person, people)).forgetting !== undefined;
};

/**
 * Ends the case of an asker who is being erased: closes an answered one, because the answer is somebody else's work, and
 * withdraws the others. Null when it has ended.
 */
export const endForErasure = (c: Case, context: Circumstances): CaseChange | null => {
  if (c.state === 'closed' || c.state === 'withdrawn') return null;
  const move = c.state === 'answered' ? close(c, context) : withdraw(c, context);
  return finish(c, { ...move, tell: move.tell.filter(({ to }) => to !== c.asker) }, context);
};
