import { surviveRuns } from '../support/processes/nudge-crash.ts';

/** CI runs the short form; the full one takes some four minutes. */
const [PEOPLE, KILLS] = process.env.LONG === 'short' ? [1_000, 5] : [5_000, 20];
const SEED = Number(process.env.SEED ?? Date.now() % 100_000);

describe('Sammen, killed many times during a weekly run,', function () {
  this.timeout(3_600_000);

  it(`sends ${PEOPLE} people exactly one nudge each, and none to those who stopped`, () =>
    surviveRuns({ people: PEOPLE, kills: KILLS, seed: SEED }));
});
