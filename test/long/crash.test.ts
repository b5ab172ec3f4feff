import { surviveCrashes } from '../support/processes/crash-story.ts';

/** `npm test` kills four times; this kills often enough to hit rare moments. */
const ROUNDS = process.env.LONG === 'short' ? 1 : 4;
const KILLS = process.env.LONG === 'short' ? 5 : 26;
const seed = Number(process.env.SEED ?? 2026);

describe('Sammen, killed in the middle of conversations for a long time,', function () {
  this.timeout(15 * 60_000);

  for (let round = 0; round < ROUNDS; round++) {
    it(`keeps everything it acknowledged, once, through ${KILLS} times kill -9 (${round + 1} of ${ROUNDS})`, () =>
      surviveCrashes(KILLS, seed + round * 1000));
  }
});
