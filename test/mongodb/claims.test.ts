import assert from 'node:assert/strict';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { openStore } from '../../app/open-store.ts';
import type { CaseSaying } from '../../bot/cases/saying.ts';
import { caseId, deliveryId, personId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/messages/owed.ts';
import { aCase } from '../support/fixtures/builders.ts';
import { eventually } from '../support/processes/sandbox.ts';
import { startClaimer } from './support/start-claimer.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase } from './support/two-processes.ts';

const owed = (n: number): Owed<CaseSaying> => ({
  id: deliveryId(`delivery-${n}`),
  to: personId(`person-${n}`),
  manner: 'ping',
  notBefore: new Date(0),
  say: { kind: 'case', case: caseId('case-1'), from: 'all' },
});

const withDeliveries = (
  count: number,
  test: (uri: string, deliveries: Awaited<ReturnType<typeof openStore>>['deliveries'], ids: string[]) => Promise<void>,
) =>
  onDatabase(async ({ uri }) => {
    const database = await openMongo(uri);
    try {
      const { deliveries } = await openStore(database, 'sandbox');
      const all = Array.from({ length: count }, (_, n) => owed(n));
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
    it('give each of 200 due deliveries to exactly one of 20 claimers in four processes', () =>
      withDeliveries(200, async (uri, deliveries, ids) => {
        const claimers = await Promise.all([1, 2, 3, 4].map(() => startClaimer(uri)));
        for (const { go } of claimers) go();
        await Promise.all(claimers.map(({ heard }) => heard('had a part')));
        for (const { go } of claimers) go();
        await Promise.all(claimers.map(({ ended }) => ended));
        const claimed = claimers.flatMap((claimer) => claimer.claimed());
        assert.deepEqual([...claimed].sort(), [...ids].sort());
        assert.ok(
          claimers.every((claimer) => claimer.claimed().length > 0),
          'all four processes claimed some',
        );
        assert.deepEqual((await deliveries.due(new Date(), new Date())).ready, []);
      }));

    it('give each message to one of four processes that relay it concurrently, and only the first message to a person', () =>
      onDatabase(async ({ uri }) => {
        const database = await openMongo(uri);
        try {
          const { cases, deliveries } = await openStore(database, 'sandbox');
          const all = Array.from({ length: 30 }, (_, n) => owed(n));
          const behind = { ...owed(0), id: deliveryId('behind') };
          for (const [n, message] of all.entries()) {
            const owes = n === 0 ? [message, behind] : [message];
            assert.ok(await cases.add(aCase('waiting', { _id: caseId(`case-${n}`), number: n + 1, owes })));
          }
          const processes = await Promise.all([1, 2, 3, 4].map(() => startClaimer(uri, 'relay', '60')));
          for (const { go } of processes) go();
          await Promise.all(processes.map(({ ended }) => ended));
          const taken = processes.flatMap(({ claimed }) => claimed());
          assert.equal(new Set(taken).size, taken.length, 'each message was claimed once');
          assert.ok(!taken.includes(behind.id));
          const { ready, waiting } = await deliveries.due(new Date(), new Date());
          const left = ready.map(({ _id }) => _id as string);
          assert.deepEqual([...taken, ...left].sort(), all.map(({ id }) => id as string).sort());
          assert.equal(waiting?.size, all.length);
          for (const id of taken) {
            assert.equal(await deliveries.claim(deliveryId(id), 'late', new Date(), new Date()), null);
          }
        } finally {
          await database.close();
        }
      }));

    it('let others take over what a dead process held once its leases run out, and not before', () =>
      withDeliveries(20, async (uri, deliveries, ids) => {
        const dead = await startClaimer(uri, 'hold', '3');
        dead.go();
        await dead.heard('holding');
        await dead.kill();
        assert.deepEqual(dead.claimed().sort(), [...ids].sort());
        const taken = new Set<string>();
        await eventually('the leases to run out', async () => {
          for (const { _id, leaseUntil } of (await deliveries.due(new Date(), new Date())).ready) {
            const now = new Date();
            assert.ok(leaseUntil <= now);
            if ((await deliveries.claim(_id, 'heir', now, new Date(now.getTime() + 60_000))) !== null) taken.add(_id);
          }
          return taken.size === ids.length ? true : null;
        });
      }));
  });
}
