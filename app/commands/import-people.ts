import { randomBytes } from 'node:crypto';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { hasDataFiles } from '../../adapters/store/embedded/read-copy.ts';
import { checkRows, stayingEmails } from '../../bot/people/directory/check-rows.ts';
import { compareDirectory, type Difference, tooManyGone } from '../../bot/people/directory/compare.ts';
import { addressesOn } from '../../bot/people/directory/match-rows.ts';
import { type Row, type RowFault, readRow } from '../../bot/people/directory/row.ts';
import type { Person } from '../../bot/people/person.ts';
import { createSeal, type Seal } from '../../bot/seal.ts';
import type { Language } from '../../bot/words.ts';
import { applyDifference } from '../import/apply.ts';
import { decodeText } from '../import/decode-text.ts';
import { ImportStopped } from '../import/import-stopped.ts';
import { type PeopleList, readList } from '../import/read-list.ts';
import { reportDifference, reportFaults } from '../import/report.ts';
import { openDatabase } from '../open-database.ts';
import { openStore, type Store } from '../open-store.ts';
import { peopleToRead } from '../people-to-read.ts';
import type { Environment } from '../settings/config.ts';
import { secretsOf, storeSettings } from '../settings/store-settings.ts';
import { whyNotRead } from '../system-error.ts';
import type { Terminal, Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

type Flags = { dryRun?: true; skipBad?: true; letThemGo?: true; asNew?: true };

/** Brings the directory in line with a list of people (docs/rules.md, "The list of people"). */
export const importPeople: Work<[file: string], Flags> = async ({ args: [file], options: flags }, env, terminal) => {
  const { text, encoding } = decodeText(await contentOf(file));
  const list = readList(text);
  const { separator, unused } = list;
  const separatorName = separator === '\t' ? 'tab' : separator;
  const { guest, off } = list.leftOut;
  const count = list.rows.length + list.faults.length + guest + off;
  terminal.print(`${file}: ${count} rows, ${encoding}, separator ${separatorName}`);
  if (unused.length > 0) terminal.print(`Not used: ${unused.map((name) => JSON.stringify(name)).join(', ')}`);
  if (guest + off > 0) terminal.print(`Left out: guests ${guest}, accounts that are switched off ${off}`);
  const language = contentFor(env, terminal).organisation.language;
  if (flags.dryRun) {
    const seal = createSeal(randomBytes(32));
    compareAndReport(list, await peopleToRead(env), { flags, language, terminal, seal });
    terminal.print('Nothing was changed: this was a dry run.');
    return;
  }
  await withStore(env, terminal, async ({ people }, home) => {
    const difference = compareAndReport(list, await people.all(), { flags, language, terminal, seal: people.seal });
    const progress = terminal.progress('Writing the changes');
    await applyDifference(difference, people, home, progress.to).catch(sayHowToGoOn).finally(progress.end);
  });
  terminal.print('Done.');
};

const sayHowToGoOn = (error: unknown): never => {
  if (!(error instanceof StoreUnavailable)) throw error;
  throw new ImportStopped(
    `${error.message}. Part of the list is written, and stays. Import the same list again when the store answers: it goes on where it stopped.`,
  );
};

const contentOf = (file: string): Promise<Buffer> =>
  readInput(file).catch((error) => {
    const why = error instanceof UsageError ? null : whyNotRead(error);
    throw why === null ? error : new UsageError(`${file} ${why}`, { cause: error });
  });

type Home = 'sandbox' | null;

const withStore = async (
  env: Environment,
  terminal: Terminal,
  work: (store: Store, home: Home) => Promise<void>,
): Promise<void> => {
  const settings = storeSettings(env);
  if (settings.mongodbUri === null && !(await hasDataFiles(settings.dataDir))) {
    terminal.print(`There is no store in ${settings.dataDir} yet, so a new one is made there.`);
  }
  const database = await openDatabase(settings, terminal.warn);
  try {
    const store = await openStore(database, settings.sandbox ? 'sandbox' : 'real', [], secretsOf(env));
    await work(store, settings.sandbox ? 'sandbox' : null);
  } finally {
    await database.close();
  }
};

/**
 * Compares the list with the directory and prints what would change.
 * @throws ImportStopped for bad rows without --skip-bad, and when too many people would be gone
 */
const compareAndReport = (
  list: PeopleList,
  everybody: readonly Person[],
  { flags, language, terminal, seal }: { flags: Flags; language: Language; terminal: Terminal; seal: Seal },
): Difference => {
  const read = list.rows.map(readRow);
  const good = read.filter((row): row is Row => !Array.isArray(row));
  const unreadable: RowFault[] = [...list.faults, ...read.filter((row) => Array.isArray(row)).flat()];
  const own = new Set([...good, ...unreadable].flatMap(({ email }) => (email?.includes('@') ? [email] : [])));
  const named = new Set([...own, ...good.flatMap(addressesOn)]);
  // A bad row whose address cannot be read may belong to anybody in the directory.
  const nameless = own.size < good.length + new Set(unreadable.map(({ line }) => line)).size;
  const keepAll = nameless && flags.skipBad === true && !flags.letThemGo;
  const { rows, faults } = checkRows(good, new Set([...named, ...stayingEmails(everybody, keepAll)]));
  const bad = [...unreadable, ...faults];
  const difference = compareDirectory(rows, {
    seal,
    people: everybody,
    named,
    language,
    keepAll,
    asNew: flags.asNew === true,
  });
  terminal.print(reportDifference(difference));

  if (bad.length > 0) {
    const count = new Set(bad.map(({ line }) => line)).size;
    const badRows = `${count} bad ${count === 1 ? 'row' : 'rows'}:\n${reportFaults(bad)}`;
    if (!flags.skipBad)
      throw new ImportStopped(`${badRows}\nNothing was changed. Mend them, or leave them out with --skip-bad.`);
    terminal.print(
      `${badRows}\nLeft out.${keepAll ? ' Nobody counts as gone this time, for a bad row may be theirs (--let-them-go).' : ''}`,
    );
  }
  if (tooManyGone(difference, everybody) && !flags.letThemGo) {
    throw new ImportStopped(
      `${difference.gone.length} people would be gone, which is more than 5 % of the list. Nothing was changed. Is the list whole? If it is, say so with --let-them-go.`,
    );
  }
  return difference;
};
