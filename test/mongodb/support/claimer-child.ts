import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';
import { openStore } from '../../../app/open-store.ts';
import { relay } from '../../../outbox/relay.ts';

// A child process for the tests. It prints `open`, waits for a line on standard input, and then does its task:
// `work`: five concurrent claimers claim and finish due deliveries and print each id. Each claims one first. Then the
// process prints `had a part` and waits for another line, so that no process is done before the slowest has begun. It
// ends when nothing is left.
// `relay`: relays what is owed, claims up to forty messages, and prints their ids.
// `hold SECONDS`: claims all that is ready, prints the ids, and stays alive without finishing or renewing anything.
const [uri = '', task = 'work', seconds = '15'] = process.argv.slice(2);
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const database = await openMongo(uri);
const { deliveries, debtors } = await openStore(database, 'sandbox');
const lines = createInterface(process.stdin);
print('open');
await once(lines, 'line');

const claimReady = async (holder: string, max = Number.POSITIVE_INFINITY): Promise<number> => {
  let claimed = 0;
  const { ready } = await deliveries.due(new Date(), new Date());
  for (const { _id } of ready) {
    const until = new Date(Date.now() + Number(seconds) * 1000);
    if ((await deliveries.claim(_id, holder, new Date(), until)) === null) continue;
    print(`claimed ${_id}`);
    if (task === 'work') await deliveries.finish(_id, holder, { state: 'sent', at: new Date() });
    claimed += 1;
    if (claimed === max) break;
  }
  return ready.length;
};

if (task === 'work') {
  const claimers = [1, 2, 3, 4, 5].map((n) => `${process.pid}-${n}`);
  await Promise.all(claimers.map((claimer) => claimReady(claimer, 1)));
  print('had a part');
  await once(lines, 'line');
  await Promise.all(
    claimers.map(async (claimer) => {
      while ((await claimReady(claimer)) > 0);
    }),
  );
  lines.close();
  await database.close();
} else if (task === 'relay') {
  const holder = String(process.pid);
  await relay(debtors, deliveries, {
    max: 40,
    domainNow: new Date(),
    begin: async (debt) => {
      const claimed = await deliveries.addClaimed(debt, holder, new Date(Date.now() + Number(seconds) * 1000));
      if (claimed !== null) print(`claimed ${claimed._id}`);
      return claimed !== null;
    },
  });
  lines.close();
  await database.close();
} else {
  await claimReady(String(process.pid));
  print('holding');
  setInterval(() => undefined, 1000);
}
