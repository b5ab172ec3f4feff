import { fingerprint } from '../../bot/fingerprint.ts';
import type { Database } from '../store/collection.ts';

/** True the first time, ever, that it is called with this name. */
export type Once = (name: string) => Promise<boolean>;

/** Kept in the store: a line that was said before a restart is not said again after it. */
export const openOnce = async (database: Database, collection: 'slackSaid' | 'teamsSaid'): Promise<Once> => {
  const said = await database.collection<{ _id: string; at: Date }>(collection, []);
  return (name) => said.insert({ _id: name, at: new Date() });
};

type SayDeps = { once: Once; onFault(error: unknown): void };

/** Says a line once. A line that is lost harms nobody. */
export const sayOnce = async (
  name: readonly string[],
  say: () => Promise<unknown>,
  { once, onFault }: SayDeps,
): Promise<void> => {
  if (await once(fingerprint('line', ...name))) await say().catch(onFault);
};
