import type { Database } from './collection.ts';

type Meta = { _id: string; kind?: 'sandbox' | 'real'; version?: number; value?: string };

/** The store belongs to another kind of Sammen, or to a newer one. */
export class WrongStore extends Error {
  override readonly name = 'WrongStore';
}

/** The form of what is stored. A store of a later form was written by a newer version. */
const VERSION = 1;

/**
 * Marks a new store with its kind, and looks at the mark of one that is there.
 * @throws WrongStore when it is marked for the other kind, or comes from a newer version
 */
export const markStore = async (database: Database, kind: 'sandbox' | 'real'): Promise<void> => {
  const meta = await database.collection<Meta>('meta', []);
  await meta.insert({ _id: 'store', kind, version: VERSION });
  const store = await meta.get('store');
  if (store?.kind !== kind) {
    throw new WrongStore(
      kind === 'real'
        ? 'this store belongs to a sandbox with made-up people; a real Sammen does not open it. Give another DATA_DIR.'
        : 'this store holds real cases; the sandbox does not open it. Give another DATA_DIR, or set SANDBOX=off.',
    );
  }
  if ((store.version ?? 0) > VERSION)
    throw new WrongStore('this store was written by a newer version of Sammen. Start that version.');
};

/** A value made once and kept with the store, such as the sandbox's own secret. */
export const keptValue = async (database: Database, name: string, make: () => string): Promise<string> => {
  const meta = await database.collection<Meta>('meta', []);
  await meta.insert({ _id: `value-${name}`, value: make() });
  return (await meta.get(`value-${name}`))?.value ?? '';
};
