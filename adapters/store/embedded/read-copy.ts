import { type Collection, type Database, type Doc, type Index, NO_OTHERS, StoreUnavailable } from '../collection.ts';
import type { AppendLog } from './append-log.ts';
import { EmbeddedCollection, type Opened } from './embedded-collection.ts';
import { findDataFiles } from './find-data-files.ts';
import { folderFault } from './folder-fault.ts';
import { createMemory } from './memory.ts';
import { readTogether } from './read-together.ts';

const nothingToWrite: AppendLog = {
  append: () => undefined,
  settled: async () => undefined,
  hasFailed: () => false,
  compact: () => undefined,
  close: async () => undefined,
};

/** Wraps a collection so that every write rejects with `StoreUnavailable`. */
export const refuseWrites = <T extends Doc>(collection: Collection<T>): Collection<T> => {
  const refuse = async (): Promise<never> => {
    throw new StoreUnavailable('this store was opened for reading only');
  };
  return {
    insert: refuse,
    update: refuse,
    updateAndGet: refuse,
    remove: refuse,
    get: (id) => collection.get(id),
    find: (filter, options) => collection.find(filter, options),
    count: (filter) => collection.count(filter),
  };
};

const filesIn = async (folder: string): Promise<Map<string, string> | null> => {
  try {
    return await findDataFiles(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw folderFault(error, folder);
  }
};

/** Whether a folder holds a store. Changes nothing. */
export const hasDataFiles = async (folder: string): Promise<boolean> => ((await filesIn(folder))?.size ?? 0) > 0;

/**
 * Opens a read-only, in-memory snapshot of the store in a folder as it is at one moment, for commands that run beside the bot; null when the
 * folder does not exist. The folder is neither locked nor changed.
 */
export const openCopy = async (folder: string): Promise<Database | null> => {
  const files = await filesIn(folder);
  if (files === null) return null;
  const contents = await readTogether(folder);
  let closed = false;
  const refuseClosed = (): void => {
    if (closed) throw new StoreUnavailable('the copy is closed');
  };
  return {
    collection: async <T extends Doc>(name: string, indexes: readonly Index[]): Promise<Collection<T>> => {
      refuseClosed();
      const memory = await createMemory(contents.get(name) ?? [], indexes, name);
      const opened: Opened = { memory, log: nothingToWrite };
      const collection = new EmbeddedCollection(name, opened, async () => opened);
      return refuseWrites(collection as unknown as Collection<T>);
    },
    names: async () => [...contents].flatMap(([name, documents]) => (documents.length > 0 ? [name] : [])).sort(),
    alone: (work) => work(),
    members: NO_OTHERS,
    purge: async () => undefined,
    ping: async () => refuseClosed(),
    close: async () => {
      closed = true;
      contents.clear();
    },
  };
};
