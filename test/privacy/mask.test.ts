import assert from 'node:assert/strict';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';

const passes = { phones: ['70 00 00 01', '+45 22 33 44 55', '+46 70 123 45 67'] };
const masked = (text: string) => maskPersonalNumbers(text, passes).text;

const becomes = (token: string, spellings: readonly string[]) => {
  for (const spelling of spellings) {
    it(JSON.stringify(spelling), () => {
      assert.equal(masked(spelling), token);
      assert.equal(masked(`Hej, ${spelling}. Tak`), `Hej, ${token}. Tak`);
    });
  }
};

const stays = (texts: readonly string[]) => {
  for (const text of texts)
    it(JSON.stringify(text), () => assert.deepEqual(maskPersonalNumbers(text, passes), { text, found: [] }));
};

describe('masking', () => {
  it('replaces a number with a readable word and keeps the rest of the sentence', () => {
    assert.deepEqual(maskPersonalNumbers('Ring på 010190-1234.', passes), {
      text: 'Ring på [cpr-nummer].',
      found: ['cpr'],
    });
  });

  it('names each kind once', () => {
    const text = 'a@b.dk, c@d.dk, 22345678, 87654321 og 010190-1234';
    assert.deepEqual(maskPersonalNumbers(text, passes), {
      text: '[e-mail], [e-mail], [telefonnummer], [telefonnummer] og [cpr-nummer]',
      found: ['email', 'phone', 'cpr'],
    });
  });

  describe('recognises as a CPR number', () => {
    becomes('[cpr-nummer]', [
      '010190-1234',
      '0101901234',
      '010190 1234',
      '010190 - 1234',
      '010190–1234',
      '010190.1234',
      '010190, 1234',
      '010190/1234',
      '01 01 90 1234',
      '01.01.90-1234',
      '01/01-90 1234',
      '01-01-901234',
      '010190 12 34',
      '0 1 0 1 9 0 1 2 3 4',
      '01 01 90 12 34',
      '01011990-1234',
      '01-01-1990-1234',
      '290200-1234',
      '311299-9999',
      // A replacement number: 6 added to the first digit.
      '610190-1234',
      // Other digits directly before or after it, or one digit too many.
      '7010190-12345',
      '01019012345',
      '٠١٠١٩٠-١٢٣٤',
      '０１０１９０－１２３４',
      '𝟎𝟏𝟎𝟏𝟗𝟎-𝟏𝟐𝟑𝟒',
      '0\u200b10\u200d190\u2060-12\ufeff34',
      '010190\u00a01234',
      '010190\u20111234',
      '0101\u00ad901234',
      '0️⃣1️⃣0️⃣1️⃣9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣',
    ]);
    it('a number inside letters', () => assert.equal(masked('cpr010190-1234x'), 'cpr[cpr-nummer]x'));
    it('a number broken across two lines', () => assert.equal(masked('010190-\n1234'), '[cpr-nummer]'));
    it('a number after a word for another kind of number', () => {
      for (const word of ['sag', 'CVR', 'EAN', 'journalnr.', 'kr.']) {
        assert.equal(masked(`${word} 010190-1234`), `${word} [cpr-nummer]`);
        assert.equal(masked(`${word} 0101901234`), `${word} [cpr-nummer]`);
      }
    });
    it('a number among the numbers that are let through', () => {
      assert.equal(maskPersonalNumbers('010190-1234', { phones: ['0101901234', '010190-1234'] }).text, '[cpr-nummer]');
    });
  });

  describe('does not recognise as a CPR number what is not a date', () => {
    stays(['310290-1234', '320190-1234', '011390-1234', '290201-1234', '990190-1234']);
  });

  describe('recognises as an e-mail address', () => {
    becomes('[e-mail]', [
      'mette@lillekoebing.dk',
      'mette.hansen+sfo@skole.lillekoebing.dk',
      'søren.ærø@blåbær.dk',
      'иван@почта.рф',
      "o'neill@x.ie",
      'mette＠x.dk',
      'mette@@x.dk',
      'met\u200bte@x.\u00addk',
      'mette @ x.dk',
      'mette (at) x.dk',
      'mette[at]x.dk',
      'mette (snabel-a) x (punktum) dk',
      'mette (at) x [dot] dk',
      'mette%40x.dk',
      'a@b.dk@c.dk',
    ]);
    it('both halves of a link', () => assert.equal(masked('<mailto:a@b.dk|a@b.dk>'), '<mailto:[e-mail]|[e-mail]>'));
    it('the part after a quoted name', () => assert.equal(masked('"m h"@x.dk'), '"m [e-mail]'));
  });

  describe('leaves alone what only looks like an address', () => {
    stays([
      '@mette',
      'Tak @mette.hansen',
      'vi ses @ biblioteket',
      'punkt (a) er klart',
      'se x.dk',
      'møde (at) gøre',
      'k@ffe',
    ]);
  });

  describe('recognises as a phone number', () => {
    becomes('[telefonnummer]', [
      '22345678',
      '22 34 56 78',
      '2234 5678',
      '22-34-56-78',
      '2234-5678',
      '22.34.56.78',
      '22/34/56/78',
      '22 345 678',
      '223 45 678',
      '22 - 34 - 56 - 78',
      '22\u00a034\u202f56\u200778',
      '+4522345678',
      '+45 22 34 56 78',
      '+ 45 22345678',
      '(+45) 22 34 56 78',
      '+(45)22345678',
      '(45) 22345678',
      '0045 22345678',
      '00 45 22 34 56 78',
      '4522345678',
      '45 22 34 56 78',
      '+46 70 765 43 21',
      '+44 (0)20 7946 0958',
      '+1-202-555-0123',
      '+298 123456',
      '0049 30 1234567',
      '＋45２２３４５６７８',
      '٢٢٣٤٥٦٧٨',
      '20 30-40 50',
      '(20)304050',
      'tyve tredive fyrre halvtreds',
      '20%2030%2040%2050',
    ]);
    it('a number directly against letters', () => assert.equal(masked('tlf22345678x'), 'tlf[telefonnummer]x'));
    it('two numbers side by side', () => assert.equal(masked('22345678 87654321'), '[telefonnummer] [telefonnummer]'));
    it('a number with mixed separators, when a word announces it', () =>
      assert.equal(masked('tlf. 12 34-56 78'), 'tlf. [telefonnummer]'));
    it('a number near, but not after, a word for another kind of number', () => {
      assert.equal(masked('Sag 42: ring 22345678'), 'Sag 42: ring [telefonnummer]');
      assert.equal(masked('forsagt 22345678'), 'forsagt [telefonnummer]');
      assert.equal(masked('CVR 22345678, 87654321'), 'CVR 22345678, [telefonnummer]');
    });
  });

  describe('leaves alone', () => {
    describe('eight digits after a word that says what they are', () => {
      stays([
        'CVR 22345678',
        'CVR-nr. 22 34 56 78',
        'cvr-nummer: 22345678',
        'EAN 5790001234567',
        'EAN 5790 0012 34567',
        'EAN 57 90 00 12 34 56 7',
        'sag 22345678',
        'byggesag nr. 22345678',
        'sagsnr. 22345678',
        'journal 22345678',
        'journalnr.: 22345678',
        'j.nr. 24/012345',
        'kr. 12500000',
        '12500000 kroner',
        '12.500.000 kr.',
        '12 500 000,50 kr.',
        'et beløb på 12.500.000',
        'case 22345678',
      ]);
    });
    describe('the numbers that are let through', () => {
      stays([
        '70 00 00 01',
        '70000001',
        '+45 7000 0001',
        '0045-70000001',
        '(+45) 70 00 00 01',
        '2233 4455',
        '+46701234567',
        '0046 70-123 45 67',
      ]);
    });
    describe('other numbers', () => {
      stays([
        '112',
        '114',
        '1813',
        '01-12-2026',
        '1.12.2026 kl. 10.30',
        '10/12 2026',
        'd. 10/12-2026 kl. 10.00-12.00',
        '2026-12-01 08:00',
        '2026-12-01T08:00:00.000Z',
        '01.12.26 12.30',
        'kl. 10-12 og 13-15',
        'tirsdag 10-12 13-15',
        '16:30-18:30',
        '1.250.000 kr.',
        '12.345.678',
        '22.345.678',
        '125.000.000',
        '12.500.000.000',
        '2820 Gentofte',
        '§ 83',
        '§§ 83-87, stk. 2',
        '1914-1918',
        '2025/2026',
        '2025 2026 2027',
        'lov nr. 1089 af 2024',
        '5790001234567',
        '50 m²',
        'sag 42',
      ]);
    });
  });

  describe('hostile input', () => {
    // Each repeats something that a careless pattern would retry from every position. Such a pattern would never finish,
    // so no clock is needed.
    const many = 300_000;
    const hostile: Record<string, [string, string[]]> = {
      'one endless number': ['1'.repeat(many), []],
      'endless single digits': ['7 '.repeat(many / 2), ['phone']],
      'endless zeros of another country': ['00 '.repeat(many / 3), ['phone']],
      'endless plus signs and hyphens': ['+4-'.repeat(many / 3), []],
      'endless separators before a digit': [`${' -.'.repeat(many / 3)}1`, []],
      'an endless name before an @': [`${'a.'.repeat(many / 2)}@`, []],
      'an endless host without a domain': [`a@${'-'.repeat(many)}`, []],
      'endless @ signs written as words': ['a (at) '.repeat(many / 7), []],
      'endless half addresses': ['a@'.repeat(many / 2), []],
      'endless invisible characters': ['0\u200b'.repeat(many / 2), []],
      'endless words for numbers': [`${'sag'.repeat(many / 3)} 22345678`, []],
    };
    for (const [name, [text, found]] of Object.entries(hostile)) {
      it(name, () => assert.deepEqual(maskPersonalNumbers(text, passes).found, found));
    }
    it('a number at the end of a million characters', () => {
      assert.ok(masked(`${'Der er langt endnu. '.repeat(50_000)}010190-1234`).endsWith('[cpr-nummer]'));
    });
  });
});
