import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded } from '../adapters/store/embedded/open-embedded.ts';
import { loadContent } from '../app/content/load-content.ts';
import { createChance } from '../app/demo/chance.ts';
import { makeCase } from '../app/demo/demo-case.ts';
import { openStore } from '../app/open-store.ts';
import { DAY } from '../bot/time/units.ts';
import { createWorkingTime } from '../bot/time/working-time.ts';
import { anAgent, aPerson } from '../test/support/fixtures/builders.ts';
import { startSammen } from '../test/support/processes/running-sammen.ts';
import { sandboxAt } from '../test/support/processes/sandbox.ts';
import { inTempFolder } from '../test/support/processes/temp-folder.ts';
import type { Row } from './table.ts';

const CASES = 10_000;
const PEOPLE = 7_000;
const BATCH = 500;
const MAX_SECONDS = 3;
const METRICS_TOKEN = 'the token of the bench';

/** Measures the first answer of the compiled program on an embedded store with 10,000 cases, and what memory it takes. */
export const startUp = (): Promise<Row[]> =>
  inTempFolder(async (folder) => {
    // Compiled, as in production; under tsx a start compiles every file.
    process.env.SAMMEN_TEST_RUN ??= folder;
    const [empty, people, cases] = ['empty', 'people', 'cases'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await fill(people, PEOPLE, 0);
    await fill(cases, PEOPLE, CASES);
    await firstAnswer(empty);
    const [withNothing, withPeople, withCases] = [
      await firstAnswer(empty),
      await firstAnswer(people),
      await firstAnswer(cases),
    ];
    const read = performance.now();
    const lines = (await readFile(join(cases, 'cases.db'), 'utf8')).trimEnd().split('\n');
    for (const line of lines) JSON.parse(line);
    const reading = (performance.now() - read) / 1000;
    return [
      {
        bench: `start on ${CASES} cases and ${PEOPLE} people, embedded: first answer`,
        measured: `${withCases.seconds.toFixed(2)} s`,
        reference: `${reading.toFixed(2)} s (reading the file), ${withNothing.seconds.toFixed(2)} s (empty store)`,
        target: `under ${MAX_SECONDS} s`,
        held: withCases.seconds < MAX_SECONDS,
      },
      memory('a new store', withNothing, null),
      memory(`${PEOPLE} people`, withPeople, withNothing),
      memory(`${PEOPLE} people and ${CASES} cases`, withCases, withNothing),
    ];
  });

type Started = { seconds: number; megabytes: number };

const firstAnswer = async (folder: string): Promise<Started> => {
  const begun = performance.now();
  const running = await startSammen(folder, { SANDBOX: 'on', METRICS_TOKEN });
  try {
    const sandbox = sandboxAt(() => running.url);
    const [person] = await sandbox.people();
    await sandbox.say(person?.id ?? '', 'hjælp');
    const seconds = (performance.now() - begun) / 1000;
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const metrics = await (await fetch(`${running.url}/metrics`, { headers })).text();
    const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
    return { seconds, megabytes: bytes / 2 ** 20 };
  } finally {
    await running.stop();
  }
};

/** Fills a folder as a sandbox's store, with cases from question to closing. */
const fill = async (folder: string, peopleCount: number, caseCount: number): Promise<void> => {
  const { organisation } = loadContent();
  const database = await openEmbedded(folder);
  const store = await openStore(database, 'sandbox');
  const people = Array.from({ length: peopleCount }, (_, n) => aPerson(`p${n}`, { unit: `Enhed ${n % 150}` }));
  const agent = anAgent('agent');
  await inBatches([...people, agent], (person) => store.people.add(person));
  const context = {
    chance: createChance(1),
    time: createWorkingTime(organisation),
    promiseHours: organisation.promiseHours,
    now: new Date(),
  };
  const numbers = Array.from({ length: caseCount }, (_, nth) => nth);
  await inBatches(numbers, (nth) => {
    const asker = people[nth % people.length] ?? agent;
    const askedAt = new Date(Date.now() - (1 + (nth % 300)) * DAY);
    return store.cases.add(makeCase(asker, agent, askedAt, { ...context, nth, number: nth + 1 }));
  });
  await database.close();
};

const inBatches = async <T>(all: readonly T[], add: (one: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += BATCH) await Promise.all(all.slice(from, from + BATCH).map(add));
};

const memory = (what: string, { megabytes }: Started, empty: Started | null): Row => ({
  bench: `memory after the start, ${what}`,
  measured: `${megabytes.toFixed(0)} MB`,
  reference: empty === null ? '' : `${empty.megabytes.toFixed(0)} MB (a new store)`,
  target: 'none',
  held: true,
});
