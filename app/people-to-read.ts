import { openPeople } from '../adapters/store/people.ts';
import type { Person } from '../bot/people/person.ts';
import { databaseToRead } from './open-database.ts';
import type { Environment } from './settings/config.ts';

/** Everybody in the store, read from a copy, so that it works while Sammen runs. None where there is no store yet. */
export const peopleToRead = async (env: Environment): Promise<Person[]> => {
  const copy = await databaseToRead(env);
  if (copy === null) return [];
  try {
    return await (await openPeople(copy)).all();
  } finally {
    await copy.close();
  }
};
