import type { PersonId } from '../ids.ts';
import type { Drafts } from './port.ts';

const tails = new WeakMap<Drafts, Map<PersonId, Promise<unknown>>>();

/**
 * Runs `work` after all earlier work for this person in this process. Ten lines at once would otherwise conflict more
 * often than a write is tried; other processes are met by the revision.
 */
export const inTurn = async <T>(person: PersonId, drafts: Drafts, work: () => Promise<T>): Promise<T> => {
  const all = tails.get(drafts) ?? new Map<PersonId, Promise<unknown>>();
  tails.set(drafts, all);
  const result = (all.get(person) ?? Promise.resolve()).then(work);
  const tail = result.catch(() => undefined);
  all.set(person, tail);
  try {
    return await result;
  } finally {
    if (all.get(person) === tail) all.delete(person);
  }
};
