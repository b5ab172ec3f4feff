import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a store's folder that hold a text. */
export const filesWith = async ({ folder }: { folder: string }, text: string): Promise<string[]> => {
  const files = await readdir(folder, { withFileTypes: true });
  const held = files.filter((file) => file.isFile());
  const contents = await Promise.all(held.map(async ({ name }) => [name, await readFile(join(folder, name))] as const));
  return contents.filter(([, bytes]) => bytes.includes(text)).map(([name]) => name);
};
