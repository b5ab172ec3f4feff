import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from './disk.ts';

/** Makes the folder of a store, for its owner only, where it is missing. */
export const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made));
};
