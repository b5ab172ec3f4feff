import { MendableError } from '../../bot/mendable-error.ts';
import type { Collection, Database } from './collection.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { NO_SECRETS, openKeys, type StoreKeys } from './store-keys.ts';

/** `next`: a newer process is about to bring the store to this version. */
type Meta = { _id: string; kind?: 'sandbox' | 'real'; version?: number; next?: number; at?: Date };

/** The store belongs to the other kind of Sammen (sandbox or real), or to a newer version. */
export class WrongStore extends MendableError {
  override readonly name = 'WrongStore';
}

/** Why an older version does not start on a store, and how to go back. */
export const NEWER =
  'this store was written by a newer version of Sammen. Start that version, or restore a backup from before it (docs/operations.md, "Going back").';

/**
 * Marks a new store with its kind; checks the mark of an existing store and migrates it. Only one process at a time may
 * run this (`Database.alone`); a process that takes over from a dead one continues where that one stopped. Running
 * processes of an older version stop before the first migration.
 * @throws WrongStore when the store is marked for the other kind, was written by a newer version, or is still used by an
 * older one
 */
export const markStore = async (
  database: Database,
  kind: 'sandbox' | 'real',
  migrations: readonly Migration[] = MIGRATIONS,
  keys: () => Promise<StoreKeys> = () => openKeys(database, NO_SECRETS),
): Promise<void> => {
  const meta = await database.collection<Meta>('meta', []);
  await refuseCarried(meta);
  const newest = migrations.at(-1)?.to ?? 1;
  await meta.insert({ _id: 'store', kind, version: newest });
  const due = dueIn(await meta.get('store'), kind, migrations);
  if (due.length > 0) await database.members.outlast(newest);
  for (const { to, run } of due) {
    await run(database, await keys());
    // `$lt: to` rather than `to - 1`: a process that stalled and was overtaken must not lower the version.
    await meta.update({ _id: 'store', version: { $lt: to } }, { $set: { version: to } });
  }
  await database.members.join(newest);
};

/**
 * How many migrations the next start will run on a store that is of this kind; null for one that nobody has marked yet.
 * Changes nothing. @throws WrongStore as `markStore` does
 */
export const readMark = async (database: Database, kind: 'sandbox' | 'real'): Promise<number | null> => {
  const meta = await database.collection<Meta>('meta', []);
  await refuseCarried(meta);
  const store = await meta.get('store');
  return store === null ? null : dueIn(store, kind, MIGRATIONS).length;
};

const refuseCarried = async (meta: Collection<Meta>): Promise<void> => {
  if ((await meta.get(CARRYING)) !== null) throw new WrongStore(HALF_CARRIED);
  if ((await meta.get(CARRIED_AWAY)) !== null) throw new WrongStore(GONE);
};

const dueIn = (
  store: Meta | null,
  kind: 'sandbox' | 'real',
  migrations: readonly Migration[],
): readonly Migration[] => {
  if (store?.kind !== kind) throw new WrongStore(kind === 'real' ? IS_A_SANDBOX : IS_REAL);
  const version = store.version ?? 1;
  if (Math.max(version, store.next ?? 0) > (migrations.at(-1)?.to ?? 1)) throw new WrongStore(NEWER);
  return migrations.filter(({ to }) => to > version);
};

/** Marks the target of a copy in progress, and the source of a finished one (`carry-over.ts`). */
export const CARRYING = 'carrying';
export const CARRIED_AWAY = 'carried-away';

const HALF_CARRIED =
  'another store is being carried over into this one. Run `npm run -s sammen -- migrate` to its end first.';
const GONE =
  'this store was carried over to MongoDB and has been left behind. Start with MONGODB_URI. To go back to how it was then, ' +
  'restore DATA_DIR from the backup made before.';
const ELSEWHERE = 'Give another DATA_DIR, or another database in MONGODB_URI';
const IS_A_SANDBOX = `this store belongs to a sandbox with made-up people; a real Sammen does not open it. ${ELSEWHERE}.`;
const IS_REAL = `this store holds real cases; the sandbox does not open it. ${ELSEWHERE}, or set SANDBOX=off.`;
