import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../bot/privacy/fold.ts';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';

const none = { phones: [] };
const digitsOf = (text: string) => fold(text).text.replace(/\D/g, '');
const two = (n: number) => String(n).padStart(2, '0');

/** The zeros of scripts people write with: ASCII, Arabic, Devanagari, full-width, mathematical bold. */
const ZEROS = [0x30, 0x660, 0x966, 0xff10, 0x1d7ce];
const inScript = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const UNSEEN = ['', '', '', '\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u0332'];

/** A spelling, sometimes in another script and sometimes with invisible characters inserted. */
const disguised = (spelling: fc.Arbitrary<string>) =>
  fc
    .tuple(spelling, fc.constantFrom(...ZEROS), fc.array(fc.constantFrom(...UNSEEN), { minLength: 30, maxLength: 30 }))
    .map(([text, zero, unseen]) => [...inScript(text, zero)].map((char, i) => char + (unseen[i] ?? '')).join(''));

const words = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.lorem());
/** Any text without a digit or currency sign directly before the number, which would turn it into another number. */
const before = words.map((text) => text.replace(/(?:[\p{N}$﹩＄€£￡§][\p{C}\p{M}\p{P}\p{Z}]*)+$/u, ''));
const after = words.map((text) => text.replace(/^[\p{C}\p{M}\p{N}€,%]+/u, ''));

const isNear = (year: number): boolean => year >= 20 && year < 40;
const isTimeOrYear = (serial: number): boolean =>
  (serial >= 600 && serial < 2400 && [0, 15, 30, 45].includes(serial % 100)) || (serial >= 2020 && serial < 2040);
const cprDigits = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2057-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 9999 }),
  )
  // "031226 1400" is a meeting of these years.
  .filter(([date, serial]) => !isNear(date.getUTCFullYear() % 100) || !isTimeOrYear(serial))
  .map(
    ([date, serial]) =>
      two(date.getUTCDate()) +
      two(date.getUTCMonth() + 1) +
      two(date.getUTCFullYear() % 100) +
      String(serial).padStart(4, '0'),
  );
const spelledCpr = fc
  .tuple(
    cprDigits,
    fc.constantFrom('', ' ', '-', '.', '/'),
    fc.constantFrom('', ' ', '-', ' - ', '–', '\u2011', '\u00a0', '.', '/', '\u2212'),
  )
  .map(
    ([d, within, between]) => d.slice(0, 2) + within + d.slice(2, 4) + within + d.slice(4, 6) + between + d.slice(6),
  );

const grouped = (digits: string, [size, ...sizes]: readonly number[]): string[] =>
  size === undefined ? [] : [digits.slice(0, size), ...grouped(digits.slice(size), sizes)];
const phoneDigits = fc.integer({ min: 21_000_000, max: 99_999_999 }).map(String);
const spelledPhone = fc
  .tuple(
    phoneDigits,
    fc.constantFrom([8], [4, 4], [2, 2, 2, 2], [2, 3, 3], [3, 2, 3], [2, 6]),
    fc.constantFrom(' ', '-', '\u00a0', '–', '.'),
    fc.constantFrom('', '+45', '+45 ', '0045', '0045 ', '(+45) '),
  )
  // 22.345.678 is an amount.
  .filter(([, sizes, gap]) => gap !== '.' || sizes.join() !== '2,3,3')
  .map(([digits, sizes, gap, country]) => country + grouped(digits, sizes).join(gap));

describe('masking, whatever people write', () => {
  it('lets no CPR number through', () => {
    fc.assert(
      fc.property(before, disguised(spelledCpr), after, (a, cpr, b) => {
        const { text, found } = maskPersonalNumbers(`${a}${cpr}${b}`, none);
        assert.ok(!digitsOf(text).includes(digitsOf(cpr)), text);
        assert.ok(found.length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets no CPR number with its hyphen through, not even with digits directly against it', () => {
    const digits = fc.stringMatching(/^\d{0,6}$/);
    fc.assert(
      fc.property(words, digits, cprDigits, digits, words, (a, left, cpr, right, b) => {
        const spelled = `${cpr.slice(0, 6)}-${cpr.slice(6)}`;
        assert.ok(!maskPersonalNumbers(a + left + spelled + right + b, none).text.includes(spelled));
      }),
    );
  });

  it('lets no phone number through', () => {
    fc.assert(
      fc.property(before, disguised(spelledPhone), after, (a, phone, b) => {
        const { text } = maskPersonalNumbers(`${a}${phone}${b}`, none);
        assert.ok(!digitsOf(text).includes(digitsOf(phone).slice(-8)), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets no e-mail address through', () => {
    const accented = fc
      .tuple(fc.stringMatching(/^[a-zæøåéüß][a-zæøåéüß.]{0,8}$/), fc.stringMatching(/^[a-zæøå]{1,9}\.(dk|com|рф)$/))
      .map((parts) => parts.join('@'));
    fc.assert(
      fc.property(words, fc.oneof(fc.emailAddress(), disguised(accented)), words, (a, email, b) => {
        const { text, found } = maskPersonalNumbers(`${a}${email}${b}`, none);
        assert.ok(!fold(text).text.includes(fold(email).text), text);
        assert.ok(found.includes('email'));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing the second time', () => {
    const parts = [
      '0',
      '1',
      '2',
      '01',
      '12',
      '45',
      '00',
      '70',
      '2026',
      '010190',
      '1234',
      '12345678',
      ' ',
      '-',
      '.',
      '/',
      '+',
      '(',
      ')',
      ',',
      ':',
      '\n',
    ];
    const others = [
      '@',
      'a',
      '.dk',
      '(at)',
      '%40',
      '"',
      '[',
      ']',
      'sag ',
      'kr. ',
      ' kr',
      'tlf ',
      'kl. ',
      'EAN ',
      '€',
      '[e-mail]',
      '\u200b',
      '٣',
    ];
    const text = fc.oneof(
      words,
      fc.array(fc.constantFrom(...parts, ...others), { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (original) => {
        const once = maskPersonalNumbers(original, { phones: ['70 00 00 01'] });
        assert.deepEqual(maskPersonalNumbers(once.text, { phones: ['70 00 00 01'] }), { text: once.text, found: [] });
      }),
      { numRuns: 5000 },
    );
  });

  it('does not change a text without digits or signs of an address', () => {
    const harmless = words.map((text) => text.replace(/[\p{Nd}@\uff20\ufe6b([{\uff08\uff3b\uff5b]/gu, ''));
    fc.assert(fc.property(harmless, (text) => assert.deepEqual(maskPersonalNumbers(text, none), { text, found: [] })));
  });

  it('never masks a number that is let through', () => {
    fc.assert(
      fc.property(phoneDigits, spelledPhone, (own, other) => {
        const spelled = `${own.slice(0, 4)} ${own.slice(4)}`;
        const { text } = maskPersonalNumbers(`Ring ${spelled}, ${other}`, { phones: [own] });
        assert.ok(text.startsWith(`Ring ${spelled},`));
      }),
    );
  });
});

/** A birthday as people write it, with the year they leave no doubt about. */
const birthday = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 40, max: 99 }))
  .chain(([day, month, year]) => {
    const name = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september'][month - 1];
    const [d, m, y] = [two(day), two(month), two(year)];
    const forms = [
      ...['', '.', '-', '/'].map((sign) => d + sign + m + sign + y),
      ...['.', '-', '/'].map((sign) => `${d}${sign}${m}${sign}19${y}`),
      `${d}${m}19${y}`,
      `${day}/${month}-${y}`,
      `${day}/${month} 19${y}`,
      `19${y}-${m}-${d}`,
      ...(name === undefined ? [] : [`${day}. ${name} 19${y}`, `den ${day}. ${name.slice(0, 3)}. ${y}`]),
    ];
    return fc.constantFrom(...forms);
  });
const BETWEEN = [
  '-',
  ' - ',
  ' ',
  ' – ',
  '\n',
  ', ',
  ' / ',
  '.',
  ': ',
  ';',
  ' | ',
  '\u00a0',
  ' (',
  ', nr. ',
  ' og så ',
  '<br>',
];
const TOLD = [
  ', sidste fire ',
  ' og de sidste fire er ',
  ' med sidste 4: ',
  '. Sidste fire cifre er ',
  ' bindestreg ',
  ' ender på ',
];
const lastFour = fc
  .integer({ min: 2400, max: 9999 })
  .filter((n) => n < 2820 || n > 2830)
  .map(String);
const serialForms: readonly ((serial: string) => string)[] = [
  (serial) => serial,
  (serial) => `${serial.slice(0, 2)} ${serial.slice(2)}`,
  (serial) => [...serial].join(' '),
  (serial) => [...serial].join('-'),
];

describe('the two halves of a CPR number', () => {
  const split = fc.tuple(
    fc.constantFrom('', 'cpr ', 'Borgeren er født ', 'Han hedder Bo og er fra '),
    birthday,
    fc.constantFrom(...BETWEEN, ...TOLD),
    lastFour,
    fc.constantFrom(...serialForms),
    fc.constantFrom('', '.', ' og bor her', '!', '\nHilsen'),
  );

  it('are both hidden, however they are written and whatever stands between', () => {
    fc.assert(
      fc.property(split, fc.constantFrom(...ZEROS), ([lead, date, between, serial, spell, tail], zero) => {
        const text = inScript(`${lead}${date}${between}${spell(serial)}${tail}`, zero);
        const { text: left } = maskPersonalNumbers(text, none);
        assert.ok(!digitsOf(left).includes(serial), `${text} → ${left}`);
      }),
      { numRuns: 3000 },
    );
  });

  const signs = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\p{L}\p{N}]/gu, ''));
  it('leave no half behind the other’s mask, with anything between them', () => {
    fc.assert(
      fc.property(birthday, signs, lastFour, (date, between, serial) => {
        const { text } = maskPersonalNumbers(`cpr ${date}${between}${serial}`, none);
        assert.ok(!text.startsWith('cpr [cpr-nummer]') || !digitsOf(text).includes(serial), text);
      }),
      { numRuns: 3000 },
    );
  });
});
