import { z } from 'zod';
import { MendableError } from '../../../bot/mendable-error.ts';

// A backup is one gzip file of lines: first what it holds, then the documents of each collection, as in its datafile.
// Nothing in it is a path, so nothing in it can lead out of the folder that it is restored into.

export const FORMAT = 1;

const collectionSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9-]*$/)
    .max(40),
  documents: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The first line of a backup. `version`: that of the store. `by`: the Sammen that made it. */
export const contentsSchema = z.strictObject({
  sammen: z.literal('backup'),
  format: z.literal(FORMAT),
  made: z.iso.datetime().transform((text) => new Date(text)),
  by: z.string().max(40),
  kind: z.enum(['sandbox', 'real']),
  version: z.int().min(1),
  collections: z
    .array(collectionSchema)
    .max(200)
    .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length),
});
export type BackupContents = z.output<typeof contentsSchema>;
export type BackedUp = BackupContents['collections'][number];

/** Longer lines are in no store that Sammen made: MongoDB takes documents of 16 MB. */
export const MAX_LINE_BYTES = 32 << 20;
/** An embedded store is kept in memory, so it is never larger. */
export const MAX_BYTES = 8 * 1024 ** 3;

export const bytesIn = ({ collections }: Pick<BackupContents, 'collections'>): number =>
  collections.reduce((sum, { bytes }) => sum + bytes, 0);

/** The file of a backup cannot be written or read. Nothing was changed. */
export class BackupFault extends MendableError {
  override readonly name = 'BackupFault';
}

export const damaged = (file: string, how: string): BackupFault =>
  new BackupFault(`${file} is damaged: ${how}. Nothing was changed. Take another backup.`);

/** An error of the file system about the backup's own file, in words. */
export const backupFault = (error: unknown, file: string): unknown => {
  const fault = FAULTS[error instanceof Error && 'code' in error ? String(error.code) : ''];
  return fault === undefined ? error : new BackupFault(`${file} ${fault}`, { cause: error });
};

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there, or its folder is not. Check the path.',
  EEXIST: 'is there already, and was left as it is. Give another name.',
  EACCES: 'may not be read or written by the user who runs this. Give that user the right, or take another path.',
  EPERM: 'may not be read or written by the user who runs this. Give that user the right, or take another path.',
  EISDIR: 'is a folder. Give the path of a file.',
  ENOTDIR: 'lies below something that is a file. Check the path.',
  EROFS: 'is on a disk that can only be read. Take another path.',
  ENOSPC: 'does not fit: the disk is full. Free some space, or take another path; nothing was left there.',
  EDQUOT: 'does not fit: the disk is full. Free some space, or take another path; nothing was left there.',
};
