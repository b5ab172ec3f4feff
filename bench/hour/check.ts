import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Seeded } from '../../test/support/fixtures/seeded.ts';
import { alertFindings } from './alerts.ts';
import { type Amounts, DAYS } from './day.ts';
import type { Entrance } from './entrance.ts';
import { figureFindings } from './figures.ts';
import { type Finding, finding } from './finding.ts';
import { memoryFindings } from './memory.ts';
import { panelFindings } from './panels.ts';
import type { People } from './people.ts';
import type { Platforms } from './platforms.ts';
import { type Prometheus, STEP_S } from './prometheus.ts';
import type { Life, Processes, StoreServer } from './stack.ts';
import type { Citizen } from './town.ts';
import type { Watch } from './watch.ts';
import { wordFindings } from './words.ts';

/** All that was done and seen in a run. */
export type Run = {
  minutes: number;
  seed: number;
  amounts: Amounts;
  people: readonly Citizen[];
  /** In ms, as the moments below. */
  began: number;
  happened: readonly { kind: string; from: number; until: number }[];
  /** What somebody waited for in vain. */
  stuck: readonly string[];
  store: StoreServer;
  platforms: Platforms;
  processes: Processes;
  entrance: Entrance;
  town: People;
  watch: Watch;
  prometheus: Prometheus | null;
  random: Seeded;
};

/** What a case's document says, read past Sammen. */
type StoredCase = { _id: string; state: string; text: string; turns: { text: string }[]; owes: unknown[] };
export type Ended = { at: number; cases: StoredCase[]; unsent: number; settledAfter: number };

const SETTLE_MS = 300_000;

/** Waits until everything is sent, and holds it against what people did and saw. */
export const checkEverything = async (run: Run): Promise<{ text: string; faults: number }> => {
  const ended = await untilSettled(run);
  // One more look of Prometheus, and the tick that may be on its way.
  await sleep(2 * STEP_S * 1000);
  await run.watch.scrape();
  run.watch.stop();
  const findings: Finding[] = [
    ...run.stuck.map((what) => finding('stuck', false, what)),
    ...wordFindings(run, ended),
    ...memoryFindings(run),
    ...figureFindings(run),
    ...(run.prometheus === null ? [] : await panelFindings(run, run.prometheus)),
    ...(run.prometheus === null ? [] : await alertFindings(run, run.prometheus)),
  ];
  const faults = findings.filter(({ holds }) => !holds).length;
  const head = `${DAYS} days in ${run.minutes} minutes, seed ${run.seed}: ${faults === 0 ? 'everything holds' : `${faults} do not hold`}`;
  const lines = findings.map(({ about, holds, says }) => `${holds ? 'ok  ' : 'FAIL'} ${about}: ${says}`);
  return { text: [head, ...lines].join('\n'), faults };
};

const untilSettled = async ({ store }: Run): Promise<Ended> => {
  const client = await MongoClient.connect(store.uri);
  try {
    const db = client.db();
    const began = Date.now();
    for (;;) {
      const waiting = { state: { $in: ['due', 'queued'] }, notBefore: { $lte: new Date() } };
      const unsent =
        (await db.collection('deliveries').countDocuments(waiting)) +
        (await db.collection('cases').countDocuments({ 'owes.0': { $exists: true } }));
      if (unsent === 0 || Date.now() - began > SETTLE_MS) {
        const cases = await db.collection<StoredCase>('cases').find().toArray();
        return { at: Date.now(), cases, unsent, settledAfter: Date.now() - began };
      }
      await sleep(1_000);
    }
  } finally {
    await client.close();
  }
};

/** The lives that were not ended in the run: what they counted is whole. */
export const whole = ({ processes }: Run): Life[] => processes.lives.filter(({ ends }) => ends === null);
