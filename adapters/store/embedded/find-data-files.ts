import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DamagedStore } from './data-file.ts';

// A restore puts a whole store into a folder of its own beside the datafiles. Complete and on the disk, that folder gets
// the name RESTORED, and from then on its files are the store, wherever a process dies: `settleRestore` moves them to their places.

/** In DATA_DIR: a store that is complete and has not taken its place yet. */
export const RESTORED = 'restored';
/** In RESTORED: the names of the collections that the store has from now on. */
export const RESTORED_LIST = 'collections.json';

const listSchema = z.array(z.string().regex(/^[a-z][a-zA-Z0-9-]*$/));

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The collections of a restored store that has not taken its place yet; null when there is none. */
export const restoredList = async (folder: string): Promise<string[] | null> => {
  const file = join(folder, RESTORED, RESTORED_LIST);
  try {
    return listSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (isMissing(error)) return null;
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new DamagedStore(`${file} is damaged. Nothing was changed. Restore the backup again.`);
    throw error;
  }
};

/** The datafiles in a folder by collection: NeDB's `~` file only when the datafile itself is missing. */
const filesIn = async (folder: string): Promise<Map<string, string>> => {
  const names = (await readdir(folder)).sort();
  const files = names.filter(
    (name) => name.endsWith('.db') || (name.endsWith('.db~') && !names.includes(name.slice(0, -1))),
  );
  return new Map(files.map((name) => [name.replace(/\.db~?$/, ''), join(folder, name)]));
};

/** Maps the collections in a folder to their files, also while a restored store takes its place. Changes nothing. */
export const findDataFiles = async (folder: string): Promise<Map<string, string>> => {
  const list = await restoredList(folder);
  const files = await filesIn(folder);
  if (list === null) return files;
  const restored = await filesIn(join(folder, RESTORED)).catch((error) => {
    // Another process has just moved the last file.
    if (isMissing(error)) return new Map<string, string>();
    throw error;
  });
  return new Map(
    list.flatMap((name) => {
      const file = restored.get(name) ?? files.get(name);
      return file === undefined ? [] : [[name, file] as const];
    }),
  );
};
