import assert from 'node:assert/strict';
import { MongoClient } from 'mongodb';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { startSammen } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { portsContract } from '../store/contract/ports-contract.ts';
import { ANSWER, askAndAccept, askSomebody } from '../support/asking.ts';
import { pressOf, type Sandbox, sandboxAt, TUESDAY } from '../support/sandbox.ts';
import { fillUp } from './support/fill.ts';
import { fitsAnIndex } from './support/fits-index.ts';
import { explains } from './support/known-differences.ts';
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
  const other = await askSomebody(sandbox);
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

const stagesOf = (plan: unknown): string[] => {
  if (typeof plan !== 'object' || plan === null) return [];
  const own = 'stage' in plan && typeof plan.stage === 'string' ? [plan.stage] : [];
  return [...own, ...Object.values(plan).flatMap(stagesOf)];
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

    it('has a plan without reading the whole collection and without sorting, where the server explains itself', async function () {
      if (!(await explains())) this.skip();
      const client = await MongoClient.connect(database.uri);
      try {
        const asked = recordedQueries().filter(isOnRequestPath);
        await fillUp(
          client.db(),
          asked.map(({ collection }) => collection),
        );
        const bad: unknown[] = [];
        for (const { collection, filter, sort, limit } of asked) {
          const find = {
            find: collection,
            filter,
            ...(Object.keys(sort).length > 0 && { sort }),
            ...(limit > 0 && { limit }),
          };
          const { queryPlanner } = await client.db().command({ explain: find, verbosity: 'queryPlanner' });
          const stages = stagesOf(queryPlanner.winningPlan);
          if (stages.length === 0 || stages.includes('COLLSCAN') || stages.includes('SORT'))
            bad.push({ collection, filter, sort, stages });
        }
        assert.deepEqual(bad, []);
      } finally {
        await client.close();
      }
    });
  });
}
