import assert from 'node:assert/strict';
import { CASE_STORIES } from './support/case-stories.ts';
import { tellStories, WAYS } from './support/tell-stories.ts';

const IS_SHORT = process.env.LONG === 'short';
const seed = Number(process.env.SEED ?? 2026);
/** The short form tells one of them, once, across the platforms. */
const ROUNDS = IS_SHORT ? (['from Slack by Teams to Slack'] as const) : (Object.keys(WAYS) as (keyof typeof WAYS)[]);
const TOLD = Object.keys(CASE_STORIES).slice(...(IS_SHORT ? [1, 2] : [0]));

describe('every story of a case, with kill -9 between any two steps,', function () {
  this.timeout(30 * 60_000);

  for (const way of ROUNDS) {
    it(`ends ${way} as it ends where nobody is killed`, async () => {
      const undisturbed = await tellStories(way, null, TOLD);
      const { kills, steps, words, doubled, cases } = await tellStories(way, seed, TOLD).catch((error: unknown) => {
        console.log(`      SEED=${seed} failed`, error);
        throw error;
      });
      console.log(
        `      seed ${seed}: ${kills} kills in ${steps} steps, ${words} words, lost 0, ${doubled} cut off and sent again`,
      );
      assert.deepEqual(cases, undisturbed.cases);
      assert.equal(undisturbed.doubled, 0);
    });
  }
});
