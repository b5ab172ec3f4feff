import { createHash } from 'node:crypto';
import { open, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BackedUp,
  type BackupContents,
  BackupFault,
  backupFault,
  bytesIn,
  contentsSchema,
  damaged,
  FORMAT,
  MAX_BYTES,
  MAX_LINE_BYTES,
} from './backup-form.ts';
import { type Lines, linesIn } from './backup-lines.ts';
import { isDocumentLine } from './data-file.ts';

type Onwards = (done: number, total: number) => void;
type Options = {
  /** Looks at what the backup holds before anything is unpacked, and throws to stop. */
  check?(contents: BackupContents): void;
  onwards?: Onwards;
};

const MAX_FIRST_LINE_BYTES = 1 << 20;

/**
 * Unpacks a backup into an empty folder as datafiles, and holds it against its checksums. Reads no more than the file says
 * it holds, and no more than fits on the disk. @throws BackupFault, and what `check` throws
 */
export const readBackup = async (
  file: string,
  folder: string,
  { check = () => undefined, onwards = () => undefined }: Options = {},
): Promise<BackupContents> => {
  const lines = linesIn(file);
  try {
    const contents = readContents(await lines.next(MAX_FIRST_LINE_BYTES), file);
    check(contents);
    await refuseUnlessFits(contents, file, folder);
    let done = 0;
    for (const collection of contents.collections) {
      await unpack(collection, lines, join(folder, `${collection.name}.db`), file);
      done += collection.bytes;
      onwards(done, bytesIn(contents));
    }
    if ((await lines.next(MAX_LINE_BYTES)) !== null) throw damaged(file, 'something follows after its end');
    return contents;
  } catch (error) {
    throw packingFault(error, file) ?? backupFault(error, file);
  } finally {
    await lines.close();
  }
};

const foreign = (file: string): BackupFault =>
  new BackupFault(`${file} is no backup that Sammen has made. Nothing was changed. Check the path.`);

const packingFault = (error: unknown, file: string): BackupFault | null => {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'Z_BUF_ERROR':
      return damaged(file, 'it ends too early');
    case 'Z_DATA_ERROR':
      return error instanceof Error && error.message.includes('header')
        ? foreign(file)
        : damaged(file, 'its packing is torn');
    default:
      return null;
  }
};

const readContents = (line: Buffer | null, file: string): BackupContents => {
  const said = parsed(line);
  if (typeof said !== 'object' || said === null || !('sammen' in said)) throw foreign(file);
  if ('format' in said && typeof said.format === 'number' && said.format > FORMAT)
    throw new BackupFault(
      `${file} was made by a newer version of Sammen. Nothing was changed. Restore it with that one.`,
    );
  const contents = contentsSchema.safeParse(said);
  if (!contents.success) throw damaged(file, 'its first line does not say what it holds');
  return contents.data;
};

const parsed = (line: Buffer | null): unknown => {
  try {
    return JSON.parse(line?.toString() ?? '');
  } catch {
    return null;
  }
};

const refuseUnlessFits = async (contents: BackupContents, file: string, folder: string): Promise<void> => {
  const bytes = bytesIn(contents);
  if (bytes > MAX_BYTES) throw damaged(file, 'it says that it holds more than a store can');
  const { bavail, bsize } = await statfs(folder);
  // While a collection is opened for the first time, it is written twice.
  const needed = bytes + Math.max(0, ...contents.collections.map((one) => one.bytes));
  if (needed > bavail * bsize)
    throw new BackupFault(
      `there is too little space on the disk of ${folder}: the backup needs ${inMegabytes(needed)} MB, and ${inMegabytes(bavail * bsize)} MB are free. Nothing was changed.`,
    );
};

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1e6);

const BATCH_BYTES = 1 << 20;

const unpack = async (collection: BackedUp, lines: Lines, target: string, file: string): Promise<void> => {
  const { name, documents, bytes, sha256 } = collection;
  const hash = createHash('sha256');
  const handle = await open(target, 'wx', 0o600);
  let batch: Buffer[] = [];
  let [size, written] = [0, 0];
  try {
    for (let nth = 0; nth < documents; nth++) {
      const line = await lines.next(Math.min(MAX_LINE_BYTES, bytes - size));
      if (line === null) throw damaged(file, 'it ends too early');
      if (!isDocumentLine(line)) throw damaged(file, `a line of ${name} cannot be read`);
      hash.update(line);
      size += line.length;
      batch.push(line);
      if (size - written < BATCH_BYTES) continue;
      await handle.appendFile(Buffer.concat(batch));
      [batch, written] = [[], size];
    }
    await handle.appendFile(Buffer.concat(batch));
    if (size !== bytes || hash.digest('hex') !== sha256) throw damaged(file, `the checksum of ${name} does not fit`);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
