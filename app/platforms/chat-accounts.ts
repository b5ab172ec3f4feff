import type { Database } from '../../adapters/store/collection.ts';
import type { ChatAccounts } from '../../bot/lives/port.ts';
import { moduleOf } from './platforms.ts';

/** Also of a platform that is off by now: what was kept about an account is there until somebody forgets it. */
export const chatAccountsIn = (database: Database): ChatAccounts => ({
  forget: ({ platform, id }) => moduleOf(platform).forgetAccount(id, database),
});
