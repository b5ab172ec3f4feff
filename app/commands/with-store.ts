import type { Database } from '../../adapters/store/collection.ts';
import { openExistingDatabase } from '../open-database.ts';
import { openStore, type Store } from '../open-store.ts';
import type { Environment } from '../settings/config.ts';
import { secretsOf, storeSettings } from '../settings/store-settings.ts';
import type { Terminal } from './command.ts';

/**
 * Opens the store that is there, for a command that writes. With the embedded store it refuses to run while the bot
 * runs; on MongoDB it works beside running processes. @throws NoStore, StoreInUse, WrongStore or StoreNotOpened
 */
export const withStore = async (
  env: Environment,
  terminal: Pick<Terminal, 'warn'>,
  work: (store: Store, database: Database) => Promise<void>,
): Promise<void> => {
  const settings = storeSettings(env);
  const database = await openExistingDatabase(settings, terminal.warn);
  try {
    await work(await openStore(database, settings.sandbox ? 'sandbox' : 'real', [], secretsOf(env)), database);
  } finally {
    await database.close();
  }
};
