import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENT_FILES, CONTENT_LINES, contentText, useContentCopy } from '../support/fixtures/content-copy.ts';
import { type Json, OF_ITS_CONTENT, without } from './support/faults-by-file.ts';

/** Faults that any file can have, whatever its contents. */
const OF_ANY_FILE: readonly [string, (path: string, text: string) => void, RegExp][] = [
  ['is missing', (path) => rmSync(path), / is missing\. Put the file there; /],
  [
    'is a folder',
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    / is a folder\. Put the file there; /,
  ],
  [
    'is a link that leads to itself',
    (path) => {
      rmSync(path);
      symlinkSync(path, path);
    },
    / cannot be read \(ELOOP\)\. Check the file/,
  ],
  [
    'is a link to nowhere',
    (path) => {
      rmSync(path);
      symlinkSync('/nowhere.json', path);
    },
    / is a link to a file that is not there\. Put the file there; /,
  ],
  [
    'is a pipe',
    (path) => {
      rmSync(path);
      execFileSync('mkfifo', [path]);
    },
    / is a pipe, a device or something else that is no ordinary file\. Put the file there; /,
  ],
  [
    'is a device without an end',
    (path) => {
      rmSync(path);
      symlinkSync('/dev/zero', path);
    },
    / is a pipe, a device or something else that is no ordinary file\. Put the file there; /,
  ],
  [
    'is far too large',
    (path) => truncateSync(path, 4_000_001),
    / is larger than 4 MB\. Check that it is the right file/,
  ],
  ['is empty', (path) => writeFileSync(path, ''), /, line 1, column 1: the file is empty\. Restore/],
  [
    'is cut off',
    (path, text) => writeFileSync(path, text.trimEnd().slice(0, -1)),
    /, line \d+, column \d+: the file ends in the middle\. Close every/,
  ],
  [
    'lacks a comma',
    (path, text) => writeFileSync(path, text.replace(',\n', '\n')),
    /, line \d+, column \d+: a comma, or .*, is missing before this\. Add it\.$/,
  ],
  ['is a text', (path) => writeFileSync(path, '"hej"'), /: the file is the text "hej"\. Write /],
  ['is null', (path) => writeFileSync(path, 'null'), /: the file is null\. Write /],
  [
    'is in Latin-1',
    (path, text) => writeFileSync(path, text.replace('"', '"\n\næ'), 'latin1'),
    /, line [345]: the letters are not UTF-8\. Save the file with the encoding UTF-8/,
  ],
];

/** Drops root's rights for the duration of `look`, because root can read every file. */
const asSomebodyElse = <T>(look: () => T): T => {
  if (process.geteuid?.() !== 0) return look();
  process.seteuid?.(65_534);
  try {
    return look();
  } finally {
    process.seteuid?.(0);
  }
};

describe('a faulty file in content/', () => {
  const copy = useContentCopy();

  it('is tested for every file', () => {
    const there = readdirSync(fileURLToPath(new URL('../../content/', import.meta.url)), {
      withFileTypes: true,
    }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
    assert.deepEqual(there.toSorted(), [...CONTENT_FILES, ...CONTENT_LINES].sort());
    for (const name of CONTENT_FILES)
      assert.ok(
        OF_ITS_CONTENT.some(([about]) => about === name),
        name,
      );
  });

  for (const name of CONTENT_FILES) {
    for (const [what, change, expected] of OF_ANY_FILE) {
      it(`is reported in one sentence with its fix: ${name} ${what}`, () => {
        const complaint = copy().complaint(name, (path) => change(path, contentText(name))) ?? '';
        assert.ok(complaint.startsWith(`content/${name}`), complaint);
        assert.match(complaint.slice(`content/${name}`.length), expected);
        assert.equal(complaint.split('\n').length, 1, complaint);
      });
    }

    it(`may begin with a byte order mark and have Windows line endings: ${name}`, () => {
      const text = `\ufeff${contentText(name).replaceAll('\n', '\r\n')}`;
      assert.equal(
        copy().complaint(name, (path) => writeFileSync(path, text)),
        null,
      );
    });
  }

  for (const [name, what, change, expected] of OF_ITS_CONTENT) {
    it(`is reported with each fault, its location and its fix: ${name} with ${what}`, () => {
      const changed: unknown = change(JSON.parse(contentText(name)) as never);
      const complaint = copy().complaint(name, (path) => writeFileSync(path, JSON.stringify(changed, null, 2)));
      assert.deepEqual(
        complaint?.replaceAll(/, line \d+/g, ', line N').split('\n'),
        expected.map((fault) => `content/${name}${fault}`),
      );
    });
  }

  it('is reported by the line on which a reader finds the fault', () => {
    const text = contentText('team-questions.json');
    const line = text.split('\n').findIndex((line) => line.includes('Hvem har vi ikke hørt fra i år')) + 1;
    const broken = text.replace(/"Hvem har vi ikke hørt fra i år[^"]*"/, '7');
    assert.ok(
      copy()
        .complaint('team-questions.json', (path) => writeFileSync(path, broken))
        ?.startsWith(`content/team-questions.json, line ${line}, row 4: "da" is the number 7. `),
    );
  });

  it('is reported with the fix when Sammen may not read it', () => {
    const path = join(copy().folder, 'organisation.json');
    chmodSync(path, 0);
    try {
      assert.equal(
        // Nor may they read the files beside it.
        asSomebodyElse(copy().load)?.split('\n')[0],
        'content/organisation.json may not be read. Give the user that Sammen runs as the right to read it.',
      );
    } finally {
      chmodSync(path, 0o600);
    }
  });

  it('is reported together with the faults of all other files', () => {
    const complaint = copy().complaint('nudges.json', (path) => {
      writeFileSync(path, '"hej"');
      copy().complaint('lexicon.json', (other) => {
        writeFileSync(other, '{');
        assert.match(copy().load() ?? '', /^content\/nudges\.json: .*\ncontent\/lexicon\.json, line 1, [^\n]*$/);
      });
    });
    assert.match(complaint ?? '', /^content\/nudges\.json: [^\n]*$/);
  });

  it('is reported with its first forty faults and the number of the rest', () => {
    const nudges: Json[] = JSON.parse(contentText('nudges.json'));
    const broken = JSON.stringify(nudges.map((nudge) => without(nudge, 'en')));
    const lines =
      copy()
        .complaint('nudges.json', (path) => writeFileSync(path, broken))
        ?.split('\n') ?? [];
    assert.equal(lines.length, 41);
    assert.equal(lines.at(-1), `… and ${nudges.length - 40} more faults.`);
  });
});
