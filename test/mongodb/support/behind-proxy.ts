import type { MongoClient } from 'mongodb';
import type { Case } from '../../../bot/cases/case.ts';
import type { RunningSammen } from '../../support/processes/running-sammen.ts';
import { eventually } from '../../support/processes/sandbox.ts';
import { inTempFolder } from '../../support/processes/temp-folder.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { serverAt, throughProxy } from './test-database.ts';
import { ALL_IS_SENT, onDatabase, startBoth } from './two-processes.ts';

/**
 * Must not be lower: the driver looks for a lost server at most twice a second, and a machine that stalls for a moment
 * must not look like a server that is away.
 */
const BOUND_MS = 2_500;
export const BOUNDS = {
  serverSelectionTimeoutMS: `${BOUND_MS}`,
  connectTimeoutMS: `${BOUND_MS}`,
  socketTimeoutMS: `${BOUND_MS}`,
  waitQueueTimeoutMS: `${BOUND_MS}`,
};
/** A delay in milliseconds that exceeds every bound. */
export const TOO_SLOW = 3 * BOUND_MS;

export type Behind = {
  proxy: FaultProxy;
  running: RunningSammen[];
  /** The test's own client, which bypasses the proxy. */
  raw: MongoClient;
  cases(): Promise<Case[]>;
  /** Resolves when nothing is owed and nothing waits to be sent. */
  allSent(): Promise<true>;
};

/** Two processes that reach the server through a proxy. */
export const behindProxy = (test: (behind: Behind) => Promise<void>): Promise<void> =>
  onDatabase((database, raw) =>
    inTempFolder(async (folder) => {
      const { host, port } = serverAt(database.uri);
      const proxy = await startFaultProxy(host, port);
      const uri = throughProxy(database.uri, proxy.port, BOUNDS);
      const running = await startBoth(uri, folder);
      const db = raw.db();
      const allSent = () =>
        eventually(
          'everything to be sent',
          async () => {
            const owing = await db.collection('cases').countDocuments({ 'owes.0': { $exists: true } });
            const waiting = await db.collection('deliveries').countDocuments({ state: 'due' });
            return owing + waiting === 0 ? true : null;
          },
          ALL_IS_SENT,
        );
      try {
        await test({ proxy, running, raw, cases: () => db.collection<Case>('cases').find().toArray(), allSent });
      } finally {
        proxy.heal();
        await Promise.all(running.map((sammen) => sammen.stop()));
        await proxy.stop();
      }
    }),
  );
