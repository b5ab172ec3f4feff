import type { PersonId } from '../../ids.ts';
import type { Person } from '../../people/person.ts';
import type { AccountsDeps } from '../deps.ts';

/** People merged into this one, directly or through others. */
export const joinedTo = async (id: PersonId, { people }: Pick<AccountsDeps, 'people'>): Promise<Person[]> => {
  const joined: Person[] = [];
  for (const ids = [id]; ids.length > 0; ) {
    const next = await people.joinedTo(ids.pop() ?? id);
    joined.push(...next);
    ids.push(...next.map(({ _id }) => _id));
  }
  return joined;
};

/** Notes in the register that a marked person is erased, with everybody merged into them. Safe to repeat. */
export const noteErasure = async (
  { _id, left }: Pick<Person, '_id' | 'left'>,
  deps: Pick<AccountsDeps, 'people' | 'erasures'>,
): Promise<void> => {
  if (left === null) return;
  await deps.erasures.note([_id, ...(await joinedTo(_id, deps)).map((joined) => joined._id)], left);
};
