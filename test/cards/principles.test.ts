import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PRINCIPLES } from '../../bot/words.ts';
import { principlesSchema } from '../../cards/principles.ts';
import { faultsIn } from '../support/assertions/content-faults.ts';
import { cards } from './support.ts';

const stored = (): { id: string; da: { name: string; text: string } }[] =>
  JSON.parse(readFileSync(new URL('../../content/principles.json', import.meta.url), 'utf8'));

describe('the principles a municipality may edit', () => {
  it('are six, in Danish and English', () => {
    const read = principlesSchema.parse(stored());
    assert.deepEqual(
      read.map(({ id }) => id),
      [...PRINCIPLES],
    );
    for (const { da, en } of read) {
      assert.notEqual(da.name, en.name);
      assert.notEqual(da.text, en.text);
    }
  });

  it('are shown with all six names and texts', () => {
    const said = JSON.stringify(cards.card({ kind: 'principles' }, 'da'));
    for (const { da } of principlesSchema.parse(stored())) assert.ok(said.includes(da.name) && said.includes(da.text));
  });

  it('are refused by name when one is missing, duplicate or empty', () => {
    const [first, ...rest] = stored();
    assert.ok(first);
    assert.deepEqual(faultsIn(rest, principlesSchema), [
      'x.json: the file lacks the principle "lytter-foerst". Write it there, with its name and text in "da" and "en".',
    ]);
    assert.deepEqual(faultsIn([first, first, ...rest], principlesSchema), [
      'x.json, line 14, row 2 ("id": "lytter-foerst"): "id" stands in an earlier row, too. Leave one of the two.',
    ]);
    assert.deepEqual(faultsIn([{ ...first, da: { name: '', text: 'x' } }, ...rest], principlesSchema), [
      'x.json, line 5, row 1 ("id": "lytter-foerst"): "da.name" is empty. Write a text.',
    ]);
  });
});
