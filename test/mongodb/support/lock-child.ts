import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';

// A process of its own for the tests: takes the turn of a start, says so, and never comes to its end.
const [uri = ''] = process.argv.slice(2);
const database = await openMongo(uri);
await database.alone(async () => {
  process.stdout.write('alone\n');
  await new Promise((never) => setTimeout(never, 3_600_000));
});
