import { carryOver } from '../../adapters/store/carry-over.ts';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openCopy } from '../../adapters/store/embedded/read-copy.ts';
import { MINUTE } from '../../bot/time/units.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Whole collections are read at once here. */
const MAX_PATIENT = 10 * MINUTE;

/**
 * Carries a pilot's embedded store over to MongoDB. It takes the folder's lock, so it refuses while the bot runs, and
 * may be stopped and run again.
 */
export const migrate: Command = {
  usage: 'migrate',
  purpose: 'carries the store in DATA_DIR over to the empty database in MONGODB_URI; Sammen must be stopped',
  run: async (_args, env) => {
    const uri = env.MONGODB_URI?.trim();
    if (!uri) throw new UsageError('migrate needs MONGODB_URI: the database to carry the store in DATA_DIR over to');
    const folder = env.DATA_DIR?.trim() || './data';
    const copy = await openCopy(folder);
    if (copy === null) throw new UsageError('there is no store in DATA_DIR, so nothing to carry over');
    await copy.close();
    const source = await openEmbedded(folder);
    try {
      const { openMongo } = await import('../../adapters/store/mongodb/open-mongo.ts');
      const target = await openMongo(uri, { answersWithin: MAX_PATIENT });
      try {
        const carried = await target.alone(() => carryOver(source, target, new Date()));
        for (const [name, count] of Object.entries(carried)) process.stdout.write(`${name.padEnd(16)} ${count}\n`);
        process.stdout.write('Everything is in MongoDB. Start Sammen with MONGODB_URI from now on.\n');
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
};
