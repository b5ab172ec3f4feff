import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdminLog, AuditEntry } from '../../../bot/audit/port.ts';
import { flushFolder } from './disk.ts';
import { folderFault } from './folder-fault.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Lines for the log of access, from commands that run beside the bot: an embedded store has one writer. Each is a file of
 * its own, which the bot takes over within a minute. It outlives a power loss before the command shows anything.
 */
const folderIn = (dataDir: string): string => join(dataDir, 'access-log');

/** Leaves a line for the bot. @throws FolderNotUsable */
export const leaveEntry = async (dataDir: string, entry: AuditEntry): Promise<void> => {
  const folder = folderIn(dataDir);
  try {
    await makeFolder(folder);
    const file = join(folder, `${randomUUID()}.json`);
    const handle = await open(`${file}.tmp`, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(entry));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(`${file}.tmp`, file);
    await flushFolder(folder);
  } catch (error) {
    throw folderFault(error, folder);
  }
};

/** The lines that the bot has not taken over, by id. */
export const entriesLeft = async (dataDir: string): Promise<Map<string, AuditEntry>> => {
  const names = await readdir(folderIn(dataDir)).catch(() => []);
  const left = new Map<string, AuditEntry>();
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    // Another reader may have taken it over meanwhile.
    const text = await readFile(join(folderIn(dataDir), name), 'utf8').catch(() => null);
    if (text === null) continue;
    const entry: Omit<AuditEntry, 'at'> & { at: string } = JSON.parse(text);
    left.set(name.slice(0, -'.json'.length), { ...entry, at: new Date(entry.at) });
  }
  return left;
};

/** Takes over what commands left. Safe to repeat: a line has its id. */
export const takeEntries = async (dataDir: string, log: Pick<AdminLog, 'add'>): Promise<void> => {
  for (const [id, entry] of await entriesLeft(dataDir)) {
    await log.add(id, entry);
    await rm(join(folderIn(dataDir), `${id}.json`), { force: true });
  }
};
