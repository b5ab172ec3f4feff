import { resolve, sep } from 'node:path';
import { hasDataFiles } from '../../adapters/store/embedded/read-copy.ts';
import { writeBackup } from '../../adapters/store/embedded/write-backup.ts';
import { NoStore } from '../open-database.ts';
import { storeSettings } from '../settings/store-settings.ts';
import { VERSION } from '../version.ts';
import { backupInWords } from './backup-in-words.ts';
import type { Work } from './command.ts';
import { recordReading } from './record-deed.ts';
import { UsageError } from './usage-error.ts';

/** Writes the embedded store into a file, also while the bot runs (docs/rules.md, "Backup and restore"). */
export const backup: Work<[string]> = async ({ args: [file] }, env, terminal) => {
  const { mongodbUri, dataDir } = storeSettings(env);
  if (mongodbUri !== null)
    throw new UsageError(
      'On MongoDB the backup is mongodump\'s: mongodump --uri="$MONGODB_URI" --archive=FILE --gzip (docs/operations.md, "Backup").',
    );
  if (!(await hasDataFiles(dataDir))) throw new NoStore(dataDir);
  if (`${resolve(file)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`))
    throw new UsageError(
      `${file} lies in DATA_DIR. Give a path outside, on another disk: what takes the store must not take its backup.`,
    );
  // Whoever has the backup has everything in it.
  await recordReading(env, terminal.warn, { did: 'backup' });
  const progress = terminal.progress('Writing the backup');
  const made = await writeBackup(dataDir, file, {
    now: new Date(),
    by: VERSION,
    onwards: (done, total) => progress.to(done, total),
  }).finally(() => progress.end());
  terminal.print(`${file} holds ${backupInWords(made)}.`);
  terminal.print(
    made.kind === 'real'
      ? 'Keep it as safe as the store: it holds what colleagues wrote. It is of use only with SECRET and ANONYMITY_KEY; keep those apart from it.'
      : "It is a sandbox's, and holds the secrets that the sandbox made.",
  );
};
