import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstName } from '../../bot/people/first-name.ts';

/** Names as directories and people write them, and how each person is greeted. */
const GREETED: Record<string, string> = {
  'Anna Holm': 'Anna',
  'Holm, Anna (BUF)': 'Anna',
  'Holm, Anna': 'Anna',
  'Holm Jensen, Anna': 'Anna',
  'Holm,Anna': 'Anna',
  'HOLM, ANNA (BUF)': 'Anna',
  'Anna Holm (BUF)': 'Anna',
  '(Vikar) Anna Holm': 'Anna',
  '[Ekstern] Anna Holm': 'Anna',
  'Anna Holm - Børn og Unge': 'Anna',
  'Anna Holm | BUF': 'Anna',
  'Anna Holm, BUF': 'Anna',
  'Anna Holm, Børn og Unge': 'Anna',
  'Anna Holm, ph.d.': 'Anna',
  'Dr. Karen Skov': 'Karen',
  'Dr Karen Skov': 'Karen',
  'Prof. Dr. Karen Skov': 'Karen',
  'Skov, Dr. Karen': 'Karen',
  'cand.mag. Karen Skov': 'Karen',
  'Hr. Bo Prøve': 'Bo',
  'Fru Karen Skov': 'Karen',
  'Anna-Marie Holm': 'Anna-Marie',
  'ANNA-MARIE HOLM': 'Anna-Marie',
  'Holm, Anna-Marie': 'Anna-Marie',
  'Per Ole Dam': 'Per Ole',
  'Dam, Per Ole': 'Per Ole',
  'PER OLE DAM': 'Per Ole',
  'Hans Jørgen Dam Larsen': 'Hans Jørgen',
  'Per Holm Dam': 'Per',
  'Anna B. Holm': 'Anna',
  'A. Karen Skov': 'Karen',
  'K. Skov': 'K. Skov',
  'H.C. Andersen': 'H.C. Andersen',
  'BO PRØVE': 'Bo',
  'ÅSE ØRSTED': 'Åse',
  'JP Hansen': 'JP',
  "D'Arcy Holm": "D'Arcy",
  'Zoë Holm': 'Zoë',
  bproeve: 'bproeve',
  'anna.holm': 'Anna',
  'anna.holm@kommune.dk': 'Anna',
  ' Anna   Holm ': 'Anna',
  'Anna\u200b Holm': 'Anna',
  'Holm,': 'Holm',
  ', Anna': 'Anna',
  '🌻 Anna Holm': 'Anna',
  李娜: '李娜',
  '123': '123',
  Dr: 'Dr',
};

describe('the first name', () => {
  for (const [name, greeted] of Object.entries(GREETED)) {
    it(`of ${JSON.stringify(name)} is ${greeted}`, () => assert.equal(firstName({ name }), greeted));
  }

  it('is never empty, and never ends with a comma', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
        const name = text.trim() || 'Anna';
        assert.notEqual(firstName({ name }), '');
      }),
    );
    assert.doesNotMatch(
      Object.keys(GREETED)
        .map((name) => firstName({ name }))
        .join('|'),
      /,/,
    );
  });
});
