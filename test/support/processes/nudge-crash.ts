import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatMessage } from '../../../adapters/sandbox/chat.ts';
import type { Database } from '../../../adapters/store/collection.ts';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import type { NudgeRecord } from '../../../bot/nudges/nudge-record.ts';
import { dayIn, type Week, weekAfter } from '../../../bot/nudges/week.ts';
import { seeded } from '../fixtures/seeded.ts';
import { type CrashingSammen, openCrashing } from './crashing-sammen.ts';
import { inTempFolder } from './temp-folder.ts';

const AT_ONCE = 8;
/** One in so many has said stop. */
const STOPPED = 20;
const FIRST_RUN: Week = '2026-W50';
/** For one week, kills and starts on a busy machine included. */
const DEADLINE = 1_200_000;

const inParts = async (many: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < many; n = next++) await work(n);
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
 * How many messages of a run wait to be sent. A copy of a running store is no snapshot, one file may be older than
 * another: only a copy that is made after the run was seen to be planned surely holds all its messages.
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
 * Weekly runs while Sammen is killed so many times: whoever has not stopped gets exactly one a week, whoever has gets
 * none. A sandbox shows a message that is sent twice once, so the nudges' own notes are counted, too.
 */
export const surviveRuns = ({ people, kills, seed }: { people: number; kills: number; seed: number }): Promise<void> =>
  inTempFolder(async (folder) => {
    const random = seeded(seed);
    const sammen = await openCrashing(folder, random);
    try {
      const { sandbox } = sammen;
      const all: string[] = [];
      await inParts(people, async (n) => {
        all.push(await sandbox.addPerson({ name: `Kollega Nummer${n}`, unit: 'Skole' }));
      });
      await sandbox.job('weekly-nudge');
      const stopped = all.filter((_one, n) => n % STOPPED === 0);
      await inParts(stopped.length, async (n) => {
        await sandbox.say(stopped[n] ?? '', 'stop');
      });
      const weeks: Week[] = [];
      for (let week = FIRST_RUN; sammen.counts().kills < kills || weeks.length === 0; week = weekAfter(week)) {
        weeks.push(week);
        await runKilled(sammen, folder, week, () => sammen.counts().kills < kills, random.below);
      }
      await sammen.stop();
      await everybodyHasOne(folder, weeks, all, new Set(stopped));
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

/** Monday at nine and a little: the clock of the week's run. */
const begins = (week: Week): string => `${dayIn(week, 'mon')}T08:01:00.000Z`;

const runKilled = async (
  sammen: CrashingSammen,
  folder: string,
  week: Week,
  more: () => boolean,
  below: (most: number) => number,
): Promise<void> => {
  await sammen.insist(() => sammen.sandbox.setClock(begins(week)));
  // Asked for once; after a kill the minute's tick and the sweeps go on by themselves.
  sammen.sandbox.job('weekly-nudge').catch(() => undefined);
  const deadline = Date.now() + DEADLINE;
  for (let left = await unsent(folder, week); left > 0; left = await unsent(folder, week)) {
    assert.ok(Date.now() < deadline, `the run of ${week} did not end: ${left} left`);
    await sammen.isOpen();
    await sleep(100 + below(sammen.startTakes));
    if (more()) await sammen.kill();
  }
};

const everybodyHasOne = (
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
      const noted = await records.find({ week, message: { $ne: 'welcome' } });
      const of = new Map(shown.map(({ person }) => [String(person), 0]));
      for (const { person } of shown) of.set(person, (of.get(person) ?? 0) + 1);
      for (const person of people)
        assert.equal(of.get(person) ?? 0, stopped.has(person) ? 0 : 1, `${person} in ${week}`);
      assert.equal(noted.filter(({ sent }) => sent !== null).length, shown.length, week);
      assert.ok(shown.length >= people.length - stopped.size);
    }
  });
