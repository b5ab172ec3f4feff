import { TEST_URI } from './test-database.ts';

// When requested explicitly, these tests must fail instead of being skipped.
if (TEST_URI === null) {
  throw new Error(
    'MONGODB_TEST_URI is not set. Give a server: `docker compose up -d mongo` and MONGODB_TEST_URI=mongodb://127.0.0.1:27017, ' +
      'or with Java 17 and Maven: npm run test:mongodb:java',
  );
}
