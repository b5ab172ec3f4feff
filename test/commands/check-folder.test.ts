import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { checkStore } from '../../app/check/check-store.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

/** What check says that would fail, and what the start says; null where nothing fails. */
const sayings = async (DATA_DIR: string) => {
  const failed = (await checkStore({ DATA_DIR })).find(({ state }) => state === 'fail');
  const started = await openEmbedded(DATA_DIR).then(
    async (store) => {
      await store.close();
      return null;
    },
    (error: Error) => error.message,
  );
  return { checked: failed?.says ?? null, started };
};

describe('check of DATA_DIR', () => {
  for (const [what, make, said] of [
    ['a link to nowhere', (path: string) => symlinkSync('/nowhere/at/all', path), /leads through a link to nowhere/],
    ['a file', (path: string) => writeFileSync(path, ''), /is to be a folder, but it/],
    ['a link that goes round', (path: string) => symlinkSync(path, path), /leads through a link to nowhere/],
  ] as const) {
    it(`says what the start says of ${what}, in its place and above it`, () =>
      inTempFolder(async (folder) => {
        const path = join(folder, 'data');
        make(path);
        for (const tried of [path, join(path, 'below')]) {
          const { checked, started } = await sayings(tried);
          assert.match(started ?? '', said, tried);
          assert.equal(checked, started);
        }
      }));
  }

  it('says that none can be made where the system makes none, also for root', async function () {
    if (process.platform !== 'linux') this.skip();
    const { checked, started } = await sayings('/proc/sammen-check');
    assert.notEqual(started, null);
    assert.match(checked ?? '', /^\/proc\/sammen-check (?:cannot be made|may not be read or written)/);
  });

  it('lets a folder pass, one that is still to be made, and a link to one; and makes nothing', () =>
    inTempFolder(async (folder) => {
      mkdirSync(join(folder, 'there'));
      symlinkSync(join(folder, 'there'), join(folder, 'link'));
      for (const name of ['there', 'link', 'none/below'])
        assert.deepEqual(
          (await checkStore({ DATA_DIR: join(folder, name) })).filter(({ state }) => state === 'fail'),
          [],
        );
      assert.deepEqual(readdirSync(folder).toSorted(), ['link', 'there']);
    }));
});
