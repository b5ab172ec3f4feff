import assert from 'node:assert/strict';
import { MongoClient } from 'mongodb';
import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';
import { type Environment, type RunningSammen, startSammen } from '../../support/processes/running-sammen.ts';
import { beginOnTuesday, complaints, eventually, type Sandbox, sandboxAt } from '../../support/processes/sandbox.ts';
import { inTempFolder } from '../../support/processes/temp-folder.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** What Sammen logs at each start on the Java test server. */
const NO_VALIDATORS = /keeps no validators/;

export const complaintsOf = (printed: { err: string }): string[] =>
  complaints(printed).filter((line) => !NO_VALIDATORS.test(line));

/** Starts a sandbox on MongoDB. It gets a data folder, which it must not use. */
export const startOn = (uri: string, folder: string, env: Environment = {}): Promise<RunningSammen> =>
  startSammen(folder, { SANDBOX: 'on', MONGODB_URI: uri, ...env });

/** Starts two sandboxes on one database. Their clock says Tuesday, and they must not use the data folder. */
export const startBoth = async (
  uri: string,
  folder: string,
  env: Environment = {},
): Promise<[RunningSammen, RunningSammen]> => {
  await beginOnTuesday(await openMongo(uri));
  return Promise.all([startOn(uri, folder, env), startOn(uri, folder, env)]);
};

/** Runs a test on a database of its own; `raw` is a client that looks into it directly, not through Sammen. */
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

/**
 * Milliseconds within which everything owed is sent, whatever was lost on the way. A claim whose answer was lost keeps
 * everybody else out for 15 s, and the next sweep comes up to 5 s later, so 20 s is normal and the limit is higher.
 */
export const ALL_IS_SENT = 120_000;

/**
 * Resolves when neither process has a due delivery left to send. Looking at the leases is not enough: between two
 * messages to one person the sending process holds no lease.
 */
export const untilSettled = (raw: MongoClient): Promise<true> =>
  eventually(
    'the other process to finish sending',
    async () => {
      const db = raw.db();
      const clock = await db.collection<{ _id: string; offset: number }>('sandboxSettings').findOne({ _id: 'clock' });
      const due = { state: 'due', notBefore: { $lte: new Date(Date.now() + (clock?.offset ?? 0)) } };
      return (await db.collection('deliveries').findOne(due)) === null ? true : null;
    },
    ALL_IS_SENT,
  );

/** A sandbox shared by two processes that take requests in turn. Both must exit with 0 and log no complaint. */
export const inTwoProcesses = (
  test: (sandbox: Sandbox, first: RunningSammen, second: RunningSammen) => Promise<void>,
  env: Environment = {},
): Promise<void> =>
  onDatabase(({ uri }, raw) =>
    inTempFolder(async (folder) => {
      const running = await startBoth(uri, folder, env);
      let requests = 0;
      const nextUrl = (): string => running[requests++ % 2]?.url ?? '';
      try {
        const sandbox = sandboxAt(nextUrl, async () => {
          await untilSettled(raw);
        });
        await test(sandbox, ...running);
      } catch (error) {
        const err = running.map(({ printed }) => printed().err).join('');
        if (err !== '' && error instanceof Error) error.message += `\nSammen had printed:\n${err}`;
        throw error;
      } finally {
        for (const ended of await Promise.all(running.map((sammen) => sammen.stop()))) {
          assert.deepEqual({ code: ended.code, complaints: complaintsOf(ended) }, { code: 0, complaints: [] });
        }
      }
    }),
  );
