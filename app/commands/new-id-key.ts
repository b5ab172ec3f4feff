import { dropKeptValue } from '../../adapters/store/kept-values.ts';
import { ID_KEY } from '../../adapters/store/store-keys.ts';
import { openExistingDatabase } from '../open-database.ts';
import { storeSettings } from '../settings/store-settings.ts';
import type { Work } from './command.ts';
import { UsageError } from './usage-error.ts';

const COSTS =
  'People and cases keep their ids. But whoever was erased and comes back is welcomed again, erasures before now are not ' +
  'repeated after a restore, and cards from before December 2026 no longer answer.';

/** Drops the key of ids where the SECRET it was locked with is lost; the next start makes another. */
export const newIdKey: Work<[], { yes?: true }> = async ({ options }, env, terminal) => {
  if (options.yes === undefined)
    throw new UsageError(
      `Nothing was done: new-id-key takes --yes, and only when a lost SECRET keeps Sammen from starting. ${COSTS}`,
    );
  const database = await openExistingDatabase(storeSettings(env), terminal.warn);
  try {
    await dropKeptValue(database, ID_KEY);
    terminal.print('The key of ids was dropped. The next start makes a new one, locked with SECRET.');
  } finally {
    await database.close();
  }
};
