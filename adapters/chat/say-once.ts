import { fingerprint } from '../../bot/fingerprint.ts';
import type { Seal } from '../../bot/seal.ts';
import type { Database } from '../store/collection.ts';

/** True the first time ever that it is called with this name. */
export type Once = (name: string) => Promise<boolean>;

/** Kept in the store, so that a line is not repeated after a restart. */
export const openOnce = async (
  database: Database,
  collection: 'slackSaid' | 'teamsSaid',
  seal: Seal,
): Promise<Once> => {
  const names = await database.collection<{ _id: string; at: Date }>(collection, []);
  return (name) => names.insert({ _id: seal(name), at: new Date() });
};

type SayDeps = { once: Once; onFault(error: unknown): void };

/** Says a line at most once. Losing a line is harmless. */
export const sayOnce = async (
  name: readonly string[],
  say: () => Promise<unknown>,
  { once, onFault }: SayDeps,
): Promise<void> => {
  if (await once(fingerprint('line', ...name))) await say().catch(onFault);
};
