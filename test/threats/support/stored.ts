import { isDeepStrictEqual } from 'node:util';
import { readDataFile } from '../../../adapters/store/embedded/data-file.ts';
import { findDataFiles } from '../../../adapters/store/embedded/find-data-files.ts';
import type { Sandbox } from '../../support/processes/sandbox.ts';

/** What the clock moves, and what a refusal may do: be remembered, and show on its card how things are. */
const MACHINERY = new Set(['deliveries', 'meta', 'pace', 'posts', 'readers', 'receipts', 'runningWeek', 'runs']);
const REDRAWN = new Set(['seq', 'at', 'card', 'neutral', 'rev', 'text']);

/** Every document of a store by collection and id, as it stands on the disk. */
export const storedIn = async (folder: string): Promise<Readonly<Record<string, unknown>>> => {
  const all: Record<string, unknown> = {};
  for (const [name, file] of await findDataFiles(folder)) {
    if (MACHINERY.has(name)) continue;
    for (const document of await readDataFile(file))
      all[`${name} ${document._id}`] =
        name === 'sandboxMessages'
          ? Object.fromEntries(Object.entries(document).filter(([key]) => !REDRAWN.has(key)))
          : document;
  }
  return all;
};

/** Does what the clock would do every minute, such as to write the facts of a case, so that it does it at no other time. */
export const settle = async ({ job }: Pick<Sandbox, 'job'>): Promise<void> => {
  for (const name of ['offers', 'follow-up', 'rollups']) await job(name);
};

/** The documents that are not the same in both. */
export const changedIn = async (folder: string, before: Readonly<Record<string, unknown>>): Promise<string[]> => {
  const now = await storedIn(folder);
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => !isDeepStrictEqual(now[name], before[name]),
  );
};
