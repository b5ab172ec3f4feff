import assert from 'node:assert/strict';
import { MongoClient } from 'mongodb';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { createLog } from '../../app/log.ts';
import { readConfig } from '../../app/settings/config.ts';
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

/** Small collections that are read whole on purpose, at a start or by hand: no request waits for them. */
const READ_WHOLE = new Set(['closedDays']);

const isOnRequestPath = ({ collection, filter, sort }: Query): boolean =>
  !(READ_WHOLE.has(collection) && Object.keys(filter).length + Object.keys(sort).length === 0);

/** A day that uses every kind of query. */
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

/** Checks the queries recorded so far, from the ports' contracts and from a day of the whole program. */
function afterADay(): void {
  describe('after a day', () => {
    let database: TestDatabase;
    before(async () => {
      database = testDatabase();
      const config = readConfig({ SANDBOX: 'on', PORT: '0', LOG_LEVEL: 'error', MONGODB_URI: database.uri });
      const sammen = await startSammen(config, createLog(config));
      try {
        await aDay(sandboxAt(() => sammen.url.replace(/\/$/, '')));
      } finally {
        await sammen.stop();
      }
    });
    after(() => database.drop());

    it('is served by a declared index, by equality or range and in index order', () => {
      const queries = recordedQueries().filter(isOnRequestPath);
      assert.ok(queries.length > 25, `${queries.length} shapes were recorded`);
      const unindexed = queries.filter((query) => !fitsAnIndex(query, declaredIndexes(query.collection)));
      assert.deepEqual(
        unindexed.map(({ collection, filter, sort }) => ({ collection, filter, sort })),
        [],
      );
    });

    it('has a plan that scans no collection, and sorts in memory only on servers whose indexes give no order', async function () {
      if (!(await explains())) this.skip();
      const mustSort = !(await ordersByIndex());
      const client = await MongoClient.connect(database.uri);
      try {
        const queries = recordedQueries().filter(isOnRequestPath);
        await fillUp(
          client.db(),
          queries.map(({ collection }) => collection),
        );
        const faulty: unknown[] = [];
        for (const query of queries) {
          const plan = await planOf(client.db(), query);
          // On such a server, a query that only orders has to read everything.
          const onlyOrders = Object.keys(query.filter).length === 0;
          const reads = readsEverything(query, plan) && !(mustSort && onlyOrders);
          const sorts = sortsInMemory(plan) && !mustSort;
          if (plan.length === 0 || reads || sorts) faulty.push({ ...query, plan });
        }
        assert.deepEqual(faulty, []);
      } finally {
        await client.close();
      }
    });
  });
}
