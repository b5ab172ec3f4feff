import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ownPhones } from '../../bot/organisation.ts';
import { fold } from '../../bot/privacy/fold.ts';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { content } from '../support/fixtures/content.ts';

type Line = { id: string; text: string; expect: 'kept' | 'masked'; kind?: string; secret?: string; hard: boolean };

const linesOf = (name: string): Line[] =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
const lines: readonly Line[] = [...linesOf('masking.ndjson'), ...linesOf('masking.own.ndjson')];

const { organisation, publicNumbers } = content;
const passes = {
  phones: [...ownPhones(organisation), ...publicNumbers.numbers.map(({ phone }) => phone)],
  beginnings: publicNumbers.beginnings,
};
const mask = (text: string) => maskPersonalNumbers(text, passes);
const digitsOf = (text: string) => fold(text).text.replace(/\D/g, '');

/** Whether nothing of the secret can be read any more. */
const isHidden = ({ text, kind, secret = '' }: Line): boolean => {
  const masking = mask(text);
  if (masking.found.length === 0) return false;
  if (kind === 'email') return !/lille|@/iu.test(masking.text);
  const left = digitsOf(masking.text);
  return kind === 'cpr'
    ? !left.includes(secret.slice(-4)) && !left.includes(secret.slice(0, 6))
    : !left.includes(secret.slice(-4));
};

describe('masking a labelled set', () => {
  const easy = lines.filter(({ hard }) => !hard);

  it('has enough of both kinds to measure', () => {
    assert.ok(lines.filter(({ expect }) => expect === 'masked').length >= 300);
    assert.ok(lines.filter(({ expect }) => expect === 'kept').length >= 200);
  });

  it('hides at least 97 in 100 of what is personal', () => {
    const personal = easy.filter(({ expect }) => expect === 'masked');
    const missed = personal.filter((line) => !isHidden(line)).map(({ id }) => id);
    assert.ok(missed.length <= personal.length * 0.03, `missed: ${missed.join(' ')}`);
  });

  it('changes at most 15 in 100 of what is not', () => {
    const others = lines.filter(({ expect }) => expect === 'kept');
    const changed = others.filter(({ text }) => mask(text).text !== text).map(({ id }) => id);
    assert.ok(changed.length <= others.length * 0.15, `changed: ${changed.join(' ')}`);
  });

  it('never leaves the last four digits of a CPR number beside a masked date', () => {
    const cprs = lines.filter(({ kind, secret }) => kind === 'cpr' && secret?.length === 10);
    const halves = cprs.filter(({ text, secret = '' }) => {
      const masked = mask(text).text;
      return masked.includes('[') && digitsOf(masked).includes(secret.slice(6));
    });
    assert.deepEqual(halves, []);
  });

  it('changes nothing the second time', () => {
    for (const { text } of lines) assert.deepEqual(mask(mask(text).text), { text: mask(text).text, found: [] });
  });
});
