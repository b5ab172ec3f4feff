import assert from 'node:assert/strict';
import { NudgesFault, readNudges } from '../../bot/nudges/nudge-library.ts';
import { PRINCIPLES } from '../../bot/words.ts';

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

const faultsOf = (json: unknown): readonly string[] => {
  try {
    readNudges(json);
  } catch (fault) {
    assert.ok(fault instanceof NudgesFault);
    return fault.faults;
  }
  return [];
};

describe('reading the nudges a municipality edits', () => {
  it('gives them back in the order of the file', () => {
    const file = [nudge(), ...others];
    assert.deepEqual(readNudges(file), file);
  });

  it('takes away the space around a text, before it counts', () => {
    const [first] = readNudges([nudge({ da: `  ${'æ'.repeat(300)}\n` }), ...others]);
    assert.equal(first?.da, 'æ'.repeat(300));
  });

  const wrong: readonly [string, Record<string, unknown>, RegExp][] = [
    ['a Danish text of 301 characters', { da: 'æ'.repeat(301) }, /^"lf-vent-lidt": da: .*300 characters; it has 301$/u],
    ['an English text of 301 characters', { en: 'e'.repeat(301) }, /^"lf-vent-lidt": en: .*it has 301$/u],
    ['a text of spaces', { en: '  ' }, /^"lf-vent-lidt": en: write the nudge in English$/u],
    ['a missing language', { da: undefined }, /^"lf-vent-lidt": da: write the nudge in Danish$/u],
    ['an unknown principle', { principle: 'lytter' }, /^"lf-vent-lidt": principle: write one of lytter-foerst, /u],
    ['an unknown kind', { kind: 'joke' }, /^"lf-vent-lidt": kind: write one of question, /u],
    ['an unknown field', { field: 'school' }, /^"lf-vent-lidt": field: write one of all, schools, /u],
    ['a misspelt name', { feild: 'all' }, /^"lf-vent-lidt": feild is not known here/u],
    ['an id with other letters', { id: 'lf-tæl' }, /^"lf-tæl": id: write an id of plain letters/u],
    ['no id', { id: undefined }, /^entry 1: id: write an id/u],
  ];
  for (const [what, changes, fault] of wrong) {
    it(`refuses ${what}, and says where and what`, () => {
      const [only, ...more] = faultsOf([nudge(changes), ...others]);
      assert.match(only ?? '', fault);
      assert.deepEqual(more, []);
    });
  }

  it('names every fault at once', () => {
    const faults = faultsOf([nudge({ kind: '', en: '' }), 'text', ...others]);
    assert.deepEqual(
      faults.map((fault) => fault.split(': ').slice(0, -1).join(': ')),
      ['"lf-vent-lidt": kind', '"lf-vent-lidt": en', 'entry 2'],
    );
  });

  it('refuses an id that stands there twice', () => {
    assert.deepEqual(faultsOf([nudge(), ...others, nudge({ da: 'Andet.' })]), [
      '"lf-vent-lidt": id: another nudge has it; give each its own',
    ]);
  });

  it('refuses a principle without a nudge that fits everybody', () => {
    assert.deepEqual(faultsOf([nudge({ field: 'care' }), ...others]), [
      'lytter-foerst: write at least one nudge with "field": "all" for it',
    ]);
  });

  it('refuses a file that is no list', () => {
    for (const json of [null, {}, 'x', { nudges: [] }])
      assert.deepEqual(faultsOf(json), ['the file: write a list of nudges']);
  });
});
