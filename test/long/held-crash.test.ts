import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../support/fixtures/seeded.ts';
import { program, type RunningSammen, startSammen } from '../support/processes/running-sammen.ts';
import { eventually, sandboxAt, TUESDAY } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { localClient } from '../teams/support/local-client.ts';
import { wordsOn } from '../teams/support/teams-context.ts';

const IS_SHORT = process.env.LONG === 'short';
/** The agent writes after every second kill. */
const KILLS = IS_SHORT ? 3 : 60;
/** The longest time a process lives before it is killed. */
const MAX_LIFETIME_MS = 1_500;
/** A platform that shut Sammen out is asked again within ten minutes. */
const MAX_WAIT_MS = 11 * 60_000;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** A word of letters only, because digits could be mistaken for a personal number. */
const markOf = (n: number): string =>
  `ord${[...String(n).padStart(3, '0')].map((d) => 'bdfghjklmn'[Number(d)]).join('')}`;

describe('Sammen, killed again and again while Teams shuts it out,', function () {
  this.timeout(20 * 60_000);

  it(`loses no word, claims that none arrived, and brings each once when it is let in (${KILLS} kills)`, () =>
    inTempFolder(async (folder) => {
      const random = seeded(seed);
      const start = (shift = 0) => {
        const settings = { TEAMS_LOCAL: 'on', CLOCK_SHIFT_MS: String(shift) };
        return startSammen(folder, settings, [], program('at-another-time'));
      };
      let running: RunningSammen = await start();
      const sandbox = sandboxAt(() => running.url);
      await sandbox.setClock(TUESDAY);
      const ulla = await localClient('Ulla', () => running.url);
      try {
        await ulla.say('Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?');
        await ulla.newest(/Skaterne/);
        await ulla.press('submit-dilemma', { anonymous: 'no' });
        const { person: agent, action } = await sandbox.pressNewest(await sandbox.agents(), 'accept-case', {
          text: 'Hvor mange er de?',
        });
        await ulla.newest(/Hvor mange er de\?/);

        const refused = { status: 401, body: { error: { code: 'Unauthorized', message: 'the secret has lapsed' } } };
        ulla.connector.trouble = () => refused;
        const before = ulla.connector.messages.length;
        const marks: string[] = [];
        for (let kill = 0; kill < KILLS; kill++) {
          if (kill % 2 === 0) {
            const mark = markOf(kill);
            await sandbox.pressNewest(agent, 'reply', { case: action.data.case ?? '', text: `Så er der ${mark}.` });
            marks.push(mark);
          }
          await sleep(random.below(MAX_LIFETIME_MS));
          await running.kill();
          running = await start();
        }
        assert.equal(ulla.connector.messages.length, before, 'nothing got through');
        const card = (await sandbox.messages(agent)).findLast(({ text }) => text.includes(marks.at(-1) ?? ''))?.text;
        assert.match(card ?? '', /er på vej til Ulla|venter på at komme frem/);
        assert.doesNotMatch(card ?? '', /har fået/);

        ulla.connector.trouble = null;
        if (IS_SHORT) {
          // Its clock passes the wait, so that CI need not.
          await running.kill();
          running = await start(MAX_WAIT_MS);
        }
        const timesShown = (mark: string) =>
          ulla.connector.messages.filter(({ sent }) => wordsOn(sent).includes(mark)).length;
        await eventually(
          'all words at the other side',
          async () => (marks.every((mark) => timesShown(mark) > 0) ? true : null),
          MAX_WAIT_MS,
        );
        assert.deepEqual(
          marks.map((mark) => [mark, timesShown(mark)]),
          marks.map((mark) => [mark, 1]),
        );
        await eventually('the ok on the card', async () =>
          /har fået din besked/.test(await sandbox.read(agent)) ? true : null,
        );
        assert.deepEqual(ulla.connector.violations, []);
        console.log(`      seed ${seed}: ${marks.length} words through ${KILLS} kills, each there once`);
      } catch (error) {
        console.log(`      SEED=${seed} failed`);
        throw error;
      } finally {
        await running.stop();
        await ulla.connector.close();
      }
    }));
});
