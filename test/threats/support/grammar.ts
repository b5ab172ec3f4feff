import type { Seeded } from '../../support/fixtures/seeded.ts';

/** What programs have choked on: injection, prototypes, Unicode, paths, formulas, protocols. */
const STRINGS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udc00\ud800',
  '\u202e\u2066',
  '\u200b',
  '__proto__',
  'constructor',
  'toString',
  '$where',
  '$ne',
  '{"$gt":""}',
  "' OR 1=1 --",
  '"; drop table cases;--',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an injection is meant.
  '${jndi:ldap://x}',
  '../../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '%E0%A4%A',
  'javascript:alert(1)',
  '=HYPERLINK("http://x")',
  '\r\nSet-Cookie: a=b',
  'NaN',
  'Infinity',
  '1e999',
  '-0',
  '9007199254740993',
  '2026-02-30',
  '0000-00-00T00:00:00Z',
  'ＡＢＣ',
  'İ'.repeat(50),
  '😀'.repeat(100),
  'a\u0301'.repeat(200),
  '(a+)+$',
  'a'.repeat(40_000),
  '[[[['.repeat(1_000),
] as const;

const NUMBERS = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE, 1e308] as const;

export const aString = (seed: Seeded): string =>
  seed.chance(0.2) ? `${seed.pick(STRINGS)}${seed.pick(STRINGS)}` : seed.pick(STRINGS);

/** A JSON value; `depth` bounds how deep it is. */
export const aValue = (seed: Seeded, depth = 3): unknown => {
  const kind = seed.below(depth > 0 ? 8 : 5);
  if (kind === 0) return seed.pick([null, true, false]);
  if (kind === 1) return seed.pick(NUMBERS);
  if (kind < 5) return aString(seed);
  if (kind === 5) return Array.from({ length: seed.below(4) }, () => aValue(seed, depth - 1));
  return anObject(seed, depth);
};

/** Built from entries, so that `__proto__` is a key like any other. */
export const anObject = (seed: Seeded, depth = 3): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: seed.below(4) }, () => [
      seed.chance(0.3) ? seed.pick(['$gt', '$where', '__proto__', 'length', 'toString', 'constructor']) : aString(seed),
      aValue(seed, depth - 1),
    ]),
  );

/** Text that is no JSON. */
export const brokenJson = (seed: Seeded): string | Uint8Array => {
  const whole = JSON.stringify({ person: aString(seed), text: aString(seed), data: anObject(seed) });
  switch (seed.below(6)) {
    case 0:
      return whole.slice(0, 1 + seed.below(whole.length - 1));
    case 1:
      return `${whole}${seed.pick(['}', ']', ',', 'x', '\u0000x'])}`;
    case 2:
      return whole.replaceAll('"', "'");
    case 3:
      return seed.pick(['[', '{"a":']).repeat(1 + seed.below(20_000));
    case 4:
      return Uint8Array.from({ length: 1 + seed.below(300) }, () => 128 + seed.below(128));
    default:
      return seed.pick(['', 'undefined', 'NaN', '\ufeff{', '{]', '[1,]', '{"a":01}', '<xml/>', '--boundary\r\n']);
  }
};
