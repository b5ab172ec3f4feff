import { readFile } from 'node:fs/promises';
import { type ErasureEntry, erasureEntrySchema } from '../erasures.ts';
import { documentsThatCanBeRead } from './data-file.ts';
import { findDataFiles } from './find-data-files.ts';

export type FormerStore = {
  /** Null when the store does not say. */
  kind: 'sandbox' | 'real' | null;
  cases: number | null;
  /** What a store that takes its place must know. */
  erasures: Pick<ErasureEntry, '_id' | 'who'>[];
};

/**
 * What there is to know of a store before another takes its place; null where there is none. It may be damaged, as a
 * restore is then what is needed: each line counts that can be read.
 */
export const readFormerStore = async (folder: string): Promise<FormerStore | null> => {
  const files = await findDataFiles(folder);
  if (files.size === 0) return null;
  const read = async (name: string) => {
    const file = files.get(name);
    return file === undefined ? [] : documentsThatCanBeRead(await readFile(file));
  };
  const kind = (await read('meta')).find(({ _id }) => _id === 'store')?.kind;
  return {
    kind: kind === 'real' || kind === 'sandbox' ? kind : null,
    cases: files.has('cases') ? (await read('cases')).length : null,
    erasures: (await read('erasures')).flatMap((line) => {
      const entry = erasureEntrySchema.safeParse(line);
      return entry.success ? [{ _id: entry.data._id, who: entry.data.who }] : [];
    }),
  };
};
