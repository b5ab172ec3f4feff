import { rehearseRestore, restoreBackup } from '../restore-backup.ts';
import { secretsOf, storeSettings } from '../settings/store-settings.ts';
import { backupInWords } from './backup-in-words.ts';
import type { Progress, Terminal, Work } from './command.ts';
import { recordReading } from './record-deed.ts';
import { UsageError } from './usage-error.ts';

/** Puts a backup in the place of the embedded store, all or nothing (docs/rules.md, "Backup and restore"). */
export const restore: Work<[string], { replace?: true; dryRun?: true }> = async (
  { args: [file], options: { replace = false, dryRun = false } },
  env,
  terminal,
) => {
  const { mongodbUri, dataDir, sandbox } = storeSettings(env);
  if (mongodbUri !== null)
    throw new UsageError(
      'On MongoDB mongorestore restores, and "repeat-erasures FILE" erases again who was erased since (docs/operations.md, "Backup").',
    );
  const progress = terminal.progress('Reading the backup');
  const wanted = {
    home: dataDir,
    kind: sandbox ? ('sandbox' as const) : ('real' as const),
    secrets: secretsOf(env),
    onwards: (done: number, total: number) => progress.to(done, total),
  };
  if (dryRun) return rehearse(file, wanted, terminal, progress);
  const { contents, toRepeat } = await restoreBackup(file, {
    ...wanted,
    replace,
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

const rehearse = async (
  file: string,
  wanted: Parameters<typeof rehearseRestore>[1],
  { print }: Terminal,
  progress: Progress,
): Promise<void> => {
  const { contents, toRepeat, former } = await rehearseRestore(file, wanted).finally(() => progress.end());
  print(`${file} is whole and opens with these settings. Sammen ${contents.by} made it, and it holds`);
  print(`${backupInWords(contents)}.`);
  print(
    former === null
      ? `${wanted.home} holds no store, so none would be replaced.`
      : `The store in ${wanted.home} would be replaced${former.cases === null ? '' : `, with the cases it holds now: ${former.cases}`}.`,
  );
  print(`Ids that were erased since, and would be erased again: ${toRepeat}`);
  print('Nothing was changed: this was a dry run.');
};
