import type { Database } from '../adapters/store/collection.ts';
import { openEmbedded } from '../adapters/store/embedded/open-embedded.ts';
import { openCopy } from '../adapters/store/embedded/read-copy.ts';
import type { Config, Environment } from './config.ts';

// Loaded on demand: the driver takes a while to load, and a trial does not need it.
const mongo = () => import('../adapters/store/mongodb/open-mongo.ts');

/** Opens the configured store for reading and writing. @throws StoreInUse, DamagedStore or StoreNotOpened */
export const openDatabase = async (
  { mongodbUri, dataDir }: Pick<Config, 'mongodbUri' | 'dataDir'>,
  warn: (message: string) => void,
): Promise<Database> => (mongodbUri === null ? openEmbedded(dataDir) : (await mongo()).openMongo(mongodbUri, { warn }));

/** Opens the store for a command that only reads, and may run while the bot runs; null when there is no store. */
export const databaseToRead = async (env: Environment): Promise<Database | null> => {
  const uri = env.MONGODB_URI?.trim();
  return uri ? (await mongo()).openMongo(uri, { readOnly: true }) : openCopy(env.DATA_DIR?.trim() || './data');
};
