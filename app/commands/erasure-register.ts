import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { BackupFault, backupFault } from '../../adapters/store/embedded/backup-form.ts';
import { erasureEntrySchema } from '../../adapters/store/erasures.ts';

const HEAD = { sammen: 'erasures', format: 1 } as const;
const headSchema = z.strictObject({ sammen: z.literal('erasures'), format: z.literal(1), entries: z.int().min(0) });

type Entry = Pick<z.output<typeof erasureEntrySchema>, '_id' | 'who'>;

/** The register as a file: a line that says what it is and how many follow, then a line for each erased id. */
export const registerLines = (entries: readonly Entry[]): string =>
  [{ ...HEAD, entries: entries.length }, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');

/** @throws BackupFault when the file cannot be read or is no register, or not all of it is there */
export const readRegister = async (file: string): Promise<Entry[]> => {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw backupFault(error, file);
  });
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const head = headSchema.safeParse(parsed(first));
  if (!head.success)
    throw new BackupFault(
      `${file} is no register of erasures. Nothing was changed. "export-erasures FILE" writes one.`,
    );
  const entries = z.array(erasureEntrySchema).safeParse(lines.map(parsed));
  if (!entries.success || entries.data.length !== head.data.entries)
    throw new BackupFault(
      `${file} is damaged: it says that it holds ${head.data.entries} erased ids, and they are not all there. Nothing was changed. Export it again.`,
    );
  return entries.data.map(({ _id, who }) => ({ _id, who }));
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
