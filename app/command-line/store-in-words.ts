import { resolve } from 'node:path';
import { withoutOptions } from '../../adapters/store/mongodb/uri.ts';
import type { Environment } from '../settings/config.ts';
import { givenIn } from '../settings/given.ts';

const HOSTS = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?(?:,(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?)*$/iu;

/** Which store a command uses: the whole path of the folder, or MongoDB's hosts and database, never user or password. */
export const storeInWords = (env: Environment): string => {
  const given = givenIn(env);
  const uri = given('MONGODB_URI');
  if (uri === null) return `the folder ${resolve(given('DATA_DIR') ?? './data')}`;
  // A password may hold what it should not, so only what comes after the last @ is looked at.
  const place = /^mongodb(?:\+srv)?:\/\/(?:.*@)?([^/?@]*)(?:\/([^/?]*))?(?:\?.*)?$/su.exec(withoutOptions(uri));
  const [, hosts = '', database = ''] = place ?? [];
  if (!HOSTS.test(hosts) || !/^[\w-]*$/.test(database)) return 'the database of MONGODB_URI';
  return `the MongoDB database ${database || 'sammen'} on ${hosts}`;
};
