import assert from 'node:assert/strict';
import { bureaucraticWords } from '../support/assertions/bureaucratic-words.ts';
import { lix } from '../support/assertions/lix.ts';
import { sharedRuns, similarity } from '../support/assertions/similarity.ts';

describe('the measures of the nudge library', () => {
  it('compute LIX as by hand', () => {
    // 10 words in 2 sentences, 1 long word: 10 / 2 + 100 / 10
    assert.equal(lix('Katten sover. Den store hund gøede ad postbudet i går.'), 15);
    // 4 words in 1 sentence; "hunden" has six letters, "hundene" and "ældgamle" more: 4 + 50
    assert.equal(lix('Hunden så ældgamle hundene.'), 54);
  });

  it('end a sentence where a reader does', () => {
    assert.equal(lix('Spørg: "Hvad nu?" Gå så.'), 5 / 2);
    assert.equal(lix('"Vi kan …" og "vi må …". Vent.'), 6 / 2);
    assert.equal(lix('uden punktum'), 2 + 50);
    assert.equal(lix(''), 0);
  });

  it('find bureaucratic words', () => {
    const plan =
      'Forvaltningen understøtter implementeringen af borgerinddragelsesstrategien i samarbejde med interessenterne.';
    assert.ok(lix(plan) > 60);
    assert.deepEqual(bureaucraticWords(plan, 'da'), [
      'forvaltningen',
      'understøtter',
      'implementeringen',
      'borgerinddragelsesstrategien',
      'interessenterne',
    ]);
    assert.deepEqual(bureaucraticWords('Leverage the process, then have coffee.', 'en'), ['leverage', 'process']);
  });

  it('find word runs that two texts share, ignoring case and punctuation', () => {
    const texts = [
      { id: 'a', text: 'Gå hen til den, der venter.' },
      { id: 'b', text: 'I dag: gå hen, til den der venter' },
      { id: 'c', text: 'Gå hen til en anden.' },
    ];
    assert.deepEqual(sharedRuns(texts, 6), [{ ids: ['a', 'b'], words: 'gå hen til den der venter' }]);
    assert.deepEqual(sharedRuns(texts, 7), []);
  });

  it('compute the similarity of two texts', () => {
    assert.equal(similarity('Vent lidt nu.', 'vent lidt, nu'), 1);
    assert.equal(similarity('et to tre fire', 'et to fem seks'), 1 / 5);
    assert.equal(similarity('et to', 'tre fire'), 0);
  });
});
