import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { readBackup } from '../../../adapters/store/embedded/read-backup.ts';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import { writeBackup } from '../../../adapters/store/embedded/write-backup.ts';
import { markStore } from '../../../adapters/store/mark-store.ts';
import { inTempFolder } from './temp-folder.ts';

const NOW = new Date('2026-12-01T08:00:00Z');
const WORDS = 'Linjeskift\n, \u2028, æøå og "$$date"';

describe('the file of a backup', () => {
  let folder: string;
  let file: string;
  let bytes: Buffer;
  const fresh = async (name: string): Promise<string> => {
    await mkdir(join(folder, name));
    return join(folder, name);
  };
  /** Runs a test beside one backup, which is made once. */
  const beside = (test: () => Promise<void>) => () =>
    inTempFolder(async (temp) => {
      folder = temp;
      file = join(temp, 'b.gz');
      const store = await openEmbedded(join(temp, 'data'));
      await markStore(store, 'sandbox');
      const cases = await store.collection<{ _id: string; text: string; at: Date }>('cases', []);
      await cases.insert({ _id: 'a', text: 'overwritten', at: NOW });
      await cases.update({ _id: 'a' }, { $set: { text: WORDS } });
      await cases.insert({ _id: 'gone', text: 'erased', at: NOW });
      await cases.remove({ _id: 'gone' });
      // The store is open, as while the bot runs.
      await writeBackup(join(temp, 'data'), file, { now: NOW, by: '1.0.0' });
      await store.close();
      bytes = await readFile(file);
      await test();
    });

  it(
    'holds the store as it is, and nothing that was overwritten or erased, for its owner only',
    beside(async () => {
      const text = gunzipSync(bytes).toString();
      assert.ok(!/overwritten|erased|gone/.test(text), text);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
      const to = await fresh('to');
      const contents = await readBackup(file, to);
      assert.deepEqual([contents.made, contents.by, contents.kind], [NOW, '1.0.0', 'sandbox']);
      const copied = await (await openCopy(to))?.collection('cases', []);
      assert.deepEqual(await copied?.find({}), [{ _id: 'a', text: WORDS, at: NOW }]);
    }),
  );

  it(
    'is never overwritten, and leaves nothing beside it where it cannot be written',
    beside(async () => {
      const again = (to: string) => writeBackup(join(folder, 'data'), to, { now: NOW, by: '1.0.0' });
      await assert.rejects(again(file), /is there already, and was left as it is\. Give another name\.$/);
      assert.deepEqual(await readFile(file), bytes);
      await assert.rejects(again(join(folder, 'none', 'b.gz')), /is not there, or its folder is not/);
      await assert.rejects(again(join(file, 'b.gz')), /lies below something that is a file/);
      await assert.rejects(again('/dev/full/b.gz'), /lies below something that is a file/);
      assert.deepEqual((await readdir(folder)).sort(), ['b.gz', 'data']);
    }),
  );

  it(
    'is refused in words when it is torn, foreign, newer or hostile, and nothing outside its folder is touched',
    beside(async () => {
      const [head = '', ...lines] = gunzipSync(bytes).toString().split('\n');
      const said = JSON.parse(head);
      const withHead = (change: object) => gzipSync([JSON.stringify({ ...said, ...change }), ...lines].join('\n'));
      const one = (name: string, text: string, change: object = {}) => {
        const sha256 = createHash('sha256').update(text).digest('hex');
        const collection = { name, documents: 1, bytes: Buffer.byteLength(text), sha256, ...change };
        return gzipSync(`${JSON.stringify({ ...said, collections: [collection] })}\n${text}`);
      };
      const torn = Buffer.from(bytes);
      torn.writeUInt8(torn.readUInt8(bytes.length - 40) ^ 0xff, bytes.length - 40);
      const cases: [Buffer, RegExp][] = [
        [Buffer.alloc(0), /is (no backup that Sammen has made|damaged)/],
        [Buffer.from('{"_id":"a"}\n'), /is no backup that Sammen has made\. Nothing was changed/],
        [gzipSync('hello\n'), /is no backup that Sammen has made/],
        [gzipSync('a'.repeat(3 << 20)), /holds more than it says/],
        [bytes.subarray(0, bytes.length >> 1), /is damaged: it ends too early\. Nothing was changed/],
        [torn, /is damaged/],
        [withHead({ format: 2 }), /made by a newer version of Sammen/],
        [withHead({ collections: 'all' }), /its first line does not say what it holds/],
        [withHead({ collections: said.collections.slice(1) }), /./],
        [gzipSync(`${gunzipSync(bytes)}{"_id":"more"}\n`), /something follows after its end/],
        [one('../../evil', '{"_id":"a"}\n'), /its first line does not say what it holds/],
        [one('/tmp/evil', '{"_id":"a"}\n'), /its first line does not say what it holds/],
        [one('cases', '{"_id":"a"}\n', { sha256: '0'.repeat(64) }), /the checksum of cases does not fit/],
        [one('cases', '{"_id":7}\n'), /a line of cases cannot be read/],
        [one('cases', '{"_id":"a","$$deleted":true}\n'), /a line of cases cannot be read/],
        [one('cases', '[]\n'), /a line of cases cannot be read/],
        [one('cases', `${'['.repeat(200_000)}\n`), /a line of cases cannot be read/],
        [one('cases', '{"_id":"a"}\n', { bytes: 2 ** 50 }), /holds more than a store can/],
        [one('cases', `{"_id":"${'a'.repeat(4 << 20)}"}\n`, { bytes: 100 }), /holds more than it says/],
      ];
      for (const [nth, [content, expected]] of cases.entries()) {
        const bad = join(folder, `bad-${nth}.gz`);
        await writeFile(bad, content);
        const to = await fresh(`to-${nth}`);
        await assert.rejects(readBackup(bad, to), (error) => {
          assert.ok(error instanceof Error && error.name === 'BackupFault', `${nth}: ${error}`);
          assert.match(error.message, expected, `${nth}`);
          return true;
        });
      }
      assert.ok((await readdir(folder)).every((name) => /^(b\.gz|data|bad-\d+\.gz|to-\d+)$/.test(name)));
      await assert.rejects(readBackup(join(folder, 'none.gz'), folder), /none\.gz is not there/);
      await assert.rejects(readBackup(folder, folder), /is a folder\. Give the path of a file/);
    }),
  );
});
