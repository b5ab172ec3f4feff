import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { openAdminLog } from '../../adapters/store/admin-log.ts';
import { leaveEntry } from '../../adapters/store/embedded/access-inbox.ts';
import type { Deed } from '../../bot/audit/deed.ts';
import type { AdminLog, AuditEntry } from '../../bot/audit/port.ts';
import { type Recorded, record } from '../../bot/audit/record.ts';
import { openExistingDatabase } from '../open-database.ts';
import type { Environment } from '../settings/config.ts';
import { storeSettings } from '../settings/store-settings.ts';

/** What was done to which case; `detail` never holds text. */
type Done<D extends Deed> = { did: D } & Partial<Pick<AuditEntry, 'about' | 'case' | 'detail'>>;

/** Whoever typed the command, as the server knows them: who called `sudo`, or its own user. */
export const operatorOf = (env: Environment): string => {
  const caller = env.SUDO_USER?.trim();
  if (caller) return caller;
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user that no file names.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
};

const entryOf = <D extends Deed>(env: Environment, done: Done<D>): AuditEntry & { did: D } => ({
  at: new Date(),
  by: null,
  operator: operatorOf(env),
  about: null,
  detail: null,
  ...done,
});

/** Writes to the log of access what a command is about to do, where it has the store open for writing. */
export const recordDeed = <D extends Deed>(
  adminLog: Pick<AdminLog, 'add'>,
  env: Environment,
  done: Done<D>,
): Promise<Recorded<D>> => record(adminLog, randomUUID(), entryOf(env, done));

/**
 * Writes to the log of access what a command is about to show from a copy of the store. A running Sammen is the only
 * writer of the embedded store, and takes the line over within a minute.
 */
export const recordReading = async <D extends Deed>(
  env: Environment,
  warn: (line: string) => void,
  done: Done<D>,
): Promise<Recorded<D>> => {
  const settings = storeSettings(env);
  if (settings.mongodbUri === null) {
    const leave = { add: (_id: string, entry: AuditEntry) => leaveEntry(settings.dataDir, entry) };
    return recordDeed(leave, env, done);
  }
  const database = await openExistingDatabase(settings, warn);
  try {
    return await recordDeed(await openAdminLog(database), env, done);
  } finally {
    await database.close();
  }
};
