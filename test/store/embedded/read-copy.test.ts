import assert from 'node:assert/strict';
import { access, appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreUnavailable } from '../../../adapters/store/collection.ts';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import { inTempFolder } from './temp-folder.ts';

describe('a copy of the embedded store', () => {
  it('is null without a folder, and creates none', () =>
    inTempFolder(async (folder) => {
      const none = join(folder, 'none');
      assert.equal(await openCopy(none), null);
      await assert.rejects(access(none));
    }));

  it('reads beside the running store without seeing its later changes or disturbing it', () =>
    inTempFolder(async (folder) => {
      const db = await openEmbedded(folder);
      const cases = await db.collection<{ _id: string; at: Date }>('cases', []);
      await cases.insert({ _id: 'a', at: new Date(1) });
      const copy = await openCopy(folder);
      assert.ok(copy !== null);
      await cases.insert({ _id: 'b', at: new Date(2) });
      const copied = await copy.collection<{ _id: string; at: Date }>('cases', [{ fields: { at: 1 } }]);
      assert.deepEqual(await copied.find({ at: { $gte: new Date(0) } }), [{ _id: 'a', at: new Date(1) }]);
      assert.deepEqual(await copied.get('a'), { _id: 'a', at: new Date(1) });
      assert.equal(await (await copy.collection('nothing', [])).count({}), 0);
      await copy.ping();
      await copy.close();
      await assert.rejects(copy.ping(), StoreUnavailable);
      assert.equal(await cases.count({}), 2);
      await db.close();
      assert.deepEqual(await readdir(folder), ['cases.db']);
    }));

  it('refuses every write', () =>
    inTempFolder(async (folder) => {
      await writeFile(join(folder, 'cases.db'), '{"_id":"a"}\n');
      const copied = await (await openCopy(folder))?.collection('cases', []);
      assert.ok(copied !== undefined);
      const writes = [
        copied.insert({ _id: 'b' }),
        copied.update({ _id: 'a' }, { $set: { n: 1 } }),
        copied.updateAndGet({ _id: 'a' }, { $set: { n: 1 } }),
        copied.remove({}),
      ];
      for (const write of writes) await assert.rejects(write, StoreUnavailable);
      assert.deepEqual(await copied.find({}), [{ _id: 'a' }]);
    }));

  it('skips a torn last line, leaves the file unchanged, and stops at other damage', () =>
    inTempFolder(async (folder) => {
      const file = join(folder, 'cases.db');
      await writeFile(file, '{"_id":"a"}\n{"_id":"b');
      const copied = await (await openCopy(folder))?.collection('cases', []);
      assert.deepEqual(await copied?.find({}), [{ _id: 'a' }]);
      assert.equal(await readFile(file, 'utf8'), '{"_id":"a"}\n{"_id":"b');
      await appendFile(file, '\n');
      await assert.rejects(openCopy(folder), /line 2 /);
    }));
});
