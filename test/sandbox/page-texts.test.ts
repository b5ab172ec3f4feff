import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { ROLES } from '../../bot/words.ts';
import { COUNT_NAMES, countsDone, JOB_NAMES } from '../../jobs/names.ts';
import { pageScript } from '../support/fixtures/page-script.ts';

type Texts = {
  what: string;
  jobNames: Record<string, string>;
  done: Record<string, (n: number) => string>;
  roles: Record<string, string>;
};

const { da } = await pageScript<{ da: Texts }>('texts-da.js');
const { en } = await pageScript<{ en: Texts }>('texts-en.js');
const { languageFor } = await pageScript<{
  languageFor(kept: unknown, wanted: readonly string[]): 'da' | 'en';
}>('language.js');

const FOLDER = new URL('../../adapters/sandbox/page/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const PAGES = ['index.html', 'slack-preview.html'];

/** Every text at its path; a function is called with `n`, and with words for names. */
const textsIn = (node: unknown, n: number, path = ''): [path: string, text: string][] => {
  if (typeof node === 'function') return [[path, String(node(n, 'Bo'))]];
  if (typeof node !== 'object' || node === null) return [[path, String(node)]];
  return Object.entries(node).flatMap(([key, value]) => textsIn(value, n, `${path}.${key}`));
};

/** The same word in both languages, or empty in one of them on purpose. */
const SAME = new Set(['.roles.hr', '.roles.admin']);

describe("the sandbox page's texts", () => {
  it('are the same set in both languages, and none is left untranslated', () => {
    const [danish, english] = [textsIn(da, 2), textsIn(en, 2)];
    assert.deepEqual(
      english.map(([path]) => path),
      danish.map(([path]) => path),
    );
    const same = danish.filter(([path, text], at) => text === english[at]?.[1] && !SAME.has(path));
    assert.deepEqual(same, []);
    for (const [path, text] of english) assert.doesNotMatch(text.replace('Lillekøbing', ''), /[æøå]/i, path);
  });

  it('name every job, every count and every role', () => {
    for (const texts of [da, en]) {
      assert.deepEqual(Object.keys(texts.jobNames), [...JOB_NAMES]);
      assert.deepEqual(Object.keys(texts.done), [...COUNT_NAMES]);
      assert.deepEqual(Object.keys(texts.roles).sort(), [...ROLES].sort());
    }
  });

  it('say what a job did in words', () => {
    for (const texts of [da, en]) {
      for (const [name, say] of Object.entries(texts.done)) {
        for (const n of [1, 2]) assert.match(say(n), new RegExp(`\\b${n} \\p{L}.* \\p{L}`, 'u'), name);
      }
    }
  });

  it('begin the guide with what Sammen is', () => {
    assert.equal(
      da.what,
      'Sammen er en chatrobot. Du skriver, hvad du er i tvivl om. Den finder en kollega, der svarer.',
    );
  });

  for (const page of PAGES) {
    it(`stand in ${page} in Danish, each with the name that the English one is found by`, () => {
      const html = read(page);
      const named = [...html.matchAll(/data-text="(\w+)"[^>]*>([^<]*)</g)].map(([, key = '', text = '']) => [
        key,
        text,
      ]);
      const labelled = [...html.matchAll(/(?:aria-label|placeholder)="([^"]*)" data-\w+="(\w+)"/g)];
      const all = [...named, ...labelled.map(([, text = '', key = '']) => [key, text])];
      assert.ok(all.length > 4);
      for (const [key, text] of all) assert.equal(Reflect.get(da, key ?? ''), text, key);
      const bare = html.replace(/data-text="\w+"[^>]*>[^<]*</g, '<').replace(/<!--.*?-->/gs, '');
      const words = [...bare.matchAll(/>([^<]*\p{L}[^<]*)</gu)].map(([, text = '']) => text.trim());
      assert.deepEqual(
        words.filter((text) => !['Sammen', 'App'].includes(text)),
        [],
        'no text without a name',
      );
      assert.equal([...html.matchAll(/\s(?:aria-label|placeholder)="/g)].length, labelled.length);
    });
  }

  it('stand nowhere else', () => {
    const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js') && !name.startsWith('texts-'));
    for (const name of scripts) {
      const code = read(name).replace(/\/\*.*?\*\/|\/\/.*$/gms, '');
      const strings = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, one = '', two = '']) => one || two);
      const danish = strings.filter(
        (text) => /[åÅÆØ]|[a-z][æø]|[æø][a-z]/.test(text) || /\b(?:og|ikke|er|det)\b/i.test(text),
      );
      assert.deepEqual(danish, [], name);
    }
  });
});

describe("the sandbox page's language", () => {
  for (const [kept, wanted, language] of [
    [null, ['da-DK', 'en'], 'da'],
    [null, ['da'], 'da'],
    [null, ['nb-NO', 'en'], 'da'],
    [null, ['sv'], 'da'],
    [null, ['en-US'], 'en'],
    [null, ['en-GB', 'da'], 'en'],
    [null, ['de-DE', 'da'], 'da'],
    [null, ['de-DE', 'en'], 'en'],
    [null, ['uk'], 'en'],
    [null, [], 'en'],
    ['da', ['en'], 'da'],
    ['en', ['da'], 'en'],
    ['xx', ['da'], 'da'],
    [7, ['en'], 'en'],
  ] as const) {
    it(`is ${language} for ${wanted.join(', ') || 'no language'}${kept === null ? '' : `, after choosing ${kept}`}`, () => {
      assert.equal(languageFor(kept, wanted), language);
    });
  }
});

describe('what a job did', () => {
  it('leaves out what it did not do, so that the log is silent about nothing', () => {
    assert.deepEqual(countsDone({ 'brought-over': 0, facts: 0 }), {});
    assert.deepEqual(countsDone({ facts: 2, weeks: 0 }), { facts: 2 });
  });
});
