import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Database, Doc } from '../adapters/store/collection.ts';
import { openMongo } from '../adapters/store/mongodb/open-mongo.ts';
import { loadContent } from '../app/content/load-content.ts';
import { openStore } from '../app/open-store.ts';
import { testDatabase } from '../test/mongodb/support/test-database.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../test/support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../test/support/fixtures/builders.ts';
import { onMongo } from './on-mongo.ts';
import type { Row } from './table.ts';

const CASES = Number(process.env.BENCH_CASES ?? 300);
const ASKERS = 100;
const WORD = 'Jeg har siddet med noget, der ligner. Hvem har I talt med indtil nu, og hvad sagde de til jer?';
const REPLY = 'Vi har talt med bestyrelsen og med to af naboerne. De er bange for støjen om aftenen, og for bilerne.';
const ANSWER = [
  'Begynd med de to naboer, der er mest imod. Gå en tur med dem på stedet en aften, og lad dem vise, hvor det larmer.',
  'Skriv bagefter tre linjer om det, I så, og send dem til alle, der var med. Så ved de, at de blev hørt.',
  'Aftal til sidst en prøve på en måned med bestyrelsen, og sig fra starten, hvornår I ser på den igen, og hvem der gør det.',
].join(' ');
const STEP = 'Inviter de to naboer på en gåtur en aften i næste uge.';

/**
 * Measures what a case takes on disk, with everything that belongs to it: the draft, the messages, the cards, receipts
 * and facts. Each case is a dilemma that comes with Sammen, a question back, a reply and an answer with a step.
 */
export const disk = async (): Promise<Row[]> => {
  const { dilemmas } = loadContent();
  const askers = Array.from({ length: ASKERS }, (_, n) => aPerson(`asker-${n}`));
  const agents = Array.from({ length: 10 }, (_, n) => anAgent(`agent-${n}`));
  const setup = await openTestBot([...askers, ...agents]);
  const rows: Row[] = [];
  try {
    const before = sizeOf(setup.folder);
    for (let n = 0; n < CASES; n++) {
      const asker = askers[n % ASKERS] ?? aPerson('nobody');
      await converse(setup, asker, dilemmas[(n * 7) % dilemmas.length]?.text ?? '');
    }
    const grown = sizeOf(setup.folder) - before;
    await setup.database.purge();
    const asGrown = `${(grown / 2 ** 20).toFixed(1)} MB in all before the purge`;
    rows.push(rowOf('embedded, after a purge', sizeOf(setup.folder) - before, asGrown));
    await onMongo(async (server, what) => {
      const { uri, drop } = testDatabase({}, server);
      const [database, client] = [await openMongo(uri), await MongoClient.connect(uri)];
      try {
        await openStore(database, 'sandbox');
        const size = async () => {
          const { dataSize, storageSize, indexSize } = await client.db().stats();
          return { data: Number(dataSize), disk: Number(storageSize) + Number(indexSize) };
        };
        const empty = await size();
        for (const name of await setup.database.names()) {
          // Opening the store has made it there.
          if (name === 'meta') continue;
          const documents = await (await collectionOf(setup.database, name)).find({});
          if (documents.length > 0)
            await client
              .db()
              .collection<Doc>(name)
              .insertMany([...documents]);
        }
        const full = await size();
        // The Java server keeps all in memory and says nothing of disks.
        rows.push(rowOf(what, full.disk - empty.disk, `${inMb(full.data - empty.data)} of documents`));
      } finally {
        await database.close();
        await client.close();
        await drop();
      }
    }, 'disk');
  } finally {
    await setup.close();
  }
  return rows;
};

const converse = async (setup: TestBot, asker: ReturnType<typeof aPerson>, dilemma: string): Promise<void> => {
  const id = await ask(setup, asker, dilemma);
  const [offer] = (await setup.store.cases.get(id))?.offers ?? [];
  const agent = offer === undefined ? null : await setup.store.people.get(offer.agent);
  if (agent === null) throw new Error('the case was offered to nobody');
  const data = { nextStep: STEP, nextStepDate: '2026-12-08' };
  await pressNewest(setup, agent, 'accept-case', { text: WORD });
  await pressNewest(setup, asker, 'reply', { text: REPLY });
  await pressNewest(setup, agent, 'answer-case', { text: ANSWER, outcome: 'advice', ...data });
  await pressNewest(setup, asker, 'close-case');
};

const collectionOf = (database: Database, name: string) => database.collection<Doc>(name, []);

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name)).isFile() ? statSync(join(folder, name)).size : 0),
    0,
  );

const inMb = (bytes: number): string => `${(((bytes / CASES) * 1000) / 2 ** 20).toFixed(1)} MB`;

const rowOf = (store: string, bytes: number, reference: string): Row => ({
  bench: `disk for 1,000 cases (${CASES} measured), ${store}`,
  measured: inMb(bytes),
  reference,
  target: 'none',
  held: true,
});
