import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Collection, type Database, type Doc, type Index, NO_OTHERS, StoreUnavailable } from '../collection.ts';
import type { Fence } from '../fence.ts';
import { openLog } from './append-log.ts';
import { readDataFile } from './data-file.ts';
import { type Disk, flushFolder, realDisk } from './disk.ts';
import { EmbeddedCollection, type Opened } from './embedded-collection.ts';
import { inFolder } from './folder-fault.ts';
import { lockFolder } from './folder-lock.ts';
import { createMemory, type StoredDoc } from './memory.ts';

const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made));
};

/** Maps the collections in a folder to their files: NeDB's `~` file only when the datafile itself is missing. */
export const findDataFiles = async (folder: string): Promise<Map<string, string>> => {
  const names = (await readdir(folder)).sort();
  const files = names.filter(
    (name) => name.endsWith('.db') || (name.endsWith('.db~') && !names.includes(name.slice(0, -1))),
  );
  return new Map(files.map((name) => [name.replace(/\.db~?$/, ''), join(folder, name)]));
};

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
