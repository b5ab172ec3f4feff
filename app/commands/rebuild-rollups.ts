import { openRollups } from '../../adapters/store/rollups.ts';
import { rebuildRollups as rebuild } from '../../bot/adoption/close-weeks.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import type { Work } from './command.ts';
import { withStore } from './with-store.ts';

/** Recomputes every closed week from its facts. With the embedded store it refuses to run while the bot runs. */
export const rebuildRollups: Work<[], { dryRun?: true }> = async ({ options: { dryRun = false } }, env, terminal) => {
  if (!dryRun)
    return withStore(env, terminal, async (store) => terminal.print(`${await rebuild(store)} weeks were summed anew.`));
  const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
  try {
    const weeks = await (await openRollups(copy)).headcounts();
    terminal.print(`${weeks.length} weeks would be summed anew. Nothing was changed: this was a dry run.`);
  } finally {
    await copy.close();
  }
};
