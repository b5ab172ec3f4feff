/** What a quick run does not do; `.ci/run` does all of it. */
export const mochaGlobalTeardown = (): void => {
  if (!process.env.MONGODB_TEST_URI) {
    console.log(
      'The MongoDB contracts did not run: `docker compose up -d mongo`, then MONGODB_TEST_URI=mongodb://127.0.0.1:27017 npm test; or with Java 17 and Maven, npm run test:mongodb:java.',
    );
  }
  console.log(
    'Left out here: test:browser (needs Chromium), test:long (100 crashes), test:built (needs a build), conformance.\n',
  );
};
