/** Lists the suites that a quick run skips; `.ci/run` runs all of them. */
export const mochaGlobalTeardown = (): void => {
  if (!process.env.MONGODB_TEST_URI) {
    console.log(
      'Skipped the MongoDB contracts. To run them: `docker compose up -d mongo`, then MONGODB_TEST_URI=mongodb://127.0.0.1:27017 npm test; or with Java 17 and Maven, npm run test:mongodb:java.',
    );
  }
  console.log(
    'Also skipped: test:browser (needs Chromium), test:long (100 crashes), test:built (needs a build), conformance.\n',
  );
};
