import { MongoClient } from 'mongodb';
import { openEmbedded } from '../adapters/store/embedded/open-embedded.ts';
import { openMongo } from '../adapters/store/mongodb/open-mongo.ts';
import { lookFrom } from '../adapters/web/report/look.ts';
import { reportPage } from '../adapters/web/report/report-page.ts';
import { loadContent } from '../app/content/load-content.ts';
import { openStore, type Store } from '../app/open-store.ts';
import { publishNewWeeks } from '../bot/adoption/close-weeks.ts';
import type { Fact, Headcount } from '../bot/adoption/fact.ts';
import { createNoise } from '../bot/adoption/noise.ts';
import { readReport } from '../bot/adoption/report.ts';
import { type Rollup, sumWeek } from '../bot/adoption/rollup.ts';
import { countRunning } from '../bot/adoption/running-week.ts';
import { daysOf } from '../bot/adoption/week.ts';
import { type Week, weekAfter } from '../bot/time/iso-week.ts';
import { createWorkingTime } from '../bot/time/working-time.ts';
import { PRINCIPLES, TOPICS } from '../bot/words.ts';
import { createSpeech } from '../cards/speech.ts';
import { testDatabase } from '../test/mongodb/support/test-database.ts';
import { inTempFolder } from '../test/support/processes/temp-folder.ts';
import { onMongo } from './on-mongo.ts';
import type { Row } from './table.ts';

/** The small Java server keeps a million facts in memory. */
const SERVER_HEAP = '8g';
const WEEKS = 260;
const FIRST = '2021-W48';
const UNITS = 24;
const BATCH = 5_000;
const REPEATS = 15;
const MAX_MS = 300;
const MAX_GROWTH = 1.3;

const content = loadContent();
const { organisation, principles } = content;

type Raw = { add(facts: Fact[]): Promise<unknown>; all(): Promise<Fact[]> };

/** Measures the report's page over five years, at three sizes, against a scan of all facts. */
export const report = async (): Promise<Row[]> => {
  const rows: Row[] = [];
  await inTempFolder(async (folder) => {
    const database = await openEmbedded(folder);
    const store = await openStore(database, 'sandbox');
    try {
      const took = await measure(10_000, store, {
        add: (facts) => Promise.all(facts.map((fact) => store.facts.put(fact))),
        all: async () => (await database.collection<Fact>('facts', [])).find({ week: { $gt: '' } }),
      });
      rows.push(rowOf('embedded', 10_000, took, null));
    } finally {
      await database.close();
    }
  });
  await onMongo(
    async (server, what) => {
      let smallest: number | null = null;
      for (const cases of [10_000, 100_000, 1_000_000]) {
        const { uri, drop } = testDatabase({}, server);
        const [database, client] = [await openMongo(uri), await MongoClient.connect(uri)];
        try {
          const store = await openStore(database, 'sandbox');
          const raw = client.db().collection<Fact>('facts');
          const took = await measure(cases, store, {
            add: (facts) => raw.insertMany(facts, { ordered: false }),
            // Uses the driver directly, because a store gives up on a read that takes this long.
            all: () => raw.find({}).toArray(),
          });
          smallest ??= took.page;
          rows.push(rowOf(what, cases, took, took.page / smallest));
        } finally {
          await database.close();
          await client.close();
          await drop();
        }
      }
    },
    'report',
    SERVER_HEAP,
  );
  return rows;
};

type Took = { page: number; scan: number };

const measure = async (cases: number, store: Store, { add, all }: Raw): Promise<Took> => {
  const rollups = await fill(cases, add);
  for (const rollup of rollups) await store.rollups.add(rollup);
  const speech = createSpeech({ timeZone: organisation.timeZone, principles }, 'da');
  const now = new Date(`${daysOf(weekAfter(FIRST, WEEKS)).last}T20:00:00Z`);
  const deps = {
    ...store,
    clock: () => now,
    time: createWorkingTime(organisation),
    noise: createNoise('a key for the bench'),
  };
  await publishNewWeeks(deps);
  const page = async () => {
    const look = lookFrom(new URLSearchParams({ weeks: '52' }), speech);
    if (!reportPage(await readReport(deps), look, organisation).markup.includes('</html>')) throw new Error('no page');
  };
  const scan = async () => {
    const head = (week: Week): Headcount => ({
      _id: week,
      directory: 2_000,
      withChat: 1_500,
      standing: null,
      units: [],
    });
    const weeks = new Map<Week, Fact[]>();
    for (const fact of await all()) {
      const ofWeek = weeks.get(fact.week) ?? [];
      weeks.set(fact.week, ofWeek);
      ofWeek.push(fact);
    }
    for (const [week, facts] of weeks) sumWeek(head(week), facts);
  };
  // The job of every minute has run before a page is opened.
  await countRunning(deps);
  await page();
  return { page: await median(page, REPEATS), scan: await median(scan, cases > 100_000 ? 1 : 3) };
};

/** One fact per case: what a report reads of the running week does not depend on other kinds of facts. */
const fill = async (cases: number, add: Raw['add']): Promise<Rollup[]> => {
  const rollups: Rollup[] = [];
  const units = Array.from({ length: UNITS }, (_none, nth) => ({ unit: `Afdeling ${nth}`, people: 40 + nth }));
  const each = Math.floor(cases / (WEEKS + 1));
  const standing = { stopped: 60, paused: 20, unreachable: 10 };
  let waiting: Fact[] = [];
  for (let nth = 0; nth <= WEEKS; nth++) {
    const week = weekAfter(FIRST, nth);
    const facts = Array.from(
      { length: each },
      (_none, index): Fact => ({
        _id: `${week}.${index}`,
        week,
        unit: `Afdeling ${(index * 7 + nth) % UNITS}`,
        who: `p${(index * 13 + nth) % 2_000}`,
        kind: 'asked',
        principle: PRINCIPLES[index % PRINCIPLES.length] ?? 'bygger-bro',
        topic: TOPICS[(index + nth) % TOPICS.length] ?? 'oekonomi',
        anonymous: index % 6 === 0,
      }),
    );
    if (nth < WEEKS) rollups.push(sumWeek({ _id: week, directory: 2_000, withChat: 1_500, standing, units }, facts));
    waiting.push(...facts);
    if (waiting.length >= BATCH || nth === WEEKS) {
      await add(waiting);
      waiting = [];
    }
  }
  return rollups;
};

const median = async (act: () => Promise<void>, times: number): Promise<number> => {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await act();
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
};

const rowOf = (store: string, cases: number, { page, scan }: Took, growth: number | null): Row => ({
  bench: `report on ${store}, ${cases.toLocaleString('en')} cases`,
  measured: `${page.toFixed(0)} ms${growth === null ? '' : `, ${growth.toFixed(2)}x`}`,
  reference: `${scan.toFixed(0)} ms (full scan)`,
  target: `under ${MAX_MS} ms, growth under ${MAX_GROWTH}x`,
  held: page < MAX_MS && (growth ?? 1) < MAX_GROWTH,
});
