import assert from 'node:assert/strict';
import { createFinder, NO_LIBRARY, withExamples } from '../../bot/routing/library.ts';
import { createTextReader } from '../../bot/routing/word-lists.ts';
import type { Principle, Topic } from '../../bot/words.ts';
import { listening } from '../support/fixtures/small-lexicon.ts';

const read = createTextReader(listening([]));
const one = (text: string, principles: Principle[], topics: Topic[]) => ({
  example: { text, principles, topics },
  text: read(text),
});
const library = withExamples(NO_LIBRARY, [
  one('Må en kælk stå på torvet?', ['tydelig-ramme'], ['lovgivning', 'oekonomi']),
  one('Hvem kender spejderne?', ['bygger-bro'], ['tvaergaaende']),
]);

describe('the most alike examples', () => {
  it('share out their labels, two of one example as halves', () => {
    const shares = createFinder(library)(read('En kælk'));
    assert.equal(shares?.('tydelig-ramme'), 1);
    assert.equal(shares?.('lovgivning'), 0.5);
    assert.equal(shares?.('oekonomi'), 0.5);
    assert.equal(shares?.('bygger-bro'), 0);
  });

  it('count by how much they share with the text, and a word said twice is one', () => {
    const find = createFinder(library);
    const shares = find(read('Hvem kender spejderne på torvet?'));
    assert.ok((shares?.('bygger-bro') ?? 0) > (shares?.('tydelig-ramme') ?? 1));
    assert.equal(find(read('Kælk kælk kælk spejder'))?.('bygger-bro'), find(read('Kælk spejder'))?.('bygger-bro'));
  });

  it('are none where no word is shared, or nothing is known', () => {
    assert.equal(createFinder(library)(read('Snurrebassen')), null);
    assert.equal(createFinder(library)(read('')), null);
    assert.equal(createFinder(NO_LIBRARY)(read('En kælk')), null);
  });

  it('are twenty, the first of those that are equally alike', () => {
    const many = withExamples(NO_LIBRARY, [
      ...Array.from({ length: 20 }, () => one('En kælk', ['tydelig-ramme'], ['oekonomi'])),
      ...Array.from({ length: 9 }, () => one('En kælk', ['bygger-bro'], ['oekonomi'])),
    ]);
    assert.equal(createFinder(many)(read('En kælk'))?.('bygger-bro'), 0);
  });
});
