import { randomBytes } from 'node:crypto';
import { type Collection, type Database, type Doc, NO_OTHERS } from '../../adapters/store/collection.ts';
import type { DeclaredIndexes } from '../../adapters/store/mongodb/missing-indexes.ts';
import { createSeal } from '../../bot/seal.ts';
import { openPorts } from '../open-store.ts';

/** Every index that `start` makes: the ports are opened on a database that only writes down what they ask for. */
export const declaredIndexes = async (): Promise<DeclaredIndexes[]> => {
  const declared: DeclaredIndexes[] = [];
  const database: Database = {
    collection: async <T extends Doc>(collection: string, indexes: DeclaredIndexes['indexes']) => {
      if (indexes.length > 0) declared.push({ collection, indexes });
      return emptyCollection<T>();
    },
    names: async () => [],
    alone: (work) => work(),
    members: NO_OTHERS,
    purge: async () => undefined,
    ping: async () => undefined,
    close: async () => undefined,
  };
  await openPorts(database, [], { seal: createSeal(randomBytes(32)) });
  return declared;
};

const emptyCollection = <T extends Doc>(): Collection<T> => ({
  insert: async () => true,
  update: async () => true,
  updateAndGet: async () => null,
  get: async () => null,
  find: async () => [],
  count: async () => 0,
  remove: async () => 0,
});
