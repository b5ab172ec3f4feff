import { openCases } from '../../adapters/store/cases.ts';
import type { Database } from '../../adapters/store/collection.ts';
import { openCounter } from '../../adapters/store/counters.ts';
import { readKeptValue } from '../../adapters/store/kept-values.ts';
import { openPeople } from '../../adapters/store/people.ts';
import type { Recorded } from '../../bot/audit/record.ts';
import { asExample } from '../../bot/cases/as-example.ts';
import { createNameRemover } from '../../bot/privacy/without-names.ts';
import type { NamedExample } from '../../bot/routing/examples.ts';
import { CONTENT_FOLDER } from '../content/content-reader.ts';
import { contentSourcesIn } from '../content/content-sources.ts';
import { exampleIdOf } from '../content/examples-of-case.ts';
import type { Content } from '../content/load-content.ts';
import { addOwnExamples, ownExamplesFile, readOwnExamples } from '../content/own-examples.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import { givenIn } from '../settings/given.ts';
import type { Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { recordReading } from './record-deed.ts';
import { UsageError } from './usage-error.ts';

/** @param folder where the municipality's file of examples is when it has no `CONTENT_DIR` */
export const createExamples =
  (folder: URL): Work<[], { approve?: string[] }> =>
  async ({ options: { approve: approved } }, env, terminal) => {
    const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
    try {
      const sources = contentSourcesIn(givenIn(env));
      const file = ownExamplesFile(sources, folder);
      const own = new Set(readOwnExamples(sources, folder).map(({ id }) => id));
      const all = await examplesIn(
        copy,
        env.ANONYMITY_KEY?.trim() || null,
        contentFor(env, terminal),
        await recordReading(env, terminal.warn, { did: 'read-examples' }),
      );
      if (approved === undefined) {
        for (const example of all) if (!own.has(example.id)) terminal.print(JSON.stringify(example));
        return;
      }
      const byId = new Map(all.map((example) => [example.id, example]));
      const twice = approved.filter((id, i) => own.has(id) || approved.indexOf(id) !== i);
      if (twice.length > 0) throw new UsageError(`${twice.join(', ')} would stand twice in ${file.name}. ${NOTHING}`);
      const chosen = approved.flatMap((id) => byId.get(id) ?? []);
      const unknown = approved.filter((id) => !byId.has(id));
      if (unknown.length > 0)
        throw new UsageError(
          `There is no example ${unknown.join(', ')}. ${NOTHING} "examples" prints those there are.`,
        );
      addOwnExamples(file, chosen);
      terminal.print(
        `${chosen.length} ${chosen.length === 1 ? 'example was' : 'examples were'} added to ${file.name}. Sammen learns from it at its next start.`,
      );
    } finally {
      await copy.close();
    }
  };

/**
 * Prints the dilemmas whose principle or topic a person named, without names, as lines of `content/examples.ndjson`; or
 * adds those that an administrator has read and approved to that file (docs/rules.md, "What routing learns from"). It
 * reads a copy of the store, so it works while the bot runs.
 */
export const examples = createExamples(CONTENT_FOLDER);

const NOTHING = 'Nothing was added.';

/** The examples that the cases in the store give, in an order that tells nothing of when they were asked. */
const examplesIn = async (
  copy: Database,
  givenKey: string | null,
  { warningWords }: Pick<Content, 'warningWords'>,
  _recorded: Recorded<'read-examples'>,
): Promise<NamedExample[]> => {
  const key = givenKey ?? (await readKeptValue(copy, 'anonymity-key'));
  if (key === null)
    throw new UsageError('examples needs the ANONYMITY_KEY that Sammen runs with: the ids are made with it.');
  const corrected = await (await openCases(copy, await openCounter(copy, 'case'))).corrected();
  const everybody = await (await openPeople(copy)).all();
  const alive = new Map(everybody.flatMap((one) => (one.forgetting === undefined ? [[one._id, one] as const] : [])));
  const withoutNames = createNameRemover(
    warningWords.names,
    everybody.map(({ name }) => name),
  );
  return corrected
    .flatMap((c): NamedExample[] => {
      const example = asExample(c, (id) => alive.get(id), withoutNames);
      return example === null ? [] : [{ id: exampleIdOf(c._id, key), ...example }];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
};
