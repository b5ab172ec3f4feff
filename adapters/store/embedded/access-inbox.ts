import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DEEDS } from '../../../bot/audit/deed.ts';
import type { AdminLog, AuditEntry } from '../../../bot/audit/port.ts';
import { personId } from '../../../bot/ids.ts';
import { MendableError } from '../../../bot/mendable-error.ts';
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

/** What was left and not taken over yet. `unreadable`: names of files that hold no line; they stay where they are. */
export type Left = { entries: Map<string, AuditEntry>; unreadable: string[] };

export const entriesLeft = async (dataDir: string): Promise<Left> => {
  const names = await readdir(folderIn(dataDir)).catch(() => []);
  const left: Left = { entries: new Map(), unreadable: [] };
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    // Another reader may have taken it over meanwhile.
    const text = await readFile(join(folderIn(dataDir), name), 'utf8').catch(() => null);
    if (text === null) continue;
    const entry = entryIn(text);
    if (entry === null) left.unreadable.push(name);
    else left.entries.set(name.slice(0, -'.json'.length), entry);
  }
  return left;
};

const entrySchema = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  by: z.null(),
  operator: z.string(),
  did: z.enum(DEEDS),
  about: z.string().transform(personId).nullable(),
  case: z.int().positive().optional(),
  detail: z.string().nullable(),
});

const entryIn = (text: string): AuditEntry | null => {
  try {
    const { case: number, ...entry } = entrySchema.parse(JSON.parse(text));
    return number === undefined ? entry : { ...entry, case: number };
  } catch {
    return null;
  }
};

/** Some files among the lines for the log of access hold none. All others were taken over. */
export class UnreadableEntries extends MendableError {
  override readonly name = 'UnreadableEntries';
}

/** Null when each could be read. */
export const unreadableInWords = (dataDir: string, { unreadable }: Pick<Left, 'unreadable'>): string | null =>
  unreadable.length === 0
    ? null
    : `${folderIn(dataDir)} holds what is no line for the log of access: ${unreadable.join(', ')}. Look at it, note what it says of an access, and move it away.`;

/**
 * Takes over what commands left. Safe to repeat: a line has its id. @throws UnreadableEntries, after all others were taken
 */
export const takeEntries = async (dataDir: string, log: Pick<AdminLog, 'add'>): Promise<void> => {
  const left = await entriesLeft(dataDir);
  for (const [id, entry] of left.entries) {
    await log.add(id, entry);
    await rm(join(folderIn(dataDir), `${id}.json`), { force: true });
  }
  const fault = unreadableInWords(dataDir, left);
  if (fault !== null) throw new UnreadableEntries(fault);
};
