import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { contentText, useContentCopy } from '../support/fixtures/content-copy.ts';

const NAME = 'dilemmas.ndjson';
const [first = '', second = '', ...rest] = contentText(NAME).trim().split('\n');
const lines = (...those: string[]): string => `${[...those, ...rest].join('\n')}\n`;
const changed = (change: object): string => JSON.stringify({ ...JSON.parse(second), ...change });

const FAULTS: readonly [string, string, readonly string[]][] = [
  [
    'a line that is cut off',
    lines(first, second.slice(0, -1)),
    [', line 3, column 1: this is no name. Write one in straight quotation marks ("), such as "id".'],
  ],
  [
    'a principle and a topic that are none',
    lines(first, changed({ principles: ['lytter'], topics: ['vejr'] })),
    [
      ', line 2, row 2 ("id": "r002"): entry 1 of "principles" is "lytter". Write one of "lytter-foerst", "bygger-bro", "skaber-fremdrift", "goer-det-nemt", "fastholder-virkelyst", "tydelig-ramme".',
      ', line 2, row 2 ("id": "r002"): entry 1 of "topics" is "vejr". Write one of "lovgivning", "oekonomi", "tvaergaaende", "borgerdialog", "borgerinitiativ".',
    ],
  ],
  [
    'no text, after an empty line',
    lines(first, '', changed({ text: ' ' })),
    [', line 3, row 2 ("id": "r002"): "text" is empty. Write the dilemma.'],
  ],
  [
    'the id of another',
    lines(first, changed({ id: JSON.parse(first).id })),
    [', line 2, row 2 ("id": "r001"): "id" is the id of an earlier dilemma, too. Give each its own.'],
  ],
];

describe('a fault in a file of lines', () => {
  const copy = useContentCopy();

  for (const [what, text, expected] of FAULTS)
    it(`is reported with its line and its fix: ${what}`, () => {
      const complaint = copy().complaint(NAME, (path) => writeFileSync(path, text));
      assert.deepEqual(
        complaint?.split('\n'),
        expected.map((fault) => `content/${NAME}${fault}`),
      );
    });

  it('is reported when the file is missing', () => {
    assert.match(copy().complaint(NAME, (path) => rmSync(path)) ?? '', /^content\/dilemmas\.ndjson is missing\. Put /);
  });

  it('is none where the file begins with a byte order mark, has Windows line endings and no last one', () => {
    const text = `\ufeff${lines(first, second).trimEnd().replaceAll('\n', '\r\n')}`;
    assert.equal(
      copy().complaint(NAME, (path) => writeFileSync(path, text)),
      null,
    );
  });
});
