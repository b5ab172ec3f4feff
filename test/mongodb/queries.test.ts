import assert from 'node:assert/strict';
import { MongoClient } from 'mongodb';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { readConfig } from '../../app/config.ts';
import { startSammen } from '../../app/start-sammen.ts';
import { portsContract } from '../store/contract/ports-contract.ts';
import { ANSWER, askAndAccept, askAndOffer } from '../support/fixtures/sandbox-cases.ts';
import { pressOf, type Sandbox, sandboxAt, TUESDAY } from '../support/processes/sandbox.ts';
import { fillUp } from './support/fill.ts';
import { fitsAnIndex } from './support/fits-index.ts';
import { explains, ordersByIndex } from './support/known-differences.ts';
import { planOf, readsEverything, sortsInMemory } from './support/plans.ts';
import { declaredIndexes, forgetQueries, type Query, recordedQueries } from './support/recorder.ts';
import { TEST_URI, type TestDatabase, testDatabase } from './support/test-database.ts';

/** Read whole on purpose, at a start or by hand, and small: nothing that a request waits for. */
const READ_WHOLE = new Set(['closedDays']);

const isOnRequestPath = ({ collection, filter, sort }: Query): boolean =>
  !(READ_WHOLE.has(collection) && Object.keys(filter).length + Object.keys(sort).length === 0);

/** A day in which every kind of query comes up. */
const aDay = async (sandbox: Sandbox): Promise<void> => {
  await sandbox.setClock(TUESDAY);
  const { asker, agent, id } = await askAndAccept(sandbox);
  for (const words of ['hjælp', 'mine sager', 'agenter', 'sag 1', 'profil', 'søg rampe'])
    await sandbox.say(agent, words);
  await sandbox.pressNewest(agent, 'answer-case', ANSWER);
  await sandbox.pressNewest(asker, 'rate-answer', { helpful: 'yes' });
  const other = await askAndOffer(sandbox);
  for (let offers = 0; offers < 3; offers += 1) {
    const card = await sandbox.button(await sandbox.agents(), 'decline-case', { case: other.id });
    await sandbox.press(pressOf(card, { reason: 'not-my-field' }));
  }
  await sandbox.pressNewest(other.asker, 'share-with-all', { share: 'yes' });
  await sandbox.say(agent, 'mine sager');
  await sandbox.say(asker, 'Vi har et problem med naboerne til den nye plads.');
  await sandbox.advance('P3D');
  const { jobs } = await sandbox.expect<{ jobs: string[] }>(200, 'GET', '/sandbox/jobs');
  for (const job of jobs) await sandbox.job(job);
  assert.notEqual(id, other.id);
};

if (TEST_URI !== null) {
  describe('every query on MongoDB', () => {
    before(forgetQueries);
    portsContract('MongoDB, recorded', async () => {
      const { uri, drop } = testDatabase();
      return { database: await openMongo(uri), cleanup: drop };
    });
    afterADay();
  });
}

/** What was asked by then, by the ports' contracts and by a day of the whole program. */
function afterADay(): void {
  describe('after a day', () => {
    let database: TestDatabase;
    before(async () => {
      database = testDatabase();
      const config = readConfig({ SANDBOX: 'on', PORT: '0', LOG_LEVEL: 'error', MONGODB_URI: database.uri });
      const sammen = await startSammen(config);
      try {
        await aDay(sandboxAt(() => sammen.url.replace(/\/$/, '')));
      } finally {
        await sammen.stop();
      }
    });
    after(() => database.drop());

    it('is answered by a declared index: found by equality or range, and in its order', () => {
      const queries = recordedQueries().filter(isOnRequestPath);
      assert.ok(queries.length > 25, `${queries.length} shapes were seen`);
      const without = queries.filter((query) => !fitsAnIndex(query, declaredIndexes(query.collection)));
      assert.deepEqual(
        without.map(({ collection, filter, sort }) => ({ collection, filter, sort })),
        [],
      );
    });

    it('has a plan that reads no collection whole, and sorts only where no index of the server gives an order', async function () {
      if (!(await explains())) this.skip();
      const mustSort = !(await ordersByIndex());
      const client = await MongoClient.connect(database.uri);
      try {
        const asked = recordedQueries().filter(isOnRequestPath);
        await fillUp(
          client.db(),
          asked.map(({ collection }) => collection),
        );
        const bad: unknown[] = [];
        for (const query of asked) {
          const plan = await planOf(client.db(), query);
          // What asks for an order and nothing else has no other way there.
          const onlyOrders = Object.keys(query.filter).length === 0;
          const reads = readsEverything(query, plan) && !(mustSort && onlyOrders);
          const sorts = sortsInMemory(plan) && !mustSort;
          if (plan.length === 0 || reads || sorts) bad.push({ ...query, plan });
        }
        assert.deepEqual(bad, []);
      } finally {
        await client.close();
      }
    });
  });
}
