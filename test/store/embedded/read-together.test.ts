import assert from 'node:assert/strict';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import { readTogether } from '../../../adapters/store/embedded/read-together.ts';
import { replaceStore } from '../../../adapters/store/embedded/settle-restore.ts';
import { inTempFolder } from './temp-folder.ts';

describe('a store that is read while it is written', () => {
  it('is read as it was at one moment, also when a file grows, is written anew or is made meanwhile', () =>
    inTempFolder(async (folder) => {
      const store = await openEmbedded(folder);
      const cases = await store.collection('cases', []);
      await cases.insert({ _id: '1' });
      const deliveries = await store.collection('deliveries', []);
      const meanwhile = [
        async () => {
          await cases.insert({ _id: '2' });
          await deliveries.insert({ _id: 'of 2' });
        },
        async () => {
          await cases.insert({ _id: '3' });
          await store.purge();
          await deliveries.insert({ _id: 'of 3' });
        },
        async () => {
          await cases.insert({ _id: '4' });
          await (await store.collection('drafts', [])).insert({ _id: 'of 4' });
        },
      ];
      let looks = 0;
      const contents = await readTogether(folder, async () => {
        await meanwhile[looks++]?.();
      });
      assert.equal(looks, 4, 'it looked again after each');
      const ids = (name: string) => contents.get(name)?.map(({ _id }) => _id);
      assert.deepEqual(
        [ids('cases'), ids('deliveries'), ids('drafts')],
        [['1', '2', '3', '4'], ['of 2', 'of 3'], ['of 4']],
      );
      await store.close();
    }));
});

/** What a store holds, for whoever only reads it and for whoever opens it. */
const seenIn = async (folder: string): Promise<Record<string, string>[]> => {
  const seen: Record<string, string>[] = [];
  for (const open of [openCopy, openEmbedded]) {
    const store = (await open(folder)) ?? assert.fail();
    const contents: Record<string, string> = {};
    for (const name of await store.names())
      contents[name] = (await (await store.collection(name, [])).find({})).map(({ _id }) => _id).join(' ');
    seen.push(contents);
    await store.close();
  }
  return seen;
};

const OLD = { cases: 'old', drafts: 'old', people: 'old' };
const NEW = { cases: 'new', facts: 'new', people: 'new' };

const fillWith = async (folder: string, contents: Record<string, string>): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [name, id] of Object.entries(contents)) await writeFile(join(folder, `${name}.db`), `{"_id":"${id}"}\n`);
};

describe('a store that takes the place of another', () => {
  it('is there whole, and the other is gone', () =>
    inTempFolder(async (folder) => {
      await fillWith(folder, OLD);
      assert.equal(await replaceStore(folder, (to) => fillWith(to, NEW).then(() => 'done')), 'done');
      assert.deepEqual(await seenIn(folder), [NEW, NEW]);
    }));

  it('is not there at all when it cannot be made, or when the process dies before it is complete', () =>
    inTempFolder(async (folder) => {
      await fillWith(folder, OLD);
      const failing = replaceStore(folder, async (to) => {
        await fillWith(to, NEW);
        throw new Error('no more');
      });
      await assert.rejects(failing, /no more/);
      assert.deepEqual(await seenIn(folder), [OLD, OLD]);
      await fillWith(join(folder, 'restoring'), NEW);
      assert.deepEqual(await seenIn(folder), [OLD, OLD]);
    }));

  it('is there whole, wherever the process dies once it is complete', async () => {
    const steps: ((folder: string, restored: string) => Promise<void>)[] = [
      async () => undefined,
      (folder) => rm(join(folder, 'drafts.db')),
      (folder, restored) => rename(join(restored, 'people.db'), join(folder, 'people.db')),
      (folder, restored) => rename(join(restored, 'facts.db'), join(folder, 'facts.db')),
      (folder, restored) => rename(join(restored, 'cases.db'), join(folder, 'cases.db')),
      (_, restored) => rm(join(restored, 'collections.json')),
    ];
    for (let died = 1; died <= steps.length; died++)
      await inTempFolder(async (folder) => {
        await fillWith(folder, OLD);
        const restored = join(folder, 'restored');
        await fillWith(restored, NEW);
        await writeFile(join(restored, 'collections.json'), JSON.stringify(Object.keys(NEW)));
        // As NeDB leaves it; it must not come back in the new store's place.
        await copyFile(join(folder, 'people.db'), join(folder, 'facts.db~'));
        for (const step of steps.slice(0, died)) await step(folder, restored);
        if (died === steps.length) await rm(join(folder, 'facts.db~'));
        assert.deepEqual(await seenIn(folder), [NEW, NEW], `after ${died} steps`);
      });
  });
});
