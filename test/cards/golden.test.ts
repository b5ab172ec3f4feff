import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { LANGUAGES } from '../../bot/words.ts';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { messageLines, windowLines } from './block-lines.ts';
import { EXAMPLE_GROUPS, EXAMPLES, WITHOUT_EXAMPLE } from './examples.ts';
import { cards } from './support.ts';

/**
 * The golden form of every message. To update: UPDATE_GOLDEN=1 npx mocha test/cards/golden.test.ts, then read the diff.
 * The files omit the fallback of an action, which `adaptive.test.ts` compares with the action.
 */

const at = (file: string) => new URL(`golden/${file}`, import.meta.url);
const updating = process.env.UPDATE_GOLDEN === '1';

const withoutFallback = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json, (key, value: unknown) => (key === 'fallback' ? undefined : value)));

const expectGolden = (file: string, found: string) => {
  if (updating) writeFileSync(at(file), found);
  assert.ok(existsSync(at(file)), `${file} is missing`);
  assert.equal(found, readFileSync(at(file), 'utf8'));
};

describe('golden cards', () => {
  it('cover every notice, each example once', () => {
    assert.deepEqual(Object.keys(WITHOUT_EXAMPLE), []);
    const names = Object.values(EXAMPLE_GROUPS).flatMap((examples) => Object.keys(examples));
    assert.deepEqual(names.toSorted(), Object.keys(EXAMPLES).toSorted());
  });

  for (const [group, examples] of Object.entries(EXAMPLE_GROUPS)) {
    for (const language of LANGUAGES) {
      const drawn = Object.entries(examples).map(([name, notice]) => ({ name, card: cards.card(notice, language) }));

      it(`keep the text of ${group} in ${language}`, () => {
        const texts = drawn.map(({ name, card }) => `# ${name}\n\n${renderPlainText(card, language)}\n`);
        expectGolden(`${group}.${language}.txt`, texts.join('\n\n'));
      });

      it(`keep the Adaptive Cards of ${group} in ${language}`, () => {
        const json = drawn.map(({ name, card }) => [name, withoutFallback(renderAdaptiveCard(card, language))]);
        expectGolden(`${group}.${language}.json`, `${JSON.stringify(Object.fromEntries(json), null, 2)}\n`);
      });

      it(`keep the Slack blocks of ${group} in ${language}`, () => {
        const seen = new Set<string>();
        const read = drawn.map(({ name, card }) =>
          [`# ${name}`, '', ...messageLines(card, language), ...windowLines(card, language, seen), ''].join('\n'),
        );
        expectGolden(`${group}.${language}.slack.txt`, read.join('\n\n'));
      });
    }
  }
});
