import { randomBytes } from 'node:crypto';
import { keptValue } from '../../adapters/store/kept-values.ts';
import { lookForWords, PLACES, type Places, sumOf, takeOut as takeWordsOut } from '../../bot/keeping/take-out.ts';
import { Refusal } from '../../bot/refusal.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import { CONTENT_FOLDER } from '../content/content-reader.ts';
import { contentSourcesIn } from '../content/content-sources.ts';
import { createExamplesOfCase } from '../content/examples-of-case.ts';
import { givenIn } from '../settings/given.ts';
import type { Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { nowIn } from './now-in.ts';
import { recordDeed } from './record-deed.ts';
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
  await withStore(env, terminal, async (store, database) => {
    const now = await nowIn(database);
    const key =
      env.ANONYMITY_KEY?.trim() ||
      (await keptValue(database, 'anonymity-key', () => randomBytes(32).toString('base64url')));
    const deps = {
      cases: store.cases,
      casesWithWords: store.cases,
      storyOfCase: store.stories,
      draftsOfCase: store.drafts,
      examplesOfCase: createExamplesOfCase(contentSourcesIn(givenIn(env)), CONTENT_FOLDER, key),
      cardsAbout: store.posts,
      leftovers: database,
      clock: () => now,
      time: createWorkingTime(organisation, store.closedDays),
    };
    const inWords = (error: unknown): never => {
      throw error instanceof Refusal ? (REFUSALS[error.code]?.(number) ?? error) : error;
    };
    const places = await lookForWords(number, words, deps).catch(inWords);
    const found = { case: number, detail: String(sumOf(places)) };
    if (dryRun || sumOf(places) === 0) {
      await recordDeed(store.adminLog, env, { did: 'look-for-words', ...found });
      return terminal.print(
        sumOf(places) === 0
          ? `The words do not stand in case ${number}. Nothing was changed.`
          : `The words stand in case ${number}: ${inPlaces(places)}. Nothing was changed.`,
      );
    }
    const recorded = await recordDeed(store.adminLog, env, { did: 'take-out', ...found });
    await takeWordsOut(number, words, deps, recorded).catch(inWords);
    terminal.print(`The words were taken out of case ${number}: ${inPlaces(places)}.`);
    terminal.print(
      'A running Sammen, or the next start, corrects the cards. Older messages in chats stay as they are.',
    );
  });
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
