import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { anonymousOffice } from './support/anonymous-office.ts';
import { guessNames } from './support/guess-names.ts';

describe('an agent who has the staff list', () => {
  it('finds nobody in the cards, files and ids of anonymous cases by guessing what they were made of', async () => {
    const { setup, staff, seen, context } = await anonymousOffice();
    try {
      const { found, guesses } = guessNames(staff, context, seen, 50_000);
      assert.equal(guesses, 50_000);
      assert.deepEqual([...found], []);
    } finally {
      await setup.close();
    }
  });

  it('would find whoever an id was made of, were it made without a key', () => {
    const staff = [{ name: 'Anna', email: 'anna@kommune.dk', id: 'p-1' }];
    const made = hash('sha256', JSON.stringify(['email', 'anna@kommune.dk']), 'base64url').slice(0, 20);
    assert.deepEqual([...guessNames(staff, [], `"c${made}.0"`, 50_000).found], ['Anna']);
  });
});
