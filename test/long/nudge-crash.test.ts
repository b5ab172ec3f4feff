import { surviveRuns } from '../support/processes/nudge-crash.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 100_000);

describe('Sammen, killed many times during a weekly run,', function () {
  this.timeout(3_600_000);

  it('sends 5,000 people exactly one nudge each, and none to those who stopped', () =>
    surviveRuns({ people: 5000, kills: 20, seed: SEED }));
});
