/** What a quick run does not do; `.ci/run` does all of it. */
export const mochaGlobalTeardown = (): void => {
  console.log(
    'Left out here: test:browser (needs Chromium), test:long (100 crashes), test:built (needs a build), conformance.\n',
  );
};
