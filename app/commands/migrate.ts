import { carryOver } from '../../adapters/store/carry-over.ts';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { hasDataFiles } from '../../adapters/store/embedded/read-copy.ts';
import { MINUTE } from '../../bot/time/units.ts';
import { NoStore } from '../open-database.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Longer than usual, because a migration reads whole collections in one request. */
const MAX_ANSWER_MS = 10 * MINUTE;

/**
 * Copies a pilot's embedded store to MongoDB. It takes the folder's lock, so it refuses to run while the bot runs. It
 * can be stopped and run again.
 */
export const migrate: Command = async (_args, env, terminal) => {
  const uri = env.MONGODB_URI?.trim();
  if (!uri) throw new UsageError('migrate needs MONGODB_URI: the database to carry the store in DATA_DIR over to');
  const folder = env.DATA_DIR?.trim() || './data';
  if (!(await hasDataFiles(folder))) throw new NoStore(folder);
  const source = await openEmbedded(folder);
  try {
    const { openMongo } = await import('../../adapters/store/mongodb/open-mongo.ts');
    const target = await openMongo(uri, { answersWithin: MAX_ANSWER_MS });
    try {
      const carried = await target.alone(() => carryOver(source, target, new Date()));
      for (const [name, count] of Object.entries(carried)) terminal.print(`${name.padEnd(16)} ${count}`);
      terminal.print('Everything is in MongoDB. Start Sammen with MONGODB_URI from now on.');
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};
