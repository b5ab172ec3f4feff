import { rebuildRollups as rebuild } from '../../bot/adoption/close-weeks.ts';
import { openExistingDatabase } from '../open-database.ts';
import { openStore } from '../open-store.ts';
import { storeSettings } from '../store-settings.ts';
import type { Command } from './command.ts';

/** Recomputes every closed week from its facts. With the embedded store it refuses to run while the bot runs. */
export const rebuildRollups: Command = async (_args, env, terminal) => {
  const settings = storeSettings(env);
  const database = await openExistingDatabase(settings, terminal.warn);
  try {
    const store = await openStore(database, settings.sandbox ? 'sandbox' : 'real');
    const weeks = await rebuild(store);
    terminal.print(`${weeks} weeks were summed anew.`);
  } finally {
    await database.close();
  }
};
