import assert from 'node:assert/strict';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { openStories } from '../../adapters/store/stories.ts';
import { caseId, storyId } from '../../bot/ids.ts';
import { aStory, masked } from '../support/fixtures/builders.ts';
import type { RunningSammen } from '../support/processes/running-sammen.ts';
import { eventually, type Sandbox, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI } from './support/test-database.ts';
import { complaintsOf, onDatabase, startBoth } from './support/two-processes.ts';

const ID = storyId('s-two-processes');
const TOLD = 'Vi satte en fuglekasse op sammen med beboerne, og så kom de igen.';

const asks = async (sandbox: Sandbox, who: string): Promise<string> => {
  const before = (await sandbox.messages(who)).length;
  await sandbox.say(who, 'søg fuglekasser');
  const answer = async () => (await sandbox.messages(who)).slice(before + 1).at(-1)?.text ?? null;
  return eventually('what the search found', answer);
};

if (TEST_URI !== null) {
  describe('a story and two processes on MongoDB', () => {
    it('is found in both as soon as one of them has it, and in neither once it is taken down in one', () =>
      onDatabase(({ uri }) =>
        inTempFolder(async (folder) => {
          const running: RunningSammen[] = await startBoth(uri, folder);
          const [first, second] = [0, 1].map((which) => sandboxAt(() => running[which]?.url ?? '')) as [
            Sandbox,
            Sandbox,
          ];
          try {
            const reader = await first.addPerson({ name: 'Line Læser', unit: 'Skole' });
            const hr = await first.addPerson({ name: 'Hanne Holm', unit: 'Ledelse', roles: ['hr'] });
            // Both have read all stories before there is this one.
            for (const sandbox of [first, second]) assert.doesNotMatch(await asks(sandbox, reader), /fuglekasse op/);

            const database = await openMongo(uri);
            const stories = await openStories(database);
            const published = { state: 'published', publishedIn: '2026-W47', text: masked(TOLD) } as const;
            await stories.add(
              aStory({ _id: ID, case: caseId('a-case-of-old'), teller: null, agent: null, ...published }),
            );
            await database.close();
            for (const sandbox of [first, second]) assert.match(await asks(sandbox, reader), /fuglekasse op/);

            await second.say(hr, 'fortællinger');
            await second.press({ person: hr, ...(await shown(second, hr)) });
            for (const sandbox of [first, second]) assert.doesNotMatch(await asks(sandbox, reader), /fuglekasse op/);
          } finally {
            for (const ended of await Promise.all(running.map((sammen) => sammen.stop())))
              assert.deepEqual(complaintsOf(ended), []);
          }
        }),
      ));
  });
}

/** The press that takes the story down, once its card stands in HR's chat. */
const shown = async (sandbox: Sandbox, hr: string) => {
  const list = await sandbox.button(hr, 'show-story', { story: ID });
  await sandbox.press({ person: hr, message: list.message.id, verb: 'show-story', data: { story: ID } });
  const { message } = await sandbox.button(hr, 'withdraw-story', { story: ID });
  return { message: message.id, verb: 'withdraw-story', data: { story: ID, reason: 'En borger kan kendes på den.' } };
};
