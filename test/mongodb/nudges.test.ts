import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatMessage } from '../../adapters/sandbox/chat.ts';
import { personId } from '../../bot/ids.ts';
import type { NudgeRecord } from '../../bot/nudges/nudge-record.ts';
import { NO_WISHES, type Reader } from '../../bot/nudges/reader.ts';
import type { Run } from '../../bot/nudges/run.ts';
import { blankColleague } from '../../bot/people/blank-colleague.ts';
import { NEVER, type Person } from '../../bot/people/person.ts';
import type { Delivery } from '../../outbox/ports.ts';
import { aWelcome } from '../support/fixtures/builders.ts';
import type { RunningSammen } from '../support/processes/running-sammen.ts';
import { sandboxAt, TUESDAY } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase, startBoth } from './support/two-processes.ts';

/** `MONGODB_PEOPLE=5000` is the size of a municipality. */
const PEOPLE = Number(process.env.MONGODB_PEOPLE ?? 600);
const WEEK = '2026-W50';
const MONDAY = '2026-12-07T08:01:00.000Z';

const people = Array.from({ length: PEOPLE }, (_, n): Person => {
  const id = personId(`p-${String(n).padStart(5, '0')}`);
  return blankColleague(id, `Kollega ${n}`, 'da', {
    unit: 'Skole',
    addresses: [{ platform: 'sandbox', id, at: NEVER }],
  });
});
/** Ignores a `fetch` that gave up after five minutes: the run continues without it. */
const ignoreTimeout = (error: Error): void => {
  if ((error.cause as { code?: string } | undefined)?.code !== 'UND_ERR_HEADERS_TIMEOUT') throw error;
};

const hasStopped = (n: number) => n % 20 === 0;

if (TEST_URI !== null) {
  describe('two processes on MongoDB with one weekly run', () => {
    it(`send each of ${PEOPLE} people one nudge, and none to those who want none`, function () {
      this.timeout(300_000 + PEOPLE * 200);
      return onDatabase(({ uri }, raw) =>
        inTempFolder(async (folder) => {
          const running: RunningSammen[] = await startBoth(uri, folder);
          try {
            const both = running.map(({ url }) => sandboxAt(() => url));
            const [first, second] = both;
            assert.ok(first && second);
            await raw.db().collection<Person>('people').insertMany(people);
            await raw
              .db()
              .collection<NudgeRecord>('nudges')
              .insertMany(people.map(({ _id, unit }) => aWelcome(_id, { unit })));
            const stopped = people.filter((_person, n) => hasStopped(n));
            const stops = stopped.map(({ _id }): Reader => ({ _id, ...NO_WISHES, stoppedAt: new Date(TUESDAY) }));
            await raw.db().collection<Reader>('readers').insertMany(stops);

            await first.setClock(MONDAY);
            const deliveries = raw.db().collection<Delivery<unknown>>('deliveries');
            await Promise.all(both.map((sandbox) => sandbox.job('weekly-nudge').catch(ignoreTimeout)));
            while ((await deliveries.countDocuments({ state: 'queued' })) > 0) await sleep(500);
            const run = await raw.db().collection<Run>('runs').findOne({ _id: WEEK });
            assert.equal(run?.state, 'planned');
            assert.equal(run?.counts.nudge, PEOPLE - stopped.length, 'each page was counted once');
            const shown = await raw
              .db()
              .collection<ChatMessage>('sandboxMessages')
              .find({ _id: new RegExp(`^n\\.${WEEK}\\.`) })
              .toArray();
            const received = new Map<string, number>();
            for (const { person } of shown) received.set(person, (received.get(person) ?? 0) + 1);
            for (const [n, { _id }] of people.entries())
              assert.equal(received.get(_id) ?? 0, hasStopped(n) ? 0 : 1, _id);
            // The chat shows a message sent twice only once, so count the attempts: one attempt means sent once.
            assert.equal(await deliveries.countDocuments({ run: 'sandbox', attempts: { $gt: 1 } }), 0);
          } finally {
            await Promise.all(running.map((sammen) => sammen.stop()));
          }
        }),
      );
    });
  });
}
