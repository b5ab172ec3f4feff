import { tryFolder } from '../../adapters/store/embedded/try-folder.ts';
import { readMark } from '../../adapters/store/mark-store.ts';
import type { Rights } from '../../adapters/store/mongodb/rights.ts';
import { tryKeys } from '../../adapters/store/store-keys.ts';
import { MendableError } from '../../bot/mendable-error.ts';
import { SECOND } from '../../bot/time/units.ts';
import { storeInWords } from '../command-line/store-in-words.ts';
import { faultInWords } from '../fault-in-words.ts';
import { databaseToRead } from '../open-database.ts';
import type { Environment } from '../settings/config.ts';
import { secretsOf, storeSettings } from '../settings/store-settings.ts';
import { declaredIndexes } from './declared-indexes.ts';
import { type Finding, findingsAbout } from './finding.ts';

const { ok, warn, fail } = findingsAbout('store');
const START_WITHIN_MS = 3 * SECOND;
const LOW_ON_DISK_BYTES = 1024 ** 3;

/** Whether the store can be opened, written and brought up to date. It writes nothing. */
export const checkStore = async (env: Environment): Promise<Finding[]> => {
  const { mongodbUri, dataDir } = storeSettings(env);
  try {
    const rights = mongodbUri === null ? await checkFolder(dataDir) : [await checkRights(mongodbUri)];
    return [...rights, ...(await checkMark(env, mongodbUri))];
  } catch (error) {
    return [fail(faultInWords(error))];
  }
};

/** What `start` would say of the store: its kind, its version, and whether the secrets fit. */
const checkMark = async (env: Environment, mongodbUri: string | null): Promise<Finding[]> => {
  const where = storeInWords(env);
  const copy = await databaseToRead(env);
  if (copy === null) return [ok(`there is none in ${where} yet; the first start makes it`)];
  try {
    const due = await readMark(copy, storeSettings(env).sandbox ? 'sandbox' : 'real');
    if (due === null) return [ok(`${where} is empty; the first start makes the store`)];
    await tryKeys(copy, secretsOf(env));
    const indexes = mongodbUri === null ? [] : [await checkIndexes(mongodbUri)];
    if (due === 0) return [ok(`${where} is up to date, and the secrets fit`), ...indexes];
    const older = warn(
      `${where} is of an older version. Back it up; the next start brings it up to date (${due} ${due === 1 ? 'step' : 'steps'}), and there is no way back.`,
    );
    return [older, ...indexes];
  } finally {
    await copy.close();
  }
};

const checkFolder = async (folder: string): Promise<Finding[]> => {
  const space =
    (await tryFolder(folder)) < LOW_ON_DISK_BYTES
      ? [warn(`the disk of ${folder} has less than 1 GB left. Free some space: a full disk stops Sammen.`)]
      : [];
  return [
    ...space,
    warn('the embedded store is for trial and pilot: one process on one machine. Give MONGODB_URI for more.'),
  ];
};

/** Whether a store that is there has the indexes that the start makes. The embedded store makes its own in memory. */
const checkIndexes = async (uri: string): Promise<Finding> => {
  const { missingIndexes } = await import('../../adapters/store/mongodb/missing-indexes.ts');
  const missing = await missingIndexes(uri, await declaredIndexes(), START_WITHIN_MS).catch((error) => {
    if (error instanceof MendableError) throw error;
    return null;
  });
  if (missing === null)
    return warn('MongoDB does not say which indexes there are. Give the user the roles readWrite and dbAdmin.');
  if (missing.length === 0) return ok('all indexes are there');
  return warn(
    `${missing.length === 1 ? 'an index is missing. The next start makes it' : `${missing.length} indexes are missing. The next start makes them`}; if that is refused, give the user the right createIndex. By hand: ${missing.join('; ')}`,
  );
};

const checkRights = async (uri: string): Promise<Finding> => {
  const { askForRights } = await import('../../adapters/store/mongodb/rights.ts');
  return rightsInWords(await askForRights(uri, START_WITHIN_MS));
};

export const rightsInWords = (rights: Rights): Finding => {
  if (rights.kind === 'open')
    return warn('MongoDB lets everybody in who reaches it. Turn on its access control, and give Sammen a user.');
  if (rights.kind === 'unknown')
    return warn('MongoDB does not say what the user may do. It needs readWrite and dbAdmin on its database.');
  if (rights.missing.length === 0) return ok('the user may read, write and make indexes');
  return fail(
    `the user in MONGODB_URI may not do everything that Sammen does (${rights.missing.join(', ')}). Give it the roles readWrite and dbAdmin on this database.`,
  );
};
