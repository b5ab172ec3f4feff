import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from '../../bot/cases/case.ts';
import type { RunningSammen } from '../support/processes/running-sammen.ts';
import { eventually } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI } from './support/test-database.ts';
import { createTraffic } from './support/traffic.ts';
import { ALL_IS_SENT, onDatabase, startBoth, startOn } from './support/two-processes.ts';

/** Ten by default; `MONGODB_KILLS=100` takes a quarter of an hour. */
const KILLS = Number(process.env.MONGODB_KILLS ?? 10);
const CONVERSATIONS = 3;

if (TEST_URI !== null) {
  describe('two processes on MongoDB', () => {
    it(`lose and duplicate nothing when one of them is killed, ${KILLS} times`, function () {
      this.timeout(60_000 + KILLS * 20_000);
      return onDatabase(({ uri }, raw) =>
        inTempFolder(async (folder) => {
          const running: RunningSammen[] = await startBoth(uri, folder);
          try {
            const traffic = await createTraffic(() => running.map(({ url }) => url)).start(CONVERSATIONS);
            for (let kill = 0; kill < KILLS; kill += 1) {
              const which = kill % 2;
              await sleep(Math.random() * 300);
              await running[which]?.kill();
              running[which] = await startOn(uri, folder);
            }
            await traffic.stop();
            const deliveries = raw.db().collection('deliveries');
            await eventually(
              'everything to be sent',
              async () => ((await deliveries.countDocuments({ state: 'due' })) === 0 ? true : null),
              ALL_IS_SENT,
            );
            assert.ok(traffic.words() > KILLS, `${traffic.words()} messages were acknowledged`);
            assert.equal(await deliveries.countDocuments({ state: { $in: ['failed', 'unreachable'] } }), 0);
            await traffic.check(await raw.db().collection<Case>('cases').find().toArray());
          } finally {
            await Promise.all(running.map((sammen) => sammen.stop()));
          }
        }),
      );
    });
  });
}
