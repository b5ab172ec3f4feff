import assert from 'node:assert/strict';
import { knowing, newWordsIn } from '../../bot/routing/known-stems.ts';
import { createTextReader } from '../../bot/routing/word-lists.ts';
import { listening } from '../support/fixtures/small-lexicon.ts';

const read = createTextReader(listening([]));
const known = knowing(null, [read('Naboerne vil låne salen')]);

describe('words that no dilemma holds', () => {
  it('are counted once each, in whatever form', () => {
    assert.equal(newWordsIn(read('Naboen lånte en sal'), known), 1);
    assert.equal(newWordsIn(read('Bilen så en bil, og biler så naboen'), known), 4);
    assert.equal(newWordsIn(read(''), known), 0);
    assert.equal(newWordsIn(read('🙂'), known), 0);
  });

  it('become fewer by a municipality of its own, which changes nothing for others', () => {
    const more = knowing(known, [read('En bil')]);
    assert.equal(newWordsIn(read('Bilen og naboen'), more), 1);
    assert.equal(newWordsIn(read('Bilen og naboen'), known), 2);
  });
});
