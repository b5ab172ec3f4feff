import assert from 'node:assert/strict';
import { anonymousOffice } from '../privacy/support/anonymous-office.ts';
import { guessNames } from '../privacy/support/guess-names.ts';

const GUESSES = process.env.LONG === 'short' ? 200_000 : 1_000_000;

describe(`an agent who has the staff list and makes ${GUESSES} guesses`, () => {
  it('finds none of nine anonymous askers', async () => {
    const { setup, staff, seen, context } = await anonymousOffice();
    try {
      const moments = Array.from({ length: 2_000 }, (_, nth) => `${1_764_000_000 + nth}`);
      const { found, guesses } = guessNames(staff, [...context, ...moments], seen, GUESSES);
      assert.deepEqual([guesses, [...found]], [GUESSES, []]);
    } finally {
      await setup.close();
    }
  });
});
