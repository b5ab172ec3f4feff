import assert from 'node:assert/strict';
import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nedb from '@seald-io/nedb';
import { StoreUnavailable } from '../../../adapters/store/collection.ts';
import { DamagedStore } from '../../../adapters/store/embedded/data-file.ts';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { inTempFolder } from './temp-folder.ts';

const Datastore = nedb as unknown as typeof nedb.default;

const LINES = ['{"_id":"a","n":1}', '{"_id":"b","at":{"$$date":1000}}', '{"_id":"a","n":2}', '{"_id":"c"}'];
const WHOLE = [{ _id: 'a', n: 2 }, { _id: 'b', at: new Date(1000) }, { _id: 'c' }];

const openedCases = async (folder: string): Promise<unknown> => {
  const db = await openEmbedded(folder);
  try {
    return await (await db.collection('cases', [])).find({}, { sort: { _id: 1 } });
  } finally {
    await db.close();
  }
};

describe('opening the embedded store', () => {
  it('creates the folder for its owner only, and refuses calls after closing', () =>
    inTempFolder(async (folder) => {
      const home = join(folder, 'not', 'yet');
      const db = await openEmbedded(home);
      const cases = await db.collection('cases', []);
      await cases.insert({ _id: 'a' });
      await db.close();
      assert.equal((await stat(home)).mode & 0o777, 0o700);
      assert.equal((await stat(join(home, 'cases.db'))).mode & 0o777, 0o600);
      assert.deepEqual(await readdir(home), ['cases.db']);
      for (const after of [cases.get('a'), cases.insert({ _id: 'b' }), db.ping(), db.collection('people', [])]) {
        await assert.rejects(after, StoreUnavailable);
      }
    }));

  it('says so where no folder can be made', async function () {
    if (process.platform !== 'linux') return this.skip();
    for (const folder of ['/proc/sammen', '/proc/sammen/not/yet'])
      await assert.rejects(openEmbedded(folder), /^FolderNotUsable: \/proc\/sammen.* cannot be made/);
  });

  const torn: readonly (readonly [string, string])[] = [
    ['half a line', '{"_id":"d","te'],
    ['half a letter', '{"_id":"d","text":"\uD83D'],
    ['a last line of noughts', '\0\0\0\0'],
    ['nothing torn', ''],
  ];
  for (const [name, tail] of torn) {
    it(`trims ${name} at the end`, () =>
      inTempFolder(async (folder) => {
        const bytes = Buffer.from(`${LINES.join('\n')}\n${tail}`);
        await writeFile(join(folder, 'cases.db'), name === 'half a letter' ? bytes.subarray(0, -1) : bytes);
        assert.deepEqual(await openedCases(folder), WHOLE);
        assert.deepEqual(await openedCases(folder), WHOLE);
      }));
  }

  it('keeps a complete last line without a newline, and appends after it', () =>
    inTempFolder(async (folder) => {
      await writeFile(join(folder, 'cases.db'), LINES.join('\n'));
      const db = await openEmbedded(folder);
      await (await db.collection('cases', [])).insert({ _id: 'd' });
      await db.close();
      assert.deepEqual(await openedCases(folder), [...WHOLE, { _id: 'd' }]);
    }));

  const damages: readonly (readonly [string, string])[] = [
    ['a broken line', '{"_id":"a",'],
    ['a line without _id', '{"n":1}'],
    ['a line that is no object', '17'],
    ['a line of noughts', '\0\0\0'],
  ];
  for (const [name, line] of damages) {
    it(`stops at ${name} in the middle, reports the place, and changes nothing`, () =>
      inTempFolder(async (folder) => {
        const broken = [...LINES.slice(0, 2), line, ...LINES.slice(2)].join('\n');
        const many = Array.from({ length: 5000 }, (_, n) => `{"_id":"many ${n}"}`).join('\n');
        await writeFile(join(folder, 'cases.db'), `${broken}\n${many}\n{"torn`);
        await writeFile(join(folder, 'agents.db'), '{"_id":"a"}\n{"torn');
        const file = join(folder, 'cases.db');
        await assert.rejects(
          openEmbedded(folder),
          (error) => error instanceof DamagedStore && error.message.startsWith(`${file} is damaged: line 3 `),
        );
        assert.deepEqual(await readdir(folder), ['agents.db', 'cases.db']);
        assert.equal(await readFile(file, 'utf8'), `${broken}\n${many}\n{"torn`);
        assert.equal(await readFile(join(folder, 'agents.db'), 'utf8'), '{"_id":"a"}\n{"torn');
        await writeFile(file, LINES.join('\n'));
        assert.deepEqual(await openedCases(folder), WHOLE);
      }));
  }

  it('stops at a broken last line that ends with a newline', () =>
    inTempFolder(async (folder) => {
      await writeFile(join(folder, 'cases.db'), `${LINES.join('\n')}\n{"_id":"d\n`);
      await assert.rejects(openEmbedded(folder), /cases\.db is damaged: line 5 /);
    }));

  it('stops at bytes that are not UTF-8', () =>
    inTempFolder(async (folder) => {
      await writeFile(join(folder, 'cases.db'), Buffer.from('{"_id":"a","x":"\xff"}\n{"_id":"b"}\n', 'latin1'));
      await assert.rejects(openEmbedded(folder), /line 1 /);
    }));

  it("handles leftovers of NeDB's compaction: the ~ file counts only when the datafile is missing", () =>
    inTempFolder(async (folder) => {
      const file = join(folder, 'cases.db');
      await writeFile(file, LINES.join('\n'));
      await writeFile(`${file}~`, '{"_id":"half a compac');
      assert.deepEqual(await openedCases(folder), WHOLE);
      await rename(file, `${file}~`);
      assert.deepEqual(await openedCases(folder), WHOLE);
      assert.deepEqual(await readdir(folder), ['cases.db']);
      await rm(file);
    }));

  it('reads what NeDB wrote and writes what NeDB reads', () =>
    inTempFolder(async (folder) => {
      const filename = join(folder, 'cases.db');
      const theirs = new Datastore({ filename, autoload: true, corruptAlertThreshold: 0 });
      await theirs.ensureIndexAsync({ fieldName: 'n' });
      await theirs.insertAsync([{ _id: 'a', n: 1, at: new Date(5) }, { _id: 'gone' }]);
      await theirs.removeAsync({ _id: 'gone' }, {});
      const db = await openEmbedded(folder);
      const cases = await db.collection<{ _id: string; text: string; later?: Date }>('cases', []);
      await cases.insert({ _id: 'b', text: 'a\u2028b\u2029c\u0085d' });
      await cases.update({ _id: 'a' }, { $set: { later: new Date(6) } });
      await db.close();
      const again = new Datastore({ filename, autoload: true, corruptAlertThreshold: 0 });
      const found = (await again.findAsync({})) as unknown as { _id: string }[];
      assert.deepEqual(
        found.sort((x, y) => (x._id < y._id ? -1 : 1)),
        [
          { _id: 'a', n: 1, at: new Date(5), later: new Date(6) },
          { _id: 'b', text: 'a\u2028b\u2029c\u0085d' },
        ],
      );
    }));

  it('compacts a file at start, so that it holds each document once', () =>
    inTempFolder(async (folder) => {
      const file = join(folder, 'cases.db');
      await mkdir(folder, { recursive: true });
      await appendFile(file, '{"_id":"a"}\n'.repeat(1000));
      await openedCases(folder);
      assert.equal(await readFile(file, 'utf8'), '{"_id":"a"}\n');
    }));
});
