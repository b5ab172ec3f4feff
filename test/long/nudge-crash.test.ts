import { surviveRuns } from '../support/processes/nudge-crash.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 100_000);

describe('killed in the middle of a weekly run, many times', function () {
  this.timeout(3_600_000);

  it('5,000 people get exactly one nudge each, and who has stopped gets none', () =>
    surviveRuns({ people: 5000, kills: 20, seed: SEED }));
});
