import { TEST_URI } from './test-database.ts';

// Asked for by name, these tests must not pass by not running.
if (TEST_URI === null) {
  throw new Error(
    'MONGODB_TEST_URI is not set. Give a server: `docker compose up -d mongo` and MONGODB_TEST_URI=mongodb://127.0.0.1:27017, ' +
      'or with Java 17 and Maven: npm run test:mongodb:java',
  );
}
