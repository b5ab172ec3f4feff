import assert from 'node:assert/strict';
import { createTakeWordsOut, phrasesIn } from '../../bot/privacy/take-words-out.ts';
import { masked } from '../support/fixtures/builders.ts';

const without = (words: string, text: string): string => {
  const phrases = phrasesIn(words) ?? assert.fail(`${words} is nothing to look for`);
  return createTakeWordsOut(phrases)(masked(text), '[x]').text;
};

describe('words taken out of a text', () => {
  for (const [words, text, rest] of [
    ['Jensen', 'Fru Jensen og JENSEN, jensen.', 'Fru [x] og [x], [x].'],
    ['Jensen', 'Jensens hund, Jensen’s hund', '[x] hund, [x] hund'],
    ['Jens', 'Jens’ hund og Jenses', '[x] hund og Jenses'],
    ['Jensen', 'Jensenhus, Mejensen og Jensen2 bliver', 'Jensenhus, Mejensen og Jensen2 bliver'],
    ['Sørensen', 'S&oslash;rensen, S&#248;rensen, S&#xF8;rensen, SØRENSEN', '[x], [x], [x], [x]'],
    ['Åse', 'A\u030ase og Åses', '[x] og [x]'],
    ['Jensen', 'Jen\u00adsen, Jen\u200bsen, Jen<b>sen</b>', '[x], [x], [x]'],
    ['Ｊensen', 'Jensen, Ｊensen', '[x], [x]'],
    ['Else Marie Holm', 'else  marie-holm bor der. Else bliver.', '[x] bor der. Else bliver.'],
    ['Holm, Else Holm', 'Else Holm og Holm', '[x] og [x]'],
    ['a.b', 'a.b men ikke axb', '[x] men ikke axb'],
    ['Holm', '<script>Holm</script> & Holm', '<script>[x]</script> & [x]'],
  ] as const)
    it(`finds ${JSON.stringify(words)} in ${JSON.stringify(text)}`, () => assert.equal(without(words, text), rest));

  it('counts the places, and leaves a text without them as it is', () => {
    const take = createTakeWordsOut(phrasesIn('Holm') ?? []);
    assert.deepEqual(take(masked('Holm & Holms'), '[x]'), { text: '[x] & [x]', places: 2 });
    assert.deepEqual(take(masked('é &oslash; 𝒳'), '[x]'), { text: 'é &oslash; 𝒳', places: 0 });
  });

  it('are nothing where there is less than two letters', () => {
    for (const words of ['', ' , ;', 'x', '()', '.,-']) assert.equal(phrasesIn(words), null, words);
  });
});
