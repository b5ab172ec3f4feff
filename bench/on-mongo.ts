import { hasServer, startServer } from '../test/mongo-server/start-server.ts';
import { TEST_URI } from '../test/mongodb/support/test-database.ts';

/** Runs on the tests' MongoDB server, or on the small Java server when only that is available. */
export const onMongo = async (
  run: (server: string, what: string) => Promise<void>,
  bench: string,
  heap?: string,
): Promise<void> => {
  if (TEST_URI !== null) return run(TEST_URI, 'MONGODB_TEST_URI');
  if (!hasServer()) {
    process.stdout.write(`${bench} on MongoDB: not measured. Give MONGODB_TEST_URI, or run test:mongodb:java once.\n`);
    return;
  }
  const java = await startServer(0, undefined, heap);
  try {
    await run(java.uri, 'mongo-java-server');
  } finally {
    await java.stop();
  }
};
