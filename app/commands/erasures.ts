import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { backupFault } from '../../adapters/store/embedded/backup-form.ts';
import { addErasures, readErasures, surveyErasures } from '../../adapters/store/erasures.ts';
import { openPeople } from '../../adapters/store/people.ts';
import { readSeal } from '../../adapters/store/store-keys.ts';
import { databaseToRead, openExistingDatabase, refuseWithoutStore } from '../open-database.ts';
import { openStore } from '../open-store.ts';
import type { Environment } from '../settings/config.ts';
import { secretsOf, storeSettings } from '../settings/store-settings.ts';
import type { Terminal, Work } from './command.ts';
import { readRegister, refuseToLose, registerLines } from './erasure-register.ts';

/** Writes the register of erasures into a file, for a database that is restored by other means (docs/rules.md, "Backup and restore"). */
export const exportErasures: Work<[string]> = async ({ args: [file] }, env, terminal) => {
  const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
  try {
    const entries = await readErasures(copy);
    await refuseToLose(file, entries);
    const part = `${file}.${randomBytes(4).toString('hex')}.part`;
    try {
      // A register is never a smaller one's victim by half: whoever dies here leaves the old one.
      await writeFile(part, registerLines(entries), { flag: 'wx', mode: 0o600, flush: true });
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw backupFault(error, file);
    }
    terminal.print(`${file} holds ${entries.length} erased ${entries.length === 1 ? 'id' : 'ids'}, and names nobody.`);
  } finally {
    await copy.close();
  }
};

/** Gives a store a register from before it was restored. The bot erases within a minute, or at its start, who stands there. */
export const repeatErasures: Work<[string], { dryRun?: true }> = async (
  { args: [file], options: { dryRun = false } },
  env,
  terminal,
) => {
  if (dryRun) return sayWhoWouldGo(file, env, terminal);
  const settings = storeSettings(env);
  const database = await openExistingDatabase(settings, terminal.warn);
  try {
    const entries = await readRegister(file);
    await openStore(database, settings.sandbox ? 'sandbox' : 'real', [], secretsOf(env));
    const added = await addErasures(database, entries);
    terminal.print(
      added === 0
        ? 'The store knows all of these erasures. There is nothing to repeat.'
        : `${added} of ${entries.length} erased ids are new to this store. Sammen erases them again at its start, or within a minute where it runs.`,
    );
  } finally {
    await database.close();
  }
};

const sayWhoWouldGo = async (file: string, env: Environment, { print }: Terminal): Promise<void> => {
  const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
  try {
    const entries = await readRegister(file);
    const among = (await (await openPeople(copy)).all()).map(({ _id }) => _id);
    const seal = await readSeal(copy, secretsOf(env));
    const { added, people } = await surveyErasures(copy, entries, { among, seal });
    print(`Erased ids in the register: ${entries.length}, of which new to this store: ${added}`);
    print(`People in the store who would be erased again: ${people.length}`);
    print('Nothing was changed: this was a dry run.');
  } finally {
    await copy.close();
  }
};
