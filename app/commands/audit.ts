import { openAdminLog } from '../../adapters/store/admin-log.ts';
import { entriesLeft, unreadableInWords } from '../../adapters/store/embedded/access-inbox.ts';
import { openPeople } from '../../adapters/store/people.ts';
import { type AccessLine, lineOf } from '../../bot/admin/access-log.ts';
import type { AuditEntry } from '../../bot/audit/port.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import type { Environment } from '../settings/config.ts';
import { storeSettings } from '../settings/store-settings.ts';
import type { Terminal, Work } from './command.ts';

const SHOWN = 100;

/** Prints the log of access, newest first, a line for each deed. It reads a copy, so it works while the bot runs. */
export const audit: Work<[], { last?: number | undefined }> = async ({ options: { last = SHOWN } }, env, terminal) => {
  const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
  try {
    const people = await openPeople(copy);
    const kept = await (await openAdminLog(copy)).newest(last);
    const newest = [...(await notTakenOver(env, terminal)), ...kept].toSorted(
      (a, b) => b.at.getTime() - a.at.getTime(),
    );
    if (newest.length === 0) return terminal.print('The log of access is empty.');
    for (const entry of newest.slice(0, last)) terminal.print(inALine(await lineOf(entry, { people })));
  } finally {
    await copy.close();
  }
};

const notTakenOver = async (env: Environment, { warn }: Pick<Terminal, 'warn'>): Promise<AuditEntry[]> => {
  const { mongodbUri, dataDir } = storeSettings(env);
  if (mongodbUri !== null) return [];
  const left = await entriesLeft(dataDir);
  const fault = unreadableInWords(dataDir, left);
  if (fault !== null) warn(fault);
  return [...left.entries.values()];
};

const inALine = ({ at, by, did, about, case: number, detail }: AccessLine): string => {
  const who =
    by.as === 'person' ? by.name : by.as === 'operator' ? `kommandolinjen (${by.user})` : '(somebody who was erased)';
  const more = [about === null ? '' : `→ ${about}`, number === null ? '' : `case ${number}`, detail ?? ''];
  return [`${at.toISOString()}  ${did.padEnd(21)} ${who}`, ...more.filter((part) => part !== '')].join('  ');
};
