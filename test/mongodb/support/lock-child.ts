import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';

// A child process for the tests: it takes the start lock, prints `alone`, and keeps the lock until it is killed.
const [uri = ''] = process.argv.slice(2);
const database = await openMongo(uri);
await database.alone(async () => {
  process.stdout.write('alone\n');
  await new Promise((never) => setTimeout(never, 3_600_000));
});
