import assert from 'node:assert/strict';
import { type DraftLine, joinLines } from '../../bot/drafts/lines.ts';
import { mask, masked, TUESDAY } from '../support/fixtures/builders.ts';

const linesOf = (texts: readonly string[]): DraftLine[] =>
  texts.map((text, n) => ({ heard: `line-${n}`, text: masked(text), at: TUESDAY }));

const join = (texts: readonly string[]) => {
  const { lines, text, found } = joinLines(linesOf(texts), mask);
  return { lines: lines.map((line) => line.text), text, found };
};

describe('the lines of a draft', () => {
  it('become one text in their order, and keep their own words', () => {
    const texts = ['En gruppe naboer vil have en bænk', 'men vejafdelingen siger nej', 'hvad gør jeg?'];
    assert.deepEqual(join(texts), { lines: texts, text: texts.join('\n'), found: [] });
  });

  it('are nothing when there are none', () => {
    assert.deepEqual(join([]), { lines: [], text: '', found: [] });
  });

  const SPLIT: readonly (readonly [texts: readonly string[], lines: readonly string[]])[] = [
    [
      ['Det er om 010190', '1234 og hun bor alene'],
      ['Det er om [cpr-nummer]', 'og hun bor alene'],
    ],
    [
      ['Hej igen', '010190', '1234'],
      ['Hej igen', '[cpr-nummer]', ''],
    ],
    [
      ['Hun hedder Bo, 010190', '-', '1234, og hvad så?'],
      ['Hun hedder Bo, [cpr-nummer]', '', ', og hvad så?'],
    ],
    [
      ['Ring til 22 33', '44 55 i morgen'],
      ['Ring til [telefonnummer]', 'i morgen'],
    ],
  ];
  for (const [texts, lines] of SPLIT) {
    it(`leave no half of a number in any of them: ${JSON.stringify(texts)}`, () => {
      const joined = join(texts);
      assert.deepEqual(joined.lines, lines);
      assert.equal(joined.text, lines.filter((text) => text !== '').join('\n'));
      assert.equal(joined.found.length, 1);
    });
  }

  it('stay as they are when they are joined once more', () => {
    for (const [texts] of SPLIT) {
      const once = joinLines(linesOf(texts), mask);
      assert.deepEqual(joinLines(once.lines, mask), { ...once, found: [] });
    }
  });
});
