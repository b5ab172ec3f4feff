import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { BackupFault, backupFault } from '../../adapters/store/embedded/backup-form.ts';
import { erasureEntrySchema } from '../../adapters/store/erasures.ts';
import { readInput } from './read-input.ts';

const HEAD = { sammen: 'erasures', format: 1 } as const;
const headSchema = z.strictObject({ sammen: z.literal('erasures'), format: z.literal(1), entries: z.int().min(0) });

type Entry = Pick<z.output<typeof erasureEntrySchema>, '_id' | 'who'>;

/** The register as a file: a line that says what it is and how many follow, then a line for each erased id. */
export const registerLines = (entries: readonly Entry[]): string =>
  [{ ...HEAD, entries: entries.length }, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');

/** @throws BackupFault when the file cannot be read or is no register, or not all of it is there */
export const readRegister = async (file: string): Promise<Entry[]> => {
  const found = entriesIn(await textOf(file));
  if (found.is === 'foreign')
    throw new BackupFault(
      `${file} is no register of erasures. Nothing was changed. "export-erasures FILE" writes one.`,
    );
  if (found.is === 'damaged')
    throw new BackupFault(
      `${file} is damaged: it says that it holds ${found.says} erased ids, and they are not all there. Nothing was changed. Export it again.`,
    );
  return found.entries;
};

/**
 * A register that only grows may take the place of the one in a file: after a restore the file may be all there is to know
 * of later erasures. @throws BackupFault when the file is something else, or has what these entries have not
 */
export const refuseToLose = async (file: string, entries: readonly Entry[]): Promise<void> => {
  if ((await stat(file).catch(() => null)) === null) return;
  const there = entriesIn(await textOf(file));
  if (there.is !== 'register')
    throw new BackupFault(
      `${file} is there already, and is no whole register of erasures. It was left as it is. Give another name.`,
    );
  const known = new Set(entries.map(({ _id }) => _id));
  const lost = there.entries.filter(({ _id }) => !known.has(_id)).length;
  if (lost > 0)
    throw new BackupFault(
      `${file} holds ${lost} erased ${lost === 1 ? 'id' : 'ids'} that this store does not know, as after a restore. It was left as it is. Run "repeat-erasures ${file}", and export then; for the register of another store give another name.`,
    );
};

type Found = { is: 'register'; entries: Entry[] } | { is: 'damaged'; says: number } | { is: 'foreign' };

const entriesIn = (text: string): Found => {
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const head = headSchema.safeParse(parsed(first));
  if (!head.success) return { is: 'foreign' };
  const entries = z.array(erasureEntrySchema).safeParse(lines.map(parsed));
  return entries.success && entries.data.length === head.data.entries
    ? { is: 'register', entries: entries.data.map(({ _id, who }) => ({ _id, who })) }
    : { is: 'damaged', says: head.data.entries };
};

const textOf = async (file: string): Promise<string> => {
  const bytes = await readInput(file).catch((error) => {
    throw backupFault(error, file);
  });
  return bytes.toString('utf8');
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
