import { testDatabase } from '../test/mongodb/support/test-database.ts';
import { inTempFolder } from '../test/support/processes/temp-folder.ts';
import { startChild } from './child.ts';
import { type Load, loadOf, underLoad } from './load.ts';
import { onMongo } from './on-mongo.ts';
import type { Row } from './table.ts';

const PEOPLE = 100;
const MAX_CONCURRENT = 16;
/** Turns that each store gets first, to warm up. */
const WARM_UP_TURNS = 50;
/** Approximate upper limit of one measurement: a slow machine gets fewer turns. */
const MAX_SECONDS = 8;

/**
 * Measures a dilemma asked in the sandbox, on both stores, against an echo on the same web server. A turn ends when the
 * draft is stored and the chat shows its preview.
 */
export const askTurnStores = async (turns = 300): Promise<Row[]> => {
  const echo = await measure('echo', turns * 2, false);
  const rows: Row[] = [];
  await inTempFolder(async (folder) => {
    rows.push(...rowsOf('embedded', await measure(folder, turns, true), echo));
  });
  await onMongo(async (server, what) => {
    const { uri, drop } = testDatabase({}, server);
    try {
      rows.push(...rowsOf(what, await measure(uri, turns, true), echo));
    } finally {
      await drop();
    }
  }, 'ask turn');
  return rows;
};

const rowsOf = (store: string, load: Load, echo: Load): Row[] => [
  {
    bench: `ask turn, sandbox on ${store}: turns/s`,
    measured: load.perSecond.toFixed(0),
    reference: `${echo.perSecond.toFixed(0)} (echo)`,
    target: `none: ${((load.perSecond / echo.perSecond) * 100).toFixed(0)} %`,
    held: load.failed === 0,
  },
  {
    bench: `ask turn, sandbox on ${store}: p99 until answered`,
    measured: `${load.p99.toFixed(0)} ms`,
    reference: `${echo.p99.toFixed(0)} ms (echo)`,
    target: `none: ${(load.p99 / echo.p99).toFixed(1)}x`,
    held: load.failed === 0,
  },
];

const measure = async (store: string, turns: number, isSammen: boolean): Promise<Load> => {
  const child = await startChild(new URL('sandbox-server.ts', import.meta.url), [store]);
  try {
    const { url } = child;
    const people = isSammen ? await addPeople(url) : Array.from({ length: PEOPLE }, (_, n) => `p${n}`);
    const turn = (n: number) => ({
      url: `${url}/sandbox/messages`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        person: people[n % PEOPLE],
        text: `Skaterne vil bygge en rampe nummer ${n}. Hvem skal jeg tale med?`,
      }),
    });
    const requests = Array.from({ length: WARM_UP_TURNS + turns }, (_, n) => turn(n));
    const done = async (): Promise<void> => undefined;
    const warm = loadOf(await underLoad(requests.slice(0, WARM_UP_TURNS), MAX_CONCURRENT, done));
    const turnCount = Math.max(WARM_UP_TURNS, Math.floor(warm.perSecond * MAX_SECONDS));
    return loadOf(await underLoad(requests.slice(WARM_UP_TURNS, WARM_UP_TURNS + turnCount), MAX_CONCURRENT, done));
  } finally {
    await child.stop();
  }
};

const addPeople = (url: string): Promise<string[]> =>
  Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => {
      const body = JSON.stringify({ name: `Prøve ${n}`, unit: 'Skole' });
      const answer = await fetch(`${url}/sandbox/people`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      return ((await answer.json()) as { id: string }).id;
    }),
  );
