import type { Database } from '../../adapters/store/collection.ts';
import type { ChatAccounts } from '../../bot/accounts/port.ts';
import { moduleOf } from './platforms.ts';

/** Also forgets accounts of a platform that has been turned off: the data kept about them is still in the store. */
export const chatAccountsIn = (database: Database): ChatAccounts => ({
  forget: ({ platform, id }) => moduleOf(platform).forgetAccount(id, database),
});
