import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';
import { openStore } from '../../../app/open-store.ts';

// A process of its own for the tests. It says `open`, waits for a line, and then, by its task:
// `work`: five claimers at once claim and finish what is due, printing each id they claimed, and end when nothing is left.
// `hold SECONDS`: claims all that is ready, prints the ids, and stays alive without finishing or renewing anything.
const [uri = '', task = 'work', seconds = '15'] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const database = await openMongo(uri);
const { deliveries } = await openStore(database, 'sandbox');
const lines = createInterface(process.stdin);
say('open');
await once(lines, 'line');

const claimReady = async (holder: string): Promise<number> => {
  const ready = await deliveries.ready(new Date(), new Date());
  for (const { _id } of ready) {
    const until = new Date(Date.now() + Number(seconds) * 1000);
    if ((await deliveries.claim(_id, holder, new Date(), until)) === null) continue;
    say(`claimed ${_id}`);
    if (task === 'work') await deliveries.finish(_id, holder, { state: 'sent', at: new Date() });
  }
  return ready.length;
};

if (task === 'work') {
  const claimer = async (n: number): Promise<void> => {
    while ((await claimReady(`${process.pid}-${n}`)) > 0);
  };
  await Promise.all([1, 2, 3, 4, 5].map(claimer));
  lines.close();
  await database.close();
} else {
  await claimReady(String(process.pid));
  say('holding');
  setInterval(() => undefined, 1000);
}
