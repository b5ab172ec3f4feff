import assert from 'node:assert/strict';
import { askersOwn, ownWords } from '../../bot/accounts/own-data/case-data.ts';
import { CASE_FIELDS } from '../../bot/accounts/own-data/case-fields.ts';
import type { Case } from '../../bot/cases/case.ts';
import { aFullCase } from '../support/fixtures/full-case.ts';

const { full, people } = aFullCase();
const whole: Case = { ...full, events: [] };

/** What the people of a case are given of it besides their cards. */
const besidesCards = (c: Case): string =>
  JSON.stringify([askersOwn(c, (id) => id), ...people.map((person) => ownWords(c, person))]);

/** The case as if nothing had ever been in this field. */
const without = (field: string): Case => {
  const value = whole[field as keyof Case];
  return { ...whole, [field]: Array.isArray(value) ? [] : undefined };
};

describe('the fields of a case', () => {
  it('are given besides the card where it says so, and nowhere else', () => {
    const given = besidesCards(whole);
    const changing = Object.keys(CASE_FIELDS).filter((field) => besidesCards(without(field)) !== given);
    const own = Object.entries(CASE_FIELDS).filter(([, where]) => where === 'own');
    assert.deepEqual(
      changing,
      own.map(([field]) => field),
    );
  });

  it('do not tell whoever asked a colleague to help whether they said no, or could not be asked', () => {
    const ended = (state: 'declined' | 'over') =>
      besidesCards({ ...whole, invitations: (whole.invitations ?? []).map((one) => ({ ...one, state })) });
    assert.ok(ended('over').includes('hand-over') || ended('over').includes('co-agent'));
    assert.equal(ended('declined'), ended('over'));
  });
});
