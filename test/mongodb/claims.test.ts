import assert from 'node:assert/strict';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { openStore } from '../../app/open-store.ts';
import { deliveryId, personId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/owed.ts';
import { eventually } from '../support/sandbox.ts';
import { startClaimer } from './support/start-claimer.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase } from './support/two-processes.ts';

const owed = (n: number): Owed => ({
  id: deliveryId(`delivery-${n}`),
  to: personId(`person-${n}`),
  manner: 'ping',
  notBefore: new Date(0),
  say: { kind: 'reply', reply: { kind: 'thanks' } },
});

const withDeliveries = (
  many: number,
  test: (uri: string, deliveries: Awaited<ReturnType<typeof openStore>>['deliveries'], ids: string[]) => Promise<void>,
) =>
  onDatabase(async ({ uri }) => {
    const database = await openMongo(uri);
    try {
      const { deliveries } = await openStore(database, 'sandbox');
      const all = Array.from({ length: many }, (_, n) => owed(n));
      await deliveries.add(all);
      await test(
        uri,
        deliveries,
        all.map(({ id }) => id as string),
      );
    } finally {
      await database.close();
    }
  });

if (TEST_URI !== null) {
  describe('claims by several processes on MongoDB', () => {
    it('hands 200 due deliveries to 20 claimers in four processes, each once', () =>
      withDeliveries(200, async (uri, deliveries, ids) => {
        const claimers = await Promise.all([1, 2, 3, 4].map(() => startClaimer(uri)));
        for (const { go } of claimers) go();
        await Promise.all(claimers.map(({ heard }) => heard('had a part')));
        for (const { go } of claimers) go();
        await Promise.all(claimers.map(({ ended }) => ended));
        const claimed = claimers.flatMap((one) => one.claimed());
        assert.deepEqual([...claimed].sort(), [...ids].sort());
        assert.ok(
          claimers.every((one) => one.claimed().length > 0),
          'all four had a part in it',
        );
        assert.deepEqual(await deliveries.ready(new Date(), new Date()), []);
      }));

    it('takes over what a dead process held, when its time is over and not before', () =>
      withDeliveries(20, async (uri, deliveries, ids) => {
        const dead = await startClaimer(uri, 'hold', '3');
        dead.go();
        await dead.heard('holding');
        await dead.kill();
        assert.deepEqual(dead.claimed().sort(), [...ids].sort());
        const taken = new Set<string>();
        await eventually('the leases to run out', async () => {
          for (const { _id, leaseUntil } of await deliveries.ready(new Date(), new Date())) {
            const now = new Date();
            assert.ok(leaseUntil <= now);
            if ((await deliveries.claim(_id, 'heir', now, new Date(now.getTime() + 60_000))) !== null) taken.add(_id);
          }
          return taken.size === ids.length ? true : null;
        });
      }));
  });
}
