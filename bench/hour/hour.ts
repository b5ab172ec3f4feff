import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seeded } from '../../test/support/fixtures/seeded.ts';
import { checkEverything } from './check.ts';
import { amountsIn, BEGINS_UNTIL, type Mishap, mishapsIn, momentsOf } from './day.ts';
import { openEntrance } from './entrance.ts';
import { openPeople } from './people.ts';
import { openPlatforms } from './platforms.ts';
import { startPrometheus } from './prometheus.ts';
import { openProcesses, openStoreServer } from './stack.ts';
import { citizen, fillStore, peopleOf, writeOrganisation } from './town.ts';
import { startWatch } from './watch.ts';

// Ten days of a municipality in an hour, over HTTP, with a restart of each process and the store in between
// (docs/performance.md, "An hour of load"). Ends with 1 when anything was lost, or a figure was not true.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    /** How many get a nudge, where the store is too slow for all. */
    nudges: { type: 'string' },
    'store-stop': { type: 'string' },
    'store-start': { type: 'string' },
    /** A folder that is kept, with the logs, Prometheus' data and every figure. */
    out: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes >= 2) || !Number.isInteger(seed)) throw new Error('--minutes is at least 2, --seed a whole number');
const ms = minutes * 60_000;
/** Between what goes wrong and the end, everything that is still open is finished. */
const END_MS = 600_000;
const WORDS = ['hjælp', 'mine sager', 'agenter', 'principper'] as const;

const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
const folder = values.out ?? (await mkdtemp(join(tmpdir(), 'hour-')));
await mkdir(folder, { recursive: true });
// Where the sources are compiled once, as for a test run.
process.env.SAMMEN_TEST_RUN = folder;
const random = seeded(seed);
const planned = amountsIn(minutes);
const nudges = values.nudges === undefined ? planned.nudges : Number(values.nudges);
const amounts = { ...planned, nudges, reactions: Math.min(planned.reactions, Math.round(nudges / 6)) };
const people = peopleOf(amounts.nudges);
const platforms = await openPlatforms(people);
const store = await openStoreServer(folder, {
  uri: process.env.MONGODB_TEST_URI,
  stop: values['store-stop'],
  start: values['store-start'],
});
const closing: (() => Promise<unknown>)[] = [() => store.close(), () => platforms.close()];
try {
  say(`${people.length} people are written into the store`);
  await fillStore(store.uri, people, platforms.connector.serviceUrl);
  const organisation = join(folder, 'organisation.json');
  await writeOrganisation(organisation, new Date(Date.now() + 60_000), minutes);
  const processes = await openProcesses(folder, store, platforms, organisation);
  closing.unshift(async () => {
    await Promise.all([processes.end('a', 'SIGTERM'), processes.end('b', 'SIGTERM')]);
  });
  await Promise.all([processes.start('a'), processes.start('b')]);
  const prometheus = await startPrometheus(folder, processes);
  if (prometheus === null) say('prometheus is not installed: dashboard and alerts are not looked at');
  else closing.unshift(() => prometheus.close());
  const watch = startWatch(processes);
  closing.unshift(async () => watch.stop());
  const entrance = openEntrance(processes, platforms, random);
  const town = openPeople(people, platforms, entrance, random);

  const began = Date.now();
  const at = (moment: number): Promise<void> => sleep(Math.max(0, began + moment - Date.now()));
  const stuck: string[] = [];
  const doing: Promise<void>[] = [];
  const plan = (count: number, work: (n: number) => Promise<void>, until = BEGINS_UNTIL): void => {
    for (const [n, moment] of momentsOf(count, ms, until, random).entries()) {
      doing.push(
        at(moment)
          .then(() => work(n))
          .catch((error) => void stuck.push(String(error))),
      );
    }
  };
  const colleagues = people.filter(({ role, stopped, blocks }) => role === 'colleague' && !stopped && !blocks);
  // Nobody does two things: who waits for an answer would take another's for it.
  const take = (count: number) => colleagues.splice(0, count);
  const [askers, reacting, writing] = [take(amounts.dilemmas), take(amounts.reactions), take(amounts.words)];
  const readers = people.filter(({ role }) => role === 'hr');
  const of = <T>(list: readonly T[], n: number): T => list[n % list.length] ?? random.pick(list);
  // Eleven pauses or so make a dilemma, which is a sixth of the run.
  plan(amounts.dilemmas, (n) => town.dilemma(of(askers, n), ms / 70));
  plan(amounts.reactions, (n) => town.reactsToNudge(of(reacting, n)));
  plan(amounts.words, (n) => town.asks(of(writing, n), of(WORDS, n)));
  plan(amounts.arrivals, (n) => town.asks(citizen(people.length + n), 'hej'));
  // One after the other, because each looks for the newest link in their chat.
  const reading = momentsOf(amounts.reports, ms, BEGINS_UNTIL, random);
  doing.push(
    (async () => {
      for (const [n, moment] of reading.entries()) {
        await at(moment);
        await town.readsReport(of(readers, n)).catch((error) => void stuck.push(String(error)));
      }
    })(),
  );

  const happened: { kind: string; from: number; until: number }[] = [];
  const mishap = async (one: Mishap): Promise<void> => {
    await at(one.at);
    const from = Date.now();
    say(`${one.kind}${'slot' in one ? ` of ${one.slot}` : ''}`);
    if ('slot' in one) {
      await processes.end(one.slot, one.kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
      await processes.start(one.slot);
    } else if (one.kind === 'store-away') {
      await store.stop();
      await sleep(one.lasts);
      await store.start();
    } else {
      const on = one.kind === 'teams-429' ? 'teams' : 'slack';
      platforms.throttles[on] = true;
      await sleep(one.lasts);
      platforms.throttles[on] = false;
    }
    happened.push({ kind: one.kind, from, until: Date.now() });
    say(`${one.kind} is over`);
  };
  // One after the other, also where a start takes longer than planned: never are both processes away.
  const mishaps = (async () => {
    for (const one of mishapsIn(ms)) await mishap(one);
  })();
  const telling = setInterval(
    () =>
      say(
        `${platforms.nudges.size} nudges, ${entrance.acknowledged.size} words acknowledged, ${town.closed.length} of ${amounts.dilemmas} cases closed, ${stuck.length} stuck`,
      ),
    Math.min(60_000, ms / 5),
  );
  closing.unshift(async () => clearInterval(telling));

  await mishaps;
  await Promise.all([at(ms), Promise.race([Promise.all(doing), sleep(ms + END_MS - (Date.now() - began))])]);
  clearInterval(telling);
  const report = await checkEverything({
    minutes,
    seed,
    amounts,
    people,
    began,
    happened,
    stuck,
    store,
    platforms,
    processes,
    entrance,
    town,
    watch,
    prometheus,
    random,
  });
  await writeFile(join(folder, 'report.md'), report.text);
  console.log(report.text);
  if (report.faults > 0) process.exitCode = 1;
} finally {
  for (const close of closing) await close().catch((error) => console.error(error));
  if (values.out === undefined) await rm(folder, { recursive: true, force: true });
}
process.exit();
