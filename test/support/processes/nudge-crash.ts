import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatMessage } from '../../../adapters/sandbox/chat.ts';
import type { Database } from '../../../adapters/store/collection.ts';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import type { NudgeRecord } from '../../../bot/nudges/nudge-record.ts';
import { dayIn, type Week, weekAfter } from '../../../bot/time/iso-week.ts';
import { seeded } from '../fixtures/seeded.ts';
import { type CrashingSammen, openCrashing } from './crashing-sammen.ts';
import { inTempFolder } from './temp-folder.ts';

const CONCURRENCY = 8;
/** One person in this many has stopped the weekly principle. */
const PEOPLE_PER_STOP = 20;
const FIRST_RUN: Week = '2026-W50';
/** For one week, including kills and restarts on a busy machine. */
const WEEK_TIMEOUT_MS = 1_200_000;

const inParallel = async (count: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (let n = next++; n < count; n = next++) await work(n);
    }),
  );
};

const withCopy = async <T>(folder: string, read: (copy: Database) => Promise<T>): Promise<T> => {
  const copy = await openCopy(folder);
  if (copy === null) throw new Error('there is no store');
  try {
    return await read(copy);
  } finally {
    await copy.close();
  }
};

/**
 * The number of messages of a run that are still to be sent. A copy of a running store is not a snapshot: one file may be
 * older than another. Only a copy made after the run was seen as planned is sure to hold all its messages.
 */
const unsent = async (folder: string, week: Week): Promise<number> => {
  const isPlanned = await withCopy(folder, async (copy) => {
    const runs = await copy.collection<{ _id: Week; state: string }>('runs', []);
    return (await runs.count({ _id: week, state: 'planned' })) > 0;
  });
  if (!isPlanned) return Number.POSITIVE_INFINITY;
  return withCopy(folder, async (copy) => {
    const deliveries = await copy.collection<{ _id: string; state: string }>('deliveries', []);
    return deliveries.count({ state: 'queued' });
  });
};

/**
 * Runs weeks while Sammen is killed `kills` times: everybody gets exactly one nudge a week, and those who stopped get
 * none. The sandbox shows a message sent twice only once, so this counts the nudge records, too.
 */
export const surviveRuns = ({ people, kills, seed }: { people: number; kills: number; seed: number }): Promise<void> =>
  inTempFolder(async (folder) => {
    const random = seeded(seed);
    const sammen = await openCrashing(folder, random);
    try {
      const { sandbox } = sammen;
      const all: string[] = [];
      await inParallel(people, async (n) => {
        all.push(await sandbox.addPerson({ name: `Kollega Nummer${n}`, unit: 'Skole' }));
      });
      await sandbox.job('weekly-nudge');
      const stopped = all.filter((_one, n) => n % PEOPLE_PER_STOP === 0);
      await inParallel(stopped.length, async (n) => {
        await sandbox.say(stopped[n] ?? '', 'stop');
      });
      const weeks: Week[] = [];
      for (let week = FIRST_RUN; sammen.counts().kills < kills || weeks.length === 0; week = weekAfter(week)) {
        weeks.push(week);
        await runWhileKilling(sammen, folder, week, () => sammen.counts().kills < kills, random.below);
      }
      await sammen.stop();
      await assertOneNudgeEach(folder, weeks, all, new Set(stopped));
      assert.deepEqual(sammen.complaints(), []);
      const { kills: killed, duringStart } = sammen.counts();
      console.log(
        `      seed ${seed}: ${killed} kills and ${duringStart} during a start; ${people} people, ${weeks.length} weeks, one each`,
      );
    } catch (error) {
      console.log(`      SEED=${seed} failed`);
      throw error;
    } finally {
      await sammen.stop();
    }
  });

/** A minute after Monday's run is due at nine in Copenhagen. */
const runTime = (week: Week): string => `${dayIn(week, 'mon')}T08:01:00.000Z`;

const runWhileKilling = async (
  sammen: CrashingSammen,
  folder: string,
  week: Week,
  mayKill: () => boolean,
  below: (limit: number) => number,
): Promise<void> => {
  await sammen.insist(() => sammen.sandbox.setClock(runTime(week)));
  // Requested once; after a kill the minute tick and the sweeps continue the run.
  sammen.sandbox.job('weekly-nudge').catch(() => undefined);
  const deadline = Date.now() + WEEK_TIMEOUT_MS;
  for (let left = await unsent(folder, week); left > 0; left = await unsent(folder, week)) {
    assert.ok(Date.now() < deadline, `the run of ${week} did not end: ${left} left`);
    await sammen.isOpen();
    await sleep(100 + below(sammen.startTakes));
    if (mayKill()) await sammen.kill();
  }
};

const assertOneNudgeEach = (
  folder: string,
  weeks: readonly Week[],
  people: readonly string[],
  stopped: ReadonlySet<string>,
): Promise<void> =>
  withCopy(folder, async (copy) => {
    const messages = await copy.collection<ChatMessage & { _id: string }>('sandboxMessages', []);
    const records = await copy.collection<NudgeRecord>('nudges', []);
    for (const week of weeks) {
      const shown = (await messages.find({}, { fields: ['person'] })).filter(({ _id }) => _id.startsWith(`n.${week}.`));
      const recorded = await records.find({ week, message: { $ne: 'welcome' } });
      const counts = new Map(shown.map(({ person }) => [String(person), 0]));
      for (const { person } of shown) counts.set(person, (counts.get(person) ?? 0) + 1);
      for (const person of people)
        assert.equal(counts.get(person) ?? 0, stopped.has(person) ? 0 : 1, `${person} in ${week}`);
      assert.equal(recorded.filter(({ sent }) => sent !== null).length, shown.length, week);
      assert.ok(shown.length >= people.length - stopped.size);
    }
  });
