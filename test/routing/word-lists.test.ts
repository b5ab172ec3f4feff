import assert from 'node:assert/strict';
import { decidingWords } from '../../bot/routing/deciding-words.ts';
import { createWordLists } from '../../bot/routing/word-lists.ts';
import { listening } from '../support/fixtures/small-lexicon.ts';

const found = (strong: string[], text: string) => {
  const lists = createWordLists(listening(strong));
  return lists.find(lists.read(text));
};
const wordsFor = (strong: string[], text: string): string[] => {
  const lists = createWordLists(listening(strong));
  const read = lists.read(text);
  return decidingWords(lists.find(read), read);
};

describe('lexicon entries', () => {
  it('find inflections', () => {
    assert.deepEqual(wordsFor(['spørge'], 'Ingen spurgte dem.'), ['spurgte']);
    assert.deepEqual(wordsFor(['regel'], 'Reglerne gælder.'), ['Reglerne']);
    assert.deepEqual(wordsFor(['lytte'], 'Vi lyttede.'), ['lyttede']);
  });

  it('find the parts of compounds', () => {
    assert.deepEqual(wordsFor(['ansøgning'], 'Hvor er ansøgningsskemaet?'), ['ansøgningsskemaet']);
    assert.deepEqual(wordsFor(['frivillig'], 'Vi mangler en frivilligkoordinator.'), ['frivilligkoordinator']);
    assert.deepEqual(wordsFor(['tilladelse'], 'Kræver det en byggetilladelse?'), ['byggetilladelse']);
    assert.deepEqual(wordsFor(['cvr'], 'De har ikke noget CVR-nummer.'), ['CVR-nummer']);
  });

  it('do not mistake a prefixed or short word for a compound or an inflection', () => {
    assert.deepEqual(wordsFor(['svar'], 'Et forsvar for udvalget.'), []);
    assert.deepEqual(wordsFor(['valg'], 'Et forsvar for udvalget.'), []);
    assert.deepEqual(wordsFor(['mene', 'sommer'], 'Men som sagt.'), []);
  });

  for (const [entry, text] of [
    ['sammen', 'De samme mennesker kom.'],
    ['syn', 'Hvad synes du om det?'],
    ['side', 'Hun sidder stille.'],
    ['kasse', 'Foreningens kasserer ringede.'],
    ['redde', 'Teksten er redigeret.'],
    ['tale', 'Tallene er gode.'],
    ['letter', 'Det er let at sige.'],
  ] as const)
    it(`do not mistake a word whose stem is like its own: ${entry}`, () =>
      assert.deepEqual(wordsFor([entry], text), []));

  it('find a word whose last letter is doubled when it is inflected', () => {
    assert.deepEqual(wordsFor(['bus'], 'Busserne kører, og bussen er fuld.'), ['Busserne']);
    assert.deepEqual(wordsFor(['bussen'], 'En bus kører.'), ['bus']);
    assert.deepEqual(wordsFor(['kasse'], 'Kassen og kasserne er tunge.'), ['Kassen']);
    assert.deepEqual(wordsFor(['redigere'], 'Teksten er redigeret.'), ['redigeret']);
  });

  it('find phrases of inflected words, within one sentence only', () => {
    assert.deepEqual(wordsFor(['tage over'], 'Nu tager kommunen over. Vi tog over i går.'), ['tog over']);
    assert.deepEqual(wordsFor(['tage over'], 'Hvem vil tage? Over for borgeren er vi stille.'), []);
  });

  it('allow up to five words in place of …', () => {
    assert.deepEqual(wordsFor(['give … tilbage'], 'Vi giver dem nøglen tilbage.'), ['giver', 'tilbage']);
    assert.deepEqual(wordsFor(['give … tilbage'], 'Vi giver a b c d e tilbage.'), ['giver', 'tilbage']);
    assert.deepEqual(wordsFor(['give … tilbage'], 'Vi giver a b c d e f tilbage.'), []);
  });

  it('match any word of a group in place of <name>', () => {
    assert.deepEqual(wordsFor(['<antal> sider'], 'Brevet er på tre sider.'), ['tre sider']);
  });

  it('match only the exact form after =', () => {
    assert.deepEqual(wordsFor(['=tak'], 'Tak for takkekortet, taket og takken.'), ['Tak']);
  });

  it('do not count again where a heavier entry covers them', () => {
    const weights = (strong: string[]) => found(strong, 'Vi vil tage over.').map(({ weight }) => weight);
    assert.deepEqual(weights(['tage over', 'over']), weights(['tage over']));
  });

  it('must name word groups that exist', () => {
    for (const group of ['ukendt', 'constructor'])
      assert.throws(() => listening(['lytte', `<${group}> sider`]), new RegExp(`the word group <${group}>`));
  });
});
