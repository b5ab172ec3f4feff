import { openAdminLog } from '../../adapters/store/admin-log.ts';
import { entriesLeft } from '../../adapters/store/embedded/access-inbox.ts';
import { openPeople } from '../../adapters/store/people.ts';
import { type AccessLine, lineOf } from '../../bot/admin/access-log.ts';
import type { AuditEntry } from '../../bot/audit/port.ts';
import type { Environment } from '../config.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import { storeSettings } from '../store-settings.ts';
import type { Work } from './command.ts';

const SHOWN = 100;

/** Prints the log of access, newest first, a line for each deed. It reads a copy, so it works while the bot runs. */
export const audit: Work<[], { last?: number | undefined }> = async ({ options: { last = SHOWN } }, env, terminal) => {
  const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
  try {
    const people = await openPeople(copy);
    const kept = await (await openAdminLog(copy)).newest(last);
    const newest = [...(await notTakenOver(env)), ...kept].toSorted((a, b) => b.at.getTime() - a.at.getTime());
    if (newest.length === 0) return terminal.print('The log of access is empty.');
    for (const entry of newest.slice(0, last)) terminal.print(inALine(await lineOf(entry, { people })));
  } finally {
    await copy.close();
  }
};

const notTakenOver = async (env: Environment): Promise<AuditEntry[]> => {
  const { mongodbUri, dataDir } = storeSettings(env);
  return mongodbUri === null ? [...(await entriesLeft(dataDir)).values()] : [];
};

const inALine = ({ at, by, did, about, case: number, detail }: AccessLine): string => {
  const who =
    by.as === 'person' ? by.name : by.as === 'operator' ? `kommandolinjen (${by.user})` : '(somebody who was erased)';
  const more = [about === null ? '' : `→ ${about}`, number === null ? '' : `case ${number}`, detail ?? ''];
  return [`${at.toISOString()}  ${did.padEnd(21)} ${who}`, ...more.filter((part) => part !== '')].join('  ');
};
