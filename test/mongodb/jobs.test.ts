import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { askAndAccept, askAndOffer } from '../support/fixtures/sandbox-cases.ts';
import type { RunningSammen } from '../support/processes/running-sammen.ts';
import { type Sandbox, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase, startBoth } from './support/two-processes.ts';

const CASES = 8;

type Pings = (c: Case, to: string | null) => Promise<number>;

/** Two processes, each with its own sandbox client, the cases in the store, and a count of the pings about a case. */
const withTwo = (
  test: (both: readonly [Sandbox, Sandbox], stored: () => Promise<Case[]>, pings: Pings) => Promise<void>,
) =>
  onDatabase(({ uri }, raw) =>
    inTempFolder(async (folder) => {
      const running: RunningSammen[] = await startBoth(uri, folder);
      try {
        const sandboxOf = (which: number) => sandboxAt(() => running[which]?.url ?? '');
        const stored = () => raw.db().collection<Case>('cases').find().sort({ number: 1 }).toArray();
        const both = [sandboxOf(0), sandboxOf(1)] as const;
        await test(both, stored, async (c, to) => {
          const pings = { to, manner: 'ping', state: 'sent', 'say.case': c._id };
          return raw.db().collection('deliveries').countDocuments(pings);
        });
      } finally {
        await Promise.all(running.map((sammen) => sammen.stop()));
      }
    }),
  );

const runConcurrently = async (both: readonly [Sandbox, Sandbox], job: string): Promise<Record<string, number>> => {
  const sums: Record<string, number> = {};
  const runs = await Promise.all([0, 1, 0, 1].map((which) => both[which === 0 ? 0 : 1].job(job)));
  for (const [did, count] of runs.flatMap((counts) => Object.entries(counts))) sums[did] = (sums[did] ?? 0) + count;
  return sums;
};

const eventsOf = (c: Case, kind: string): number => c.events.filter((event) => event.kind === kind).length;

if (TEST_URI !== null) {
  describe('one job in two processes on MongoDB', () => {
    it('reassigns each lapsed offer once, and pings the next agent once', () =>
      withTwo(async (both, stored, pings) => {
        for (let n = 0; n < CASES; n++)
          await both[0].addPerson({ name: `Ny Agent ${n}`, unit: 'Skole', agent: { capacity: 9 } });
        for (let n = 0; n < CASES; n++) await askAndOffer(both[n % 2 === 0 ? 0 : 1], { name: `Spørger ${n}` });
        await both[0].advance('PT2H16M');
        // The minutely ticks may run first, so this counts what was done, whoever did it.
        await runConcurrently(both, 'offers');
        for (const c of await stored()) {
          assert.deepEqual([eventsOf(c, 'lapsed'), c.offers.length], [1, 2], `case ${c.number}`);
          assert.equal(await pings(c, c.offers[1]?.agent ?? null), 1, `the next agent of case ${c.number}`);
        }
      }));

    it('reminds each agent once', () =>
      withTwo(async (both, stored, pings) => {
        for (let n = 0; n < 3; n++) await askAndAccept(both[n % 2 === 0 ? 0 : 1], { name: `Spørger ${n}` });
        await both[1].setClock('2026-12-10T09:00:00.000Z');
        for (const job of ['offers', 'follow-up', 'follow-up']) await runConcurrently(both, job);
        for (const c of await stored()) {
          // The missed promise is the reminder; half a working day later the asker is asked.
          const told = ['promise-missed', 'asked-on', 'reminded'].map((kind) => eventsOf(c, kind));
          assert.deepEqual(told, [1, 1, 0], `case ${c.number}`);
          // The offer and the missed promise.
          assert.equal(await pings(c, c.agent), 2, `case ${c.number}`);
        }
      }));
  });
}
