import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Collection, type Database, type Doc, type Index, NO_OTHERS, StoreUnavailable } from '../collection.ts';
import type { Fence } from '../fence.ts';
import { openLog } from './append-log.ts';
import { readDataFile } from './data-file.ts';
import { type Disk, flushFolder, realDisk } from './disk.ts';
import { EmbeddedCollection, type Opened } from './embedded-collection.ts';
import { findDataFiles } from './find-data-files.ts';
import { inFolder } from './folder-fault.ts';
import { lockFolder } from './folder-lock.ts';
import { makeFolder } from './make-folder.ts';
import { createMemory, type StoredDoc } from './memory.ts';
import { settleRestore } from './settle-restore.ts';

/**
 * Opens the store in a folder exclusively for this process. Creates the folder when it is missing.
 * Rejects with `StoreInUse`, `DamagedStore` or `FolderNotUsable`, without changing any datafile.
 */
export const openEmbedded = (folder: string, disk: Disk = realDisk): Promise<Database> =>
  inFolder(resolve(folder), () => openIn(resolve(folder), disk));

const openIn = async (home: string, disk: Disk): Promise<Database> => {
  await makeFolder(home);
  const lock = await lockFolder(home);
  const collections = new Map<string, Promise<EmbeddedCollection>>();
  let closed = false;

  const open = async (name: string, documents: readonly StoredDoc[], indexes: readonly Index[]): Promise<Opened> => {
    const memory = await createMemory(documents, indexes, name);
    return { memory, log: await openLog(join(home, `${name}.db`), disk, memory.all) };
  };
  const collect = async (name: string, documents: readonly StoredDoc[]): Promise<EmbeddedCollection> => {
    const load = async (indexes: readonly Index[]): Promise<Opened> =>
      open(name, await readDataFile(join(home, `${name}.db`)), indexes);
    return new EmbeddedCollection(name, await open(name, documents, []), load);
  };
  const close = async (): Promise<void> => {
    closed = true;
    const opened = await Promise.allSettled(collections.values());
    await Promise.all(opened.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)));
    await lock.release();
  };

  try {
    await settleRestore(home);
    const files = await findDataFiles(home);
    const contents = new Map<string, StoredDoc[]>();
    // Read all files before writing any, so that a damaged one leaves the folder unchanged.
    for (const [name, file] of files) contents.set(name, await readDataFile(file));
    for (const [name, documents] of contents) {
      const file = files.get(name);
      if (file?.endsWith('~')) {
        await rename(file, file.slice(0, -1));
        await flushFolder(home);
      }
      collections.set(name, Promise.resolve(await collect(name, documents)));
    }
  } catch (error) {
    await close();
    throw error;
  }

  return {
    collection: async <T extends Doc>(
      name: string,
      indexes: readonly Index[],
      fence?: Fence<T>,
    ): Promise<Collection<T>> => {
      if (closed) throw new StoreUnavailable('the store is closed');
      if (!/^[a-z][a-zA-Z0-9-]*$/.test(name)) throw new TypeError(`"${name}" cannot name a collection`);
      const collection = collections.get(name) ?? collect(name, []);
      collections.set(name, collection);
      const found = await collection.catch((cause: unknown) => {
        collections.delete(name);
        throw new StoreUnavailable(`the store cannot create ${name} now`, { cause });
      });
      await found.addIndexes(indexes);
      if (fence !== undefined) found.setFence(fence);
      return found as unknown as Collection<T>;
    },
    names: async () => {
      const counts = [...collections].map(async ([name, opened]) => ({ name, count: await (await opened).count({}) }));
      return (await Promise.all(counts)).flatMap(({ name, count }) => (count > 0 ? [name] : [])).sort();
    },
    // The folder lock already excludes other processes.
    alone: (work) => work(),
    members: NO_OTHERS,
    purge: async () => {
      if (closed) throw new StoreUnavailable('the store is closed');
      await Promise.all([...collections.values()].map(async (collection) => (await collection).purge()));
    },
    ping: async () => {
      if (closed) throw new StoreUnavailable('the store is closed');
      await Promise.all([...collections.values()].map(async (collection) => (await collection).ping()));
    },
    close,
  };
};
