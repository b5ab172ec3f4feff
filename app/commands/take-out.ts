import { randomBytes } from 'node:crypto';
import { openCases } from '../../adapters/store/cases.ts';
import { openCounter } from '../../adapters/store/counters.ts';
import { openDrafts } from '../../adapters/store/drafts.ts';
import { keptValue, readKeptValue } from '../../adapters/store/kept-values.ts';
import { openStories } from '../../adapters/store/stories.ts';
import type { ExamplesOfCase } from '../../bot/keeping/port.ts';
import { lookForWords, PLACES, type Places, sumOf, takeOut as takeWordsOut } from '../../bot/keeping/take-out.ts';
import { Refusal } from '../../bot/refusal.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import { CONTENT_FOLDER } from '../content/content-reader.ts';
import { contentSourcesIn } from '../content/content-sources.ts';
import { createExamplesOfCase } from '../content/examples-of-case.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import type { Environment } from '../settings/config.ts';
import { givenIn } from '../settings/given.ts';
import type { Terminal, Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { nowIn } from './now-in.ts';
import { recordDeed, recordReading } from './record-deed.ts';
import { UsageError } from './usage-error.ts';
import { withStore } from './with-store.ts';

/**
 * Takes words out of a case and of what came of it (docs/rules.md, "Words taken out"). The log of access says so first,
 * without the words.
 */
export const takeOut: Work<[caseNumber: number, words: string], { dryRun?: true }> = async (
  { args: [number, words], options: { dryRun = false } },
  env,
  terminal,
) => {
  const { organisation } = contentFor(env, terminal);
  if (dryRun) return lookOnly(number, words, env, terminal);
  await withStore(env, terminal, async (store, database) => {
    const now = await nowIn(database);
    const deps = {
      cases: store.cases,
      casesWithWords: store.cases,
      storyOfCase: store.stories,
      draftsOfCase: store.drafts,
      examplesOfCase: examplesWith(
        givenKey(env) ?? (await keptValue(database, 'anonymity-key', () => randomBytes(32).toString('base64url'))),
        env,
      ),
      cardsAbout: store.posts,
      leftovers: database,
      clock: () => now,
      time: createWorkingTime(organisation, store.closedDays),
    };
    const places = await lookForWords(number, words, deps).catch(inWords(number));
    const found = { case: number, detail: String(sumOf(places)) };
    if (sumOf(places) === 0) {
      await recordDeed(store.adminLog, env, { did: 'look-for-words', ...found });
      return sayWhatIsThere(number, places, terminal);
    }
    const recorded = await recordDeed(store.adminLog, env, { did: 'take-out', ...found });
    await takeWordsOut(number, words, deps, recorded).catch(inWords(number));
    terminal.print(`The words were taken out of case ${number}: ${inPlaces(places)}.`);
    terminal.print(
      'A running Sammen, or the next start, corrects the cards. Older messages in chats stay as they are.',
    );
  });
};

/** Looks into a copy of the store, also while Sammen runs. */
const lookOnly = async (number: number, words: string, env: Environment, terminal: Terminal): Promise<void> => {
  const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
  try {
    const deps = {
      cases: await openCases(copy, await openCounter(copy, 'case')),
      storyOfCase: await openStories(copy),
      draftsOfCase: await openDrafts(copy),
      examplesOfCase: examplesWith(givenKey(env) ?? (await readKeptValue(copy, 'anonymity-key')), env),
    };
    const places = await lookForWords(number, words, deps).catch(inWords(number));
    const found = { case: number, detail: String(sumOf(places)) };
    await recordReading(env, terminal.warn, { did: 'look-for-words', ...found });
    sayWhatIsThere(number, places, terminal);
  } finally {
    await copy.close();
  }
};

const givenKey = (env: Environment): string | null => env.ANONYMITY_KEY?.trim() || null;

/** The examples in the municipality's files; without any key, no case has given one. */
const examplesWith = (key: string | null, env: Environment): ExamplesOfCase => {
  if (key === null) return { change: async () => undefined };
  return createExamplesOfCase(contentSourcesIn(givenIn(env)), CONTENT_FOLDER, key);
};

const sayWhatIsThere = (number: number, places: Places, { print }: Pick<Terminal, 'print'>): void =>
  print(
    sumOf(places) === 0
      ? `The words do not stand in case ${number}. Nothing was changed.`
      : `The words stand in case ${number}: ${inPlaces(places)}. Nothing was changed.`,
  );

const inWords =
  (number: number) =>
  (error: unknown): never => {
    throw error instanceof Refusal ? (REFUSALS[error.code]?.(number) ?? error) : error;
  };

const REFUSALS: Partial<Record<Refusal['code'], (number: number) => UsageError>> = {
  'no-such-case': (number) => new UsageError(`There is no case ${number}.`),
  'case-held': (number) =>
    new UsageError(`Case ${number} is under a legal hold, so its words stay. "release ${number}" takes the hold off.`),
  'words-too-short': () => new UsageError('Give words of at least two letters, with commas between several.'),
};

const inPlaces = (places: Places): string =>
  PLACES.filter((place) => places[place] > 0)
    .map((place) => `${place} ${places[place]}`)
    .join(', ');
