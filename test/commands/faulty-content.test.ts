import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../app/content/load-content.ts';
import { contentText } from '../support/fixtures/content-copy.ts';
import { runHere } from '../support/processes/command-here.ts';
import { copyProgram } from '../support/processes/program-copy.ts';
import { runCommand } from '../support/processes/running-sammen.ts';
import { complaints } from '../support/processes/sandbox.ts';
import { inTempFolder, tempFolder } from '../support/processes/temp-folder.ts';

/**
 * `test/content/faulty-files.test.ts` tries every file. This file starts the program with a faulty file
 * that it reads at every start, and with one that only a new sandbox reads.
 */
const READ_BY_THE_PROGRAM = ['team-questions.json', 'demo-people.json'] as const;

describe('a start with a faulty file in content/', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let program: string[];
  before(async () => {
    folder = await tempFolder();
    program = copyProgram(join(folder.path, 'sammen'));
  });
  after(() => folder.remove());

  for (const name of READ_BY_THE_PROGRAM) {
    it(`ends with 1, and names each fault with file, location and fix: ${name}`, async () => {
      const path = join(folder.path, 'sammen/content', name);
      writeFileSync(path, contentText(name).replace(/"(?:name|da|strong|alone)":/, '"other":'));
      try {
        const ended = await runCommand(['start'], { DATA_DIR: join(folder.path, name), PORT: '0' }, '', program);
        const printed = complaints(ended);
        assert.deepEqual({ code: ended.code, out: ended.out }, { code: 1, out: '' }, ended.err);
        assert.equal(printed.length, 2, ended.err);
        for (const line of printed) assert.ok(line.startsWith(`content/${name}`), line);
        assert.match(
          printed.join('\n'),
          /is missing\. Write [\s\S]*"[\w.-]*other" is not known here\. Correct the spelling/,
        );
      } finally {
        writeFileSync(path, contentText(name));
      }
    });
  }
});

describe('a start with an organisation’s own file', () => {
  const withFile = <T>(write: (path: string) => void, work: (path: string, folder: string) => Promise<T> | T) =>
    inTempFolder(async (folder) => {
      const path = join(folder, 'egen.json');
      write(path);
      return work(path, folder);
    });
  const start = (write: (path: string) => void) =>
    withFile(write, async (path, folder) => {
      const ended = await runHere(['route'], { DATA_DIR: join(folder, 'none'), ORGANISATION_FILE: path });
      return { code: ended.code, printed: complaints(ended).map((line) => line.replace(path, 'FILE')) };
    });
  const own = contentText('organisation.json');

  for (const [what, write, expected] of [
    ['that is missing', () => undefined, 'FILE is missing. Give the path of your own file in ORGANISATION_FILE.'],
    [
      'that is a folder',
      (path: string) => mkdirSync(path),
      'FILE is a folder. Give the path of your own file in ORGANISATION_FILE.',
    ],
    [
      'that is not JSON',
      (path: string) => writeFileSync(path, own.replace('"Europe/Copenhagen",', '"Europe/Copenhagen"')),
      'FILE, line 7, column 3: a comma, or }, is missing before this. Add it.',
    ],
    [
      'that is not UTF-8',
      (path: string) => writeFileSync(path, own, 'latin1'),
      'FILE, line 2: the letters are not UTF-8. Save the file with the encoding UTF-8, and check æ, ø and å.',
    ],
    [
      'with a fault',
      (path: string) => writeFileSync(path, own.replace('"16:00"]', '"08:00"]')),
      'FILE, line 8: "hours.mon" ends before it begins. Write the earlier time first.',
    ],
  ] as const) {
    it(`${what} is refused in one sentence with its path and the fix`, () =>
      withFile(write, (path) => {
        assert.throws(
          () => loadContent({ organisationFile: path, contentDir: null }),
          (error: Error) => error.message.replace(path, 'FILE') === expected,
        );
      }));
  }

  it('with a fault ends with 1 and only that sentence', async () => {
    const write = (path: string) => writeFileSync(path, own.replace('"16:00"]', '"08:00"]'));
    const printed = ['FILE, line 8: "hours.mon" ends before it begins. Write the earlier time first.'];
    assert.deepEqual(await start(write), { code: 1, printed });
  });

  it('that begins with a byte order mark is accepted', async () => {
    assert.deepEqual(await start((path) => writeFileSync(path, `\ufeff${own}`)), { code: 0, printed: [] });
  });
});
