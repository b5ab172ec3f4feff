import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PRINCIPLES } from '../../bot/words.ts';
import { PrinciplesFault, readPrinciples } from '../../cards/principles.ts';
import { cards } from './support.ts';

const stored = (): { id: string; da: { name: string; text: string } }[] =>
  JSON.parse(readFileSync(new URL('../../content/principles.json', import.meta.url), 'utf8'));

describe('the principles a municipality may edit', () => {
  it('are the six, in Danish and English', () => {
    const read = readPrinciples(stored());
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
    for (const { da } of readPrinciples(stored())) assert.ok(said.includes(da.name) && said.includes(da.text));
  });

  it('are refused by name when one is missing, twice there, or empty', () => {
    const [first, ...rest] = stored();
    assert.ok(first);
    assert.throws(() => readPrinciples(rest), { name: 'PrinciplesFault', message: /lytter-foerst/u });
    assert.throws(() => readPrinciples([first, first, ...rest]), PrinciplesFault);
    assert.throws(() => readPrinciples([{ ...first, da: { name: '', text: 'x' } }, ...rest]), /0\.da\.name/u);
  });
});
