import { openAdminLog } from '../../adapters/store/admin-log.ts';
import { type Carried, carryOver, surveyCarryOver } from '../../adapters/store/carry-over.ts';
import type { Database } from '../../adapters/store/collection.ts';
import { takeEntries } from '../../adapters/store/embedded/access-inbox.ts';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { hasDataFiles, openCopy } from '../../adapters/store/embedded/read-copy.ts';
import { MINUTE } from '../../bot/time/units.ts';
import { NoStore } from '../open-database.ts';
import type { Terminal, Work } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Longer than usual, because a migration reads whole collections in one request. */
const MAX_ANSWER_MS = 10 * MINUTE;

/**
 * Copies a pilot's embedded store to MongoDB. It takes the folder's lock, so it refuses to run while the bot runs. It
 * can be stopped and run again.
 */
export const migrate: Work<[], { dryRun?: true }> = async ({ options: { dryRun = false } }, env, terminal) => {
  const uri = env.MONGODB_URI?.trim();
  if (!uri) throw new UsageError('migrate needs MONGODB_URI: the database to carry the store in DATA_DIR over to');
  const folder = env.DATA_DIR?.trim() || './data';
  const source = (await hasDataFiles(folder)) ? await (dryRun ? openCopy(folder) : openEmbedded(folder)) : null;
  if (source === null) throw new NoStore(folder);
  try {
    const { openMongo } = await import('../../adapters/store/mongodb/open-mongo.ts');
    const target = await openMongo(uri, { answersWithin: MAX_ANSWER_MS, readOnly: dryRun });
    try {
      if (dryRun) await sayWhatWouldMove(source, target, terminal);
      else {
        // On MongoDB nobody looks into the folder any more.
        await takeEntries(folder, await openAdminLog(source));
        await move(source, target, terminal);
      }
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

const move = async (source: Database, target: Database, terminal: Terminal): Promise<void> => {
  const progress = terminal.progress('Carrying over');
  const carrying = target.alone(() => carryOver(source, target, new Date(), progress.to));
  printCounts(await carrying.finally(progress.end), terminal);
  terminal.print('Everything is in MongoDB. Start Sammen with MONGODB_URI from now on.');
};

const sayWhatWouldMove = async (source: Database, target: Database, terminal: Terminal): Promise<void> => {
  const survey = await surveyCarryOver(source, target);
  if (survey === null)
    return terminal.print('Everything is in MongoDB already. Nothing was changed: this was a dry run.');
  printCounts(survey, terminal);
  terminal.print('The database is ready for it. Nothing was changed: this was a dry run.');
};

const printCounts = (carried: Carried, { print }: Terminal): void => {
  for (const [name, count] of Object.entries(carried)) print(`${name.padEnd(16)} ${count}`);
};
