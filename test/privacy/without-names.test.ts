import assert from 'node:assert/strict';
import { createNameRemover } from '../../bot/privacy/without-names.ts';
import { masked } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

const { names } = content.warningWords;
const remove = createNameRemover(names, ['Mette Krogh', 'Bjørn Ulvskov', 'Anne Marie Thorup-Dahl']);
const without = (text: string) => remove(masked(text), 'da');

describe('taking likely names out of a text', () => {
  const texts: [string, string][] = [
    ['Morten Jensen vil ikke flytte.', '[navn] vil ikke flytte.'],
    ['Jeg talte med Xiomara om det.', 'Jeg talte med [navn] om det.'],
    ['morten jensen ringer hver dag', '[navn] ringer hver dag'],
    ['mette krogh siger nej', '[navn] siger nej'],
    ['Bjørn mener, at Ulvskovs plan holder.', '[navn] mener, at [navn] plan holder.'],
    ['Fru P. Holst på Søvej 14 klager.', 'Fru [navn] på [navn] klager.'],
    ['MORTEN råber, og så går morten igen.', '[navn] råber, og så går [navn] igen.'],
    ['Anne-Marie og Svend B. Holst er uenige.', '[navn] og [navn] er uenige.'],
    ['Så ringede hr. Brandstrup fra Gl. Kongevej.', 'Så ringede hr. [navn] fra [navn].'],
    ['Zahra på 14 år vil selv. Hvad gør vi for Zahra?', '[navn] på 14 år vil selv. Hvad gør vi for [navn]?'],
  ];
  for (const [text, expected] of texts)
    it(`leaves “${expected}”`, () => {
      assert.equal(without(text), expected);
      assert.equal(without(expected), expected, 'once more changes nothing');
    });

  it('keeps what is no name', () => {
    const text =
      'Vi i HR vil vide, om I må. De siger: "Det må vi ikke." Skal jeg ringe på [telefonnummer] til [e-mail]?';
    assert.equal(without(text), text);
  });

  it('says it in the language of the text', () => {
    assert.equal(remove(masked('Yesterday I met Peter Bang.'), 'en'), 'Yesterday I met [name].');
  });
});
