import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder, StoreInUse } from '../../../adapters/store/embedded/folder-lock.ts';
import { lockByPipe } from '../../../adapters/store/embedded/pipe-lock.ts';
import { startChild } from './start-child.ts';
import { inTempFolder } from './temp-folder.ts';

const isRefused = (error: unknown): boolean =>
  error instanceof StoreInUse && /Another Sammen uses .*DATA_DIR.*MONGODB_URI/.test(error.message);

describe('the lock of a folder', () => {
  it('refuses a second holder until the first releases it, and leaves nothing behind', () =>
    inTempFolder(async (folder) => {
      const first = await lockFolder(folder);
      await assert.rejects(lockFolder(folder), isRefused);
      await first.release();
      const second = await lockFolder(folder);
      await second.release();
      assert.deepEqual(await readdir(folder), []);
    }));

  it('lets exactly one of many starts in one process win, every time', () =>
    inTempFolder(async (folder) => {
      for (let round = 0; round < 10; round += 1) {
        const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
        const winners = results.filter((result) => result.status === 'fulfilled');
        for (const result of results) if (result.status === 'rejected') assert.ok(isRefused(result.reason));
        assert.equal(winners.length, 1);
        await winners[0]?.value.release();
      }
    }));

  it('lets exactly one of several processes win that start together on a dead lock', () =>
    inTempFolder(async (folder) => {
      const dead = startChild('hold', folder);
      assert.equal(await dead.firstLine, 'open');
      await dead.kill();
      assert.equal((await readdir(folder)).filter((name) => name.endsWith('.lock')).length, 1);
      const children = Array.from({ length: 3 }, () => startChild('hold', folder));
      try {
        const said = await Promise.all(children.map((child) => child.firstLine));
        const inShort = said.map((line) => line.replace(/^(StoreInUse: Another Sammen uses ).*/, '$1…')).sort();
        assert.deepEqual(inShort, [...Array(2).fill('StoreInUse: Another Sammen uses …'), 'open']);
      } finally {
        await Promise.all(children.map((child) => child.kill()));
      }
      const next = await lockFolder(folder);
      await next.release();
      assert.deepEqual(await readdir(folder), []);
    }));

  it('works in a folder whose path is too long for a socket', () =>
    inTempFolder(async (folder) => {
      const deep = join(folder, 'æ'.repeat(60), 'x'.repeat(60));
      await mkdir(deep, { recursive: true });
      const lock = await lockFolder(deep);
      assert.equal((await readdir(deep)).length, 1);
      await assert.rejects(lockFolder(deep), isRefused);
      const other = startChild('hold', deep);
      assert.match(await other.firstLine, /^StoreInUse/);
      await other.kill();
      await lock.release();
      assert.deepEqual(await readdir(deep), []);
    }));

  it('works in a temporary folder as long as that of macOS, and says when one is too long', () =>
    inTempFolder(async (folder) => {
      const before = process.env.TMPDIR;
      const platform = Object.getOwnPropertyDescriptor(process, 'platform');
      const ofLength = async (length: number): Promise<string> => {
        const path = join(folder, 'T'.repeat(length - Buffer.byteLength(folder) - 1));
        await mkdir(path);
        return path;
      };
      Object.defineProperty(process, 'platform', { ...platform, value: 'darwin' });
      try {
        process.env.TMPDIR = await ofLength(Math.max(48, Buffer.byteLength(folder) + 2));
        const lock = await lockFolder(folder);
        await assert.rejects(lockFolder(folder), isRefused);
        await lock.release();
        process.env.TMPDIR = await ofLength(100);
        await assert.rejects(lockFolder(folder), /temporary folder, .* is too long for a socket\. Set TMPDIR/);
      } finally {
        Object.defineProperty(process, 'platform', { ...platform });
        if (before === undefined) delete process.env.TMPDIR;
        else process.env.TMPDIR = before;
      }
    }));

  it('is a named pipe on Windows: one holder, until it is released', () =>
    inTempFolder(async (folder) => {
      // A socket stands for the pipe here.
      const asOnWindows = (home: string) => lockByPipe(home, async (path) => join(path, 'pipe'));
      const first = await lockFolder(folder, asOnWindows);
      await assert.rejects(lockFolder(folder, asOnWindows), isRefused);
      await first.release();
      await (await lockFolder(folder, asOnWindows)).release();
      assert.deepEqual(await readdir(folder), []);
    }));

  it('leaves nothing in the temporary folder', () =>
    inTempFolder(async (folder) => {
      const [home, temporary, before] = [join(folder, 'home'), join(folder, 'temporary'), process.env.TMPDIR];
      await mkdir(home);
      await mkdir(temporary);
      process.env.TMPDIR = temporary;
      try {
        const lock = await lockFolder(home);
        assert.deepEqual(await readdir(temporary), []);
        await lock.release();
      } finally {
        if (before === undefined) delete process.env.TMPDIR;
        else process.env.TMPDIR = before;
      }
    }));

  it('keeps no process alive', () =>
    inTempFolder(async (folder) => {
      const child = startChild('lock', folder);
      assert.equal(await child.firstLine, 'locked');
      await child.ended;
      assert.equal((await readdir(folder)).length, 1);
    }));
});
