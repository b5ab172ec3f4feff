import { surviveCrashes } from '../support/processes/crash-story.ts';

const KILLS = 3;
const seed = Number(process.env.SEED ?? 2026);

describe('Sammen, killed in the middle of conversations,', function () {
  this.timeout(300_000);

  it(`keeps everything it acknowledged, once, through ${KILLS} times kill -9`, () => surviveCrashes(KILLS, seed));
});
