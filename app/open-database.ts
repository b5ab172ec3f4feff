import type { Database } from '../adapters/store/collection.ts';
import { openEmbedded } from '../adapters/store/embedded/open-embedded.ts';
import { hasDataFiles, openCopy } from '../adapters/store/embedded/read-copy.ts';
import { MendableError } from '../bot/mendable-error.ts';
import type { Config, Environment } from './settings/config.ts';

// Loaded on demand: the driver takes a while to load, and a trial does not need it.
const mongo = () => import('../adapters/store/mongodb/open-mongo.ts');

/** A command that needs a store was pointed at a place without one, such as a mistyped folder. Nothing was made. */
export class NoStore extends MendableError {
  override readonly name = 'NoStore';
  constructor(place: string) {
    super(
      `there is no store in ${place}, and none was made. Check DATA_DIR or MONGODB_URI; "start" makes a new store when you mean this place.`,
    );
  }
}

const folderOf = (env: Environment): string => env.DATA_DIR?.trim() || './data';

/** Where the store of a command is, for its error. @throws NoStore always */
export const refuseWithoutStore = (env: Environment): never => {
  throw new NoStore(env.MONGODB_URI?.trim() ? 'the database of MONGODB_URI' : folderOf(env));
};

/** Opens the configured store for reading and writing, if there is one. @throws NoStore, and what `openDatabase` throws */
export const openExistingDatabase = async (
  settings: Pick<Config, 'mongodbUri' | 'dataDir'>,
  warn: (message: string) => void,
): Promise<Database> => {
  const { mongodbUri, dataDir } = settings;
  if (mongodbUri === null && !(await hasDataFiles(dataDir))) throw new NoStore(dataDir);
  const database = await openDatabase(settings, warn);
  if (mongodbUri === null || (await database.names()).length > 0) return database;
  await database.close();
  throw new NoStore('the database of MONGODB_URI');
};

/** Opens the configured store for reading and writing. @throws StoreInUse, DamagedStore, FolderNotUsable or StoreNotOpened */
export const openDatabase = async (
  { mongodbUri, dataDir }: Pick<Config, 'mongodbUri' | 'dataDir'>,
  warn: (message: string) => void,
): Promise<Database> => (mongodbUri === null ? openEmbedded(dataDir) : (await mongo()).openMongo(mongodbUri, { warn }));

/** Opens the store for a command that only reads, and may run while the bot runs; null when there is no store. */
export const databaseToRead = async (env: Environment): Promise<Database | null> => {
  const uri = env.MONGODB_URI?.trim();
  if (uri) return (await mongo()).openMongo(uri, { readOnly: true });
  return (await hasDataFiles(folderOf(env))) ? openCopy(folderOf(env)) : null;
};
