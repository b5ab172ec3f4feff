import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type BackedUp, type BackupContents, BackupFault, backupFault, bytesIn, FORMAT } from './backup-form.ts';
import { documentLine } from './data-file.ts';
import { flushFolder } from './disk.ts';
import type { StoredDoc } from './memory.ts';
import { readTogether } from './read-together.ts';

type Onwards = (done: number, total: number) => void;

/**
 * Writes a backup of the store in a folder, also while the bot writes to it. It holds the documents as they stood at one
 * moment, without what was overwritten or deleted. The file gets its name once it is complete and on the disk; only
 * its owner may read it. @throws BackupFault, DamagedStore
 */
export const writeBackup = async (
  folder: string,
  file: string,
  { now, by, onwards = () => undefined }: { now: Date; by: string; onwards?: Onwards },
): Promise<BackupContents> => {
  const contents = await readTogether(folder);
  const mark = contents.get('meta')?.find(({ _id }) => _id === 'store');
  if (mark === undefined) throw new BackupFault(`${folder} holds no store that Sammen has made. Check DATA_DIR.`);
  const backup: BackupContents = {
    sammen: 'backup',
    format: FORMAT,
    made: now,
    by,
    kind: mark.kind === 'real' ? 'real' : 'sandbox',
    version: typeof mark.version === 'number' ? mark.version : 1,
    collections: [...contents].map(([name, documents]) => ({ name, ...summed(documents) })),
  };
  try {
    await writeOnce(file, linesOf(backup, contents, onwards));
  } catch (error) {
    throw backupFault(error, file);
  }
  return backup;
};

const summed = (documents: readonly StoredDoc[]): Omit<BackedUp, 'name'> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const document of documents) {
    const line = Buffer.from(documentLine(document));
    hash.update(line);
    bytes += line.length;
  }
  return { documents: documents.length, bytes, sha256: hash.digest('hex') };
};

function* linesOf(
  backup: BackupContents,
  contents: ReadonlyMap<string, readonly StoredDoc[]>,
  onwards: Onwards,
): Generator<Buffer> {
  const total = bytesIn(backup);
  let done = 0;
  yield Buffer.from(`${JSON.stringify(backup)}\n`);
  for (const { name } of backup.collections) {
    for (const document of contents.get(name) ?? []) {
      const line = Buffer.from(documentLine(document));
      done += line.length;
      yield line;
    }
    onwards(done, total);
  }
}

/** Writes a file that must not exist. Whoever dies on the way leaves a `.part` beside it, and never half a file. */
const writeOnce = async (file: string, lines: Iterable<Buffer>): Promise<void> => {
  if ((await stat(file).catch(() => null)) !== null)
    throw Object.assign(new Error(`${file} exists`), { code: 'EEXIST' });
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await packInto(handle, lines);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await giveName(part, file);
    await flushFolder(dirname(file));
  } finally {
    await rm(part, { force: true });
  }
};

const packInto = (handle: FileHandle, lines: Iterable<Buffer>): Promise<void> =>
  pipeline(Readable.from(lines), createGzip(), async (packed) => {
    for await (const chunk of packed) await handle.appendFile(chunk);
  });

/** A link is refused where the name was taken meanwhile; a rename would replace what is there. */
const giveName = async (part: string, file: string): Promise<void> => {
  try {
    await link(part, file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // Some network and memory-stick file systems have no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
    await rename(part, file);
  }
};
