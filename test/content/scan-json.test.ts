import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathKey, positionIn, scanJson } from '../../bot/content/scan-json.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const TRIES = { numRuns: 2_000 };

describe('scanning a text for JSON faults', () => {
  it('finds a fault exactly when JSON.parse does', () => {
    const signs = fc.constantFrom(...'{}[]:,"\\ \n\t01-+.eEtrufalsn/*“\u0000\u007f\u0085\ufeffæ');
    const edited = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.nat(3), fc.string({ unit: signs, maxLength: 3 }))
      .map(([text, at, gone, put]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + gone);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), edited, fc.string({ unit: signs })), (text) => {
        assert.equal(scanJson(text).fault === null, isJson(text), JSON.stringify(scanJson(text).fault));
      }),
      TRIES,
    );
  });

  it('knows the position of every value', () => {
    const text = '{\n  "a": [1, {"b\\n": true}],\n  "c": "x"\n}';
    const { places } = scanJson(text);
    const at = (...path: (string | number)[]) => positionIn(text, places.get(pathKey(path)) ?? -1);
    assert.deepEqual(at(), { line: 1, column: 1 });
    assert.deepEqual(at('a', 0), { line: 2, column: 9 });
    assert.deepEqual(at('a', 1, 'b\n'), { line: 2, column: 20 });
    assert.deepEqual(at('c'), { line: 3, column: 8 });
  });

  it('counts Windows and old Mac line endings', () => {
    assert.deepEqual(positionIn('a\r\nb\rc\nde', 8), { line: 4, column: 2 });
  });

  it('reports lists that are thousands deep instead of crashing', () => {
    for (const deep of ['['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`])
      assert.match(scanJson(deep).fault?.message ?? '', /more than 100 deep/);
  });

  it('reads texts and spaces of tens of megabytes', () => {
    const long = 40_000_000;
    const text = `{"a": "${'æ'.repeat(long)}",${' '.repeat(long)}"b": }`;
    const { fault } = scanJson(text);
    assert.match(fault?.message ?? '', /this is no value/);
    assert.equal(fault?.offset, text.length - 1);
  });

  for (const [what, text, place, expected] of [
    ['nothing', ' \n', [2, 1], /the file is empty/],
    ['a list without its end', '[1, 2', [1, 6], /the file ends in the middle/],
    ['a text without its end', '["abc\n]', [1, 2], /no closing quotation mark on its line/],
    ['a text cut off by the end of the file', '["abc', [1, 2], /no closing quotation mark/],
    ['a missing comma', '{"a": 1\n "b": 2}', [2, 2], /a comma, or \}, is missing before this/],
    ['an extra comma', '[1,\n2,\n]', [2, 2], /nothing follows this comma\. Take it out/],
    ['a comment', '[1, // one\n2]', [1, 5], /JSON has no comments/],
    ['a name without quotation marks', '{a: 1}', [1, 2], /Write one in straight quotation marks/],
    ['curly quotation marks', '[“a”]', [1, 2], /straight quotation marks/],
    ['a missing colon', '{"a" 1}', [1, 6], /a colon is missing after "a"/],
    ['a word', '{"a": yes}', [1, 7], /this is no value/],
    ['an invalid number', '[01]', [1, 2], /this is no value/],
    ['a backslash', '["C:\\Sammen"]', [1, 5], /Write \\\\ for a backslash/],
    ['a tab in a text', '["a\tb"]', [1, 4], /Write \\t for a tab/],
    ['more after the end', '[]\n]', [2, 1], /Take out what follows/],
  ] as const) {
    it(`reports line, column and fix of ${what}`, () => {
      const { fault } = scanJson(text);
      assert.match(fault?.message ?? '', expected);
      const { line, column } = positionIn(text, fault?.offset ?? -1);
      assert.deepEqual([line, column], place);
    });
  }
});
