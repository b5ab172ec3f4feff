import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from './disk.ts';
import { findDataFiles, RESTORED, RESTORED_LIST, restoredList } from './find-data-files.ts';
import { inFolder } from './folder-fault.ts';
import { lockFolder } from './folder-lock.ts';
import { makeFolder } from './make-folder.ts';

/** In DATA_DIR: a store that is still being restored; of no use once the process that made it is gone. */
const RESTORING = 'restoring';

const isDataFile = (name: string): boolean => /\.db~?$/.test(name);

/** Only whoever holds the folder's lock may call this. Ends what a restore has begun; wherever it dies, it can be repeated. */
export const settleRestore = async (home: string): Promise<void> => {
  const list = await restoredList(home);
  if (list !== null) {
    const from = join(home, RESTORED);
    const waiting = new Set((await readdir(from)).filter(isDataFile));
    for (const name of (await readdir(home)).filter(isDataFile)) {
      const isNew = list.includes(name.replace(/\.db~?$/, '')) && name.endsWith('.db');
      if (!isNew) await rm(join(home, name), { force: true });
    }
    for (const name of waiting) await rename(join(from, name), join(home, name));
    await flushFolder(home);
    await rm(join(from, RESTORED_LIST));
  }
  for (const left of [RESTORED, RESTORING]) await rm(join(home, left), { recursive: true, force: true });
};

/**
 * Puts another store in the place of the one in a folder, all or nothing: `fill` makes it in a folder of its own. When it
 * throws, nothing was changed. @throws StoreInUse, FolderNotUsable, and what `fill` throws
 */
export const replaceStore = <T>(home: string, fill: (folder: string) => Promise<T>): Promise<T> =>
  inFolder(home, async () => {
    await makeFolder(home);
    const lock = await lockFolder(home);
    try {
      await settleRestore(home);
      const folder = join(home, RESTORING);
      await mkdir(folder, { mode: 0o700 });
      try {
        const answer = await fill(folder);
        await writeList(folder, [...(await findDataFiles(folder)).keys()]);
        await flushFolder(folder);
        await rename(folder, join(home, RESTORED));
        await flushFolder(home);
        await settleRestore(home);
        return answer;
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
    } finally {
      await lock.release();
    }
  });

const writeList = async (folder: string, names: readonly string[]): Promise<void> => {
  const handle = await open(join(folder, RESTORED_LIST), 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(names));
    await handle.sync();
  } finally {
    await handle.close();
  }
};
