import { restoreBackup } from '../restore-backup.ts';
import { secretsOf, storeSettings } from '../settings/store-settings.ts';
import { backupInWords } from './backup-in-words.ts';
import type { Work } from './command.ts';
import { recordReading } from './record-deed.ts';
import { UsageError } from './usage-error.ts';

/** Puts a backup in the place of the embedded store, all or nothing (docs/rules.md, "Backup and restore"). */
export const restore: Work<[string], { replace?: true }> = async (
  { args: [file], options: { replace = false } },
  env,
  terminal,
) => {
  const { mongodbUri, dataDir, sandbox } = storeSettings(env);
  if (mongodbUri !== null)
    throw new UsageError(
      'On MongoDB mongorestore restores, and "repeat-erasures FILE" erases again who was erased since (docs/operations.md, "Backup").',
    );
  const progress = terminal.progress('Reading the backup');
  const { contents, toRepeat } = await restoreBackup(file, {
    home: dataDir,
    kind: sandbox ? 'sandbox' : 'real',
    secrets: secretsOf(env),
    replace,
    onwards: (done, total) => progress.to(done, total),
    record: () => recordReading(env, terminal.warn, { did: 'restore' }),
  }).finally(() => progress.end());
  terminal.print(`${dataDir} holds ${backupInWords(contents)} now.`);
  terminal.print(
    toRepeat === 0
      ? 'Nobody that the register of the former store knows was erased since.'
      : `${toRepeat} ${toRepeat === 1 ? 'id was' : 'ids were'} erased since. Whoever had ${toRepeat === 1 ? 'it' : 'them'} is erased again at the start, before anybody is heard or written to.`,
  );
  terminal.print('Sammen goes on where it was then, and sends at its start what was due.');
};
