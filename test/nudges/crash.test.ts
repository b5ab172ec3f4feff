import { surviveRuns } from '../support/processes/nudge-crash.ts';

describe('Sammen, killed during a weekly run,', function () {
  this.timeout(300_000);

  it('sends everybody exactly one nudge, and none to those who stopped', () =>
    surviveRuns({ people: 100, kills: 2, seed: 7 }));
});
