import assert from 'node:assert/strict';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { maskOwnWords, type Writer } from '../../bot/privacy/own-words.ts';

const METTE: Writer = { name: 'Mette Krogh', unit: 'Biblioteket', phone: '20 30 40 50', language: 'da' };
const read = (text: string) => maskPersonalNumbers(text, { phones: ['20 30 40 50'] }).text;
const hidden = (text: string, writer: Partial<Writer> = {}) => maskOwnWords(read(text), { ...METTE, ...writer });

describe('what gives a writer away', () => {
  const cases: [string, string, readonly string[]][] = [
    ['Jeg hedder Mette Krogh og er i tvivl.', 'Jeg hedder [mit navn] og er i tvivl.', ['name']],
    ['METTE KROGH spørger', '[mit navn] spørger', ['name']],
    ['Kan de ringe? Hilsen Mette', 'Kan de ringe? Hilsen [mit navn]', ['name']],
    ['kan de ringe? mvh mette', 'kan de ringe? mvh [mit navn]', ['name']],
    ['Borgeren kalder det Mettes idé', 'Borgeren kalder det [mit navn] idé', ['name']],
    ['Krogh sagde nej', '[mit navn] sagde nej', ['name']],
    ['Vi på biblioteket vil låne stole ud', 'Vi på [min afdeling] vil låne stole ud', ['unit']],
    ['De er med på 20304050', 'De er med på [telefonnummer]', ['phone']],
    ['Ring til Mette på +45 20 30 40 50', 'Ring til [mit navn] på [telefonnummer]', ['name', 'phone']],
    ['En borger vil have en bænk ved søen', 'En borger vil have en bænk ved søen', []],
    ['Vi har mættet markedet og kroghuset', 'Vi har mættet markedet og kroghuset', []],
  ];
  for (const [text, expected, found] of cases) {
    it(`is masked in "${text}"`, () => assert.deepEqual(hidden(text), { text: expected, found }));
  }

  it('is a name as directories write it, and a unit in parts', () => {
    assert.equal(
      hidden('Mette i Nordskolen', { name: 'Krogh, Mette (BUF)', unit: 'Dagtilbud / Nordskolen' }).text,
      '[mit navn] i [min afdeling]',
    );
  });

  it('may be double, and the unit written with any sign', () => {
    const double = { name: 'Anne-Marie O’Hara', unit: 'Børn & Unge (0-6 år) [C++] a/b\\c^$' };
    assert.equal(
      hidden('Hilsen Anne-Marie, Børn & Unge (0-6 år) [C++]', double).text.startsWith('Hilsen [mit navn],'),
      true,
    );
  });

  it('is no common word that a name also is', () => {
    assert.deepEqual(hidden('De bor ved en sten i skoven', { name: 'Bo Sten Skov' }).found, []);
  });

  it('is written in the language of the writer', () => {
    assert.equal(hidden('I am Mette', { language: 'en' }).text, 'I am [my name]');
  });

  it('changes nothing the second time', () => {
    for (const [text] of cases) {
      const once = hidden(text).text;
      assert.deepEqual(maskOwnWords(once, METTE), { text: once, found: [] });
    }
  });
});
