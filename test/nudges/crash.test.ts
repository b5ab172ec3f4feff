import { surviveRuns } from '../support/processes/nudge-crash.ts';

describe('killed in the middle of a weekly run', function () {
  this.timeout(300_000);

  it('everybody gets exactly one nudge, and who has stopped gets none', () =>
    surviveRuns({ people: 150, kills: 2, seed: 7 }));
});
