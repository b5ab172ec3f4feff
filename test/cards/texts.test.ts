import assert from 'node:assert/strict';
import { CASE_STATES } from '../../bot/cases/case.ts';
import { CASE_VERBS } from '../../bot/cases/command.ts';
import { Refusal, type RefusalCode } from '../../bot/refusal.ts';
import { DECLINE_REASONS, HELPFUL, OUTCOMES, PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { da } from '../../cards/texts/da.ts';
import { en } from '../../cards/texts/en.ts';
import { cards, drawAll, visibleStrings } from './support.ts';

/** Every text of a language by its path; placeholders are filled with marker words. */
const texts = (node: unknown, path = ''): [path: string, text: string][] => {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(node('«1»', '«2»', '«3»'))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
};

/** Texts that are rightly the same in both languages. */
const SAME = new Set([
  '.replies.language.names.da',
  '.replies.language.names.en',
  '.actions.reply.send',
  '.draft.send',
  '.linking.platform.teams',
  '.linking.platform.slack',
  '.nudges.run.few',
  '.talk.names.admin',
  '.talk.names.pause',
  '.talk.names.stop',
  '.talk.names.start',
  '.replies.help.words.6.label',
  '.replies.help.roleWords.admin.1.label',
  '.report.columns.note',
  '.report.minutes',
  '.report.shown.under-5',
  '.report.files.csv',
  '.report.files.xlsx',
  '.report.files.json',
  '.report.language.da',
  '.report.language.en',
]);

describe('texts', () => {
  it('exist in Danish and English, and differ', () => {
    const danish = new Map(texts(da));
    const english = new Map(texts(en));
    assert.deepEqual([...danish.keys()], [...english.keys()]);
    for (const [path, text] of danish) {
      const other = english.get(path) ?? '';
      assert.ok(text.trim() !== '' && other.trim() !== '', path);
      if (!SAME.has(path) && /[a-zæøå]{3}/iu.test(text.replaceAll(/«\d»/gu, ''))) assert.notEqual(text, other, path);
    }
  });

  it('use every placeholder in English that they use in Danish', () => {
    const blanks = (text: string) => [...new Set(text.match(/«\d»/gu))].sort();
    const english = new Map(texts(en));
    for (const [path, text] of texts(da)) assert.deepEqual(blanks(english.get(path) ?? ''), blanks(text), path);
  });

  it('contain no exclamation marks and no double spaces', () => {
    for (const [path, text] of [...texts(da), ...texts(en)]) {
      assert.ok(!/!| {2}/u.test(text), `${path}: ${text}`);
    }
  });

  it('explain every refusal in a sentence or two, in both languages', () => {
    const codes = Object.keys(da.refusals) as RefusalCode[];
    for (const code of codes) {
      for (const who of [null, 'Jonas Holm']) {
        const danish = cards.refusal(new Refusal(code, who), 'da');
        assert.match(danish, /^[A-ZÆØÅ].{8,160}\.$/u, code);
        assert.notEqual(danish, cards.refusal(new Refusal(code, who), 'en'));
        assert.ok(!danish.includes(code));
      }
    }
    assert.match(cards.refusal(new Refusal('taken', 'Jonas Holm'), 'da'), /^Jonas Holm har taget sagen/u);
    assert.match(cards.refusal(new Refusal('taken'), 'da'), /^En anden har taget sagen/u);
  });

  it('say what to do when the store is unavailable or a button is too old', () => {
    for (const say of [cards.storeAway, cards.pressUnknown]) assert.notEqual(say('da'), say('en'));
  });
});

describe('the visible text', () => {
  const codes = [...PRINCIPLES, ...TOPICS, ...OUTCOMES, ...DECLINE_REASONS, ...CASE_VERBS, ...CASE_STATES, ...HELPFUL];
  const verbs = ['send-to-case', 'submit-dilemma', 'change-draft', 'discard-draft', 'show-case', 'set-language'];
  /** A one-word code may be an ordinary word; a hyphenated one never is. */
  const unmistakable = [...codes, ...verbs].filter((code) => code.includes('-'));
  const ids = ['c7Qk2mXw9', 'k3Rw8pLz1', 'k9Tb4nVy6', 'k2Pd7sHq3', 'k5Jf1cGt8'];

  it('contains no id, key or code', () => {
    for (const { name, language, json, text } of drawAll()) {
      for (const seen of [...visibleStrings(json), text]) {
        for (const code of [...unmistakable, ...ids]) assert.ok(!seen.includes(code), `${name} ${language}: ${seen}`);
        assert.ok(!codes.some((code) => code === seen), `${name} ${language}: ${seen}`);
        assert.ok(!/undefined|null|NaN|\[object|\d{4}-\d\d-\d\d/u.test(seen), `${name} ${language}: ${seen}`);
      }
    }
  });

  it('leaves no placeholder for a name, number or time empty', () => {
    for (const { name, language, json, text } of drawAll()) {
      for (const seen of [...visibleStrings(json), text]) {
        assert.ok(seen.trim() !== '' && !/ {2}| [.,?]|\.\.(?!\.)|^[.,·]/u.test(seen), `${name} ${language}: "${seen}"`);
      }
    }
  });

  it('starts every title and button with a capital', () => {
    for (const { name, json } of drawAll()) {
      for (const seen of visibleStrings(json.actions)) assert.match(seen, /^[^a-zæøå]/u, `${name}: ${seen}`);
      assert.match(String(json.fallbackText), /^[^a-zæøå]/u, name);
    }
  });
});
