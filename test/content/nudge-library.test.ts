import assert from 'node:assert/strict';
import { nudgesSchema } from '../../bot/nudges/nudge-library.ts';
import { PRINCIPLES } from '../../bot/words.ts';
import { faultsIn } from '../support/assertions/content-faults.ts';

const nudge = (changes: Record<string, unknown> = {}) => ({
  id: 'lf-vent-lidt',
  principle: 'lytter-foerst',
  kind: 'exercise',
  field: 'all',
  da: 'Vent lidt, før du svarer.',
  en: 'Wait a little before you answer.',
  ...changes,
});
const others = PRINCIPLES.slice(1).map((principle) => nudge({ id: `et-${principle}`, principle }));

const faultsOf = (json: unknown) => faultsIn(json, nudgesSchema);

describe('reading the nudges a municipality edits', () => {
  it('returns them in the order of the file', () => {
    const file = [nudge(), ...others];
    assert.deepEqual(nudgesSchema.parse(file), file);
  });

  it('trims a text before measuring it', () => {
    const [first] = nudgesSchema.parse([nudge({ da: `  ${'æ'.repeat(300)}\n` }), ...others]);
    assert.equal(first?.da, 'æ'.repeat(300));
  });

  const wrong: readonly [string, Record<string, unknown>, string][] = [
    ['a Danish text of 301 characters', { da: 'æ'.repeat(301) }, '"da" has 301 characters. Write at most 300'],
    ['an English text of 301 characters', { en: 'e'.repeat(301) }, '"en" has 301 characters. Write at most 300'],
    ['a text of spaces', { en: '  ' }, '"en" is empty. Write the nudge in English there'],
    ['a missing language', { da: undefined }, '"da" is missing. Write the nudge in Danish there'],
    ['an unknown principle', { principle: 'lytter' }, '"principle" is "lytter". Write one of "lytter-foerst", '],
    ['an unknown kind', { kind: 'joke' }, '"kind" is "joke". Write one of "question", '],
    ['an unknown field', { field: 'school' }, '"field" is "school". Write one of "all", "schools", '],
    [
      'a misspelt name',
      { feild: 'all' },
      '"feild" is not known here. Correct the spelling, or take it out. Known are "id", ',
    ],
    ['an id with other letters', { id: 'lf-tæl' }, '"id" is "lf-tæl". Write an id of plain letters'],
    ['no id', { id: undefined }, '"id" is missing. Write an id'],
  ];
  for (const [what, changes, fault] of wrong) {
    it(`refuses ${what}, with the fault and its location`, () => {
      const [only, ...more] = faultsOf([nudge(changes), ...others]);
      assert.ok(only?.includes(`: ${fault}`), only);
      assert.match(only ?? '', /^x\.json, line \d, row 1/);
      assert.deepEqual(more, []);
    });
  }

  it('reports all faults together', () => {
    const faults = faultsOf([nudge({ kind: '', en: '' }), 'text', ...others]);
    assert.deepEqual(
      faults.map((fault) => fault.split('. ')[0]),
      [
        'x.json, line 5, row 1 ("id": "lf-vent-lidt"): "kind" is empty',
        'x.json, line 8, row 1 ("id": "lf-vent-lidt"): "en" is empty',
        'x.json, line 10, row 2: the row is the text "text"',
      ],
    );
  });

  it('refuses a duplicate id', () => {
    assert.deepEqual(faultsOf([nudge(), ...others, nudge({ da: 'Andet.' })]), [
      'x.json, line 51, row 7 ("id": "lf-vent-lidt"): "id" is the id of an earlier nudge, too. Give each its own.',
    ]);
  });

  it('refuses a principle without a nudge that fits everybody', () => {
    assert.deepEqual(faultsOf([nudge({ field: 'care' }), ...others]), [
      'x.json: the file has no nudge for everybody in "lytter-foerst". Write at least one with "principle": "lytter-foerst" and "field": "all".',
    ]);
  });

  it('refuses a file that is not a list', () => {
    for (const json of [null, {}, 'x', { nudges: [] }])
      assert.match(
        faultsOf(json).join('\n'),
        /^x\.json: the file is [^.]+\. Write a list in square brackets, \[ \]\.$/,
      );
  });
});
