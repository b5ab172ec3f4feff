import { testDatabase } from '../test/mongodb/support/test-database.ts';
import { startBareSlack } from './bare-slack.ts';
import { type Child, startProgram } from './child.ts';
import { loadOf, type Round } from './load.ts';
import { onMongo } from './on-mongo.ts';
import { limitToShare, processorMs } from './share-of-core.ts';
import type { Row } from './table.ts';

/** Turns under way at the same time for each process. */
const MAX_CONCURRENT = 8;
const MIN_GAIN = 1.6;
/**
 * The part of a core that each measured process gets. They must be what is scarce, and not the store or whoever sends
 * the load, which run on the same machine.
 */
const SHARE = Number(process.env.BENCH_SHARE ?? 0.25);
const WARM_UP_TURNS = 60;
const TURNS = 60;
const ROUNDS = 3;

/**
 * Measures dilemmas asked in Slack of two processes on one MongoDB, in turn, against one process. Each process gets the
 * same share of a core. One and two alternate, each on its own database.
 */
export const twoProcesses = async (): Promise<Row[]> => {
  if (process.platform !== 'linux') {
    process.stdout.write('two processes: not measured. Only Linux tells how much of a core each of them had.\n');
    return [];
  }
  const rows: Row[] = [];
  await onMongo(async (server, what) => {
    const slack = await startBareSlack();
    const [one, two] = [testDatabase({}, server), testDatabase({}, server)];
    const start = (uri: string) => startProgram({ ...slack.settings, MONGODB_URI: uri });
    const alone = [await start(one.uri)];
    const both = [await start(two.uri), await start(two.uri)];
    try {
      const measure = async (processes: readonly Child[], turns: number): Promise<Measured> => {
        const pids = processes.map(({ pid }) => pid);
        const used = () => pids.reduce((sum, pid) => sum + processorMs(pid), 0);
        await slack.introduce(turns * pids.length, urlsOf(processes), MAX_CONCURRENT);
        const before = used();
        const end = limitToShare(pids, SHARE);
        try {
          const round = await slack.ask(turns * pids.length, urlsOf(processes), MAX_CONCURRENT * pids.length);
          return { round, used: used() - before };
        } finally {
          end();
        }
      };
      for (const processes of [alone, both]) await measure(processes, WARM_UP_TURNS);
      const [byOne, byTwo]: [Measured[], Measured[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        byOne.push(await measure(alone, TURNS));
        byTwo.push(await measure(both, TURNS));
      }
      rows.push(rowOf(what, summed(byOne), summed(byTwo)));
    } finally {
      await Promise.all([...alone, ...both].map((child) => child.stop()));
      await slack.close();
      for (const { drop } of [one, two]) await drop();
    }
  }, 'two processes');
  return rows;
};

const urlsOf = (processes: readonly Child[]): string[] => processes.map(({ url }) => url);

/** `used`: the time of a processor that the measured processes had, in milliseconds. */
type Measured = { round: Round; used: number };
type Summed = { perSecond: number; failed: number; usedPerTurn: number };

const summed = (all: readonly Measured[]): Summed => {
  const { perSecond, failed } = loadOf(...all.map(({ round }) => round));
  const turns = all.reduce((sum, { round }) => sum + round.took.length, 0);
  return { perSecond, failed, usedPerTurn: all.reduce((sum, { used }) => sum + used, 0) / turns };
};

const rowOf = (store: string, one: Summed, two: Summed): Row => ({
  bench: `two processes on ${store}, each with ${SHARE * 100} % of a core: turns/s`,
  measured: inWords(two),
  reference: `${inWords(one)} (one process)`,
  target: `>= ${MIN_GAIN}x: ${(two.perSecond / one.perSecond).toFixed(2)}x`,
  held: one.failed + two.failed === 0 && two.perSecond >= MIN_GAIN * one.perSecond,
});

const inWords = ({ perSecond, usedPerTurn }: Summed): string =>
  `${perSecond.toFixed(1)}, ${usedPerTurn.toFixed(1)} ms of CPU each`;
