import { rebuildRollups as rebuild } from '../../bot/adoption/close-weeks.ts';
import type { Command } from './command.ts';
import { withStore } from './with-store.ts';

/** Recomputes every closed week from its facts. With the embedded store it refuses to run while the bot runs. */
export const rebuildRollups: Command = async (_args, env, terminal) => {
  await withStore(env, terminal, async (store) => {
    terminal.print(`${await rebuild(store)} weeks were summed anew.`);
  });
};
