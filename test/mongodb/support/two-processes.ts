import assert from 'node:assert/strict';
import { MongoClient } from 'mongodb';
import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';
import { type Environment, type RunningSammen, startSammen } from '../../support/running-sammen.ts';
import { beginOnTuesday, complaints, eventually, type Sandbox, sandboxAt } from '../../support/sandbox.ts';
import { inTempFolder } from '../../support/temp-folder.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** What the Java test server makes Sammen say at each start. */
const NO_VALIDATORS = /keeps no validators/;

export const complaintsOf = (printed: { err: string }): string[] =>
  complaints(printed).filter((line) => !NO_VALIDATORS.test(line));

/** Starts a sandbox on MongoDB. It has a folder of its own, which it must not need. */
export const startOn = (uri: string, folder: string, env: Environment = {}): Promise<RunningSammen> =>
  startSammen(folder, { SANDBOX: 'on', MONGODB_URI: uri, ...env });

/** Two on one database, in folders they must not need; it is Tuesday for both. */
export const startBoth = async (
  uri: string,
  folder: string,
  env: Environment = {},
): Promise<[RunningSammen, RunningSammen]> => {
  await beginOnTuesday(await openMongo(uri));
  return Promise.all([startOn(uri, folder, env), startOn(uri, folder, env)]);
};

/** Runs a test on a database of its own, and gives it a look into that database beside Sammen. */
export const onDatabase = async (test: (database: TestDatabase, raw: MongoClient) => Promise<void>): Promise<void> => {
  const database = testDatabase();
  const raw = await MongoClient.connect(database.uri);
  try {
    await test(database, raw);
  } finally {
    await raw.close();
    await database.drop();
  }
};

/** Resolves when no process has a lease on anything that is due. */
export const untilSettled = (raw: MongoClient): Promise<true> =>
  eventually('the other process to have sent what it was sending', async () => {
    const leased = { state: 'due', leaseUntil: { $gt: new Date() } };
    return (await raw.db().collection('deliveries').findOne(leased)) === null ? true : null;
  });

/** A sandbox shared by two processes: every request goes to the other one. Both must end well and complain of nothing. */
export const inTwoProcesses = (
  test: (sandbox: Sandbox, first: RunningSammen, second: RunningSammen) => Promise<void>,
  env: Environment = {},
): Promise<void> =>
  onDatabase(({ uri }, raw) =>
    inTempFolder(async (folder) => {
      const running = await startBoth(uri, folder, env);
      let asked = 0;
      const turn = (): string => running[asked++ % 2]?.url ?? '';
      try {
        const sandbox = sandboxAt(turn, async () => {
          await untilSettled(raw);
        });
        await test(sandbox, ...running);
      } catch (error) {
        const err = running.map(({ printed }) => printed().err).join('');
        if (err !== '' && error instanceof Error) error.message += `\nSammen had printed:\n${err}`;
        throw error;
      } finally {
        for (const ended of await Promise.all(running.map((one) => one.stop()))) {
          assert.deepEqual({ code: ended.code, complaints: complaintsOf(ended) }, { code: 0, complaints: [] });
        }
      }
    }),
  );
