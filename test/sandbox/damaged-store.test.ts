import assert from 'node:assert/strict';
import { appendFile, cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { DILEMMA, sendDilemma } from '../support/fixtures/sandbox-cases.ts';
import { runHere } from '../support/processes/command-here.ts';
import { type Ended, startSammen } from '../support/processes/running-sammen.ts';
import { startHere } from '../support/processes/sammen-here.ts';
import { complaints, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder, tempFolder } from '../support/processes/temp-folder.ts';

type Left = { asker: string; folder: Awaited<ReturnType<typeof tempFolder>> };

/** A store with one case, left by a killed process. */
const leaveCase = async (): Promise<Left> => {
  const folder = await tempFolder();
  const running = await startSammen(folder.path);
  const sandbox = sandboxAt(() => running.url);
  const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
  await sendDilemma(sandbox, asker);
  await running.kill();
  return { asker, folder };
};

const chatOf = async (dataDir: string, person: string): Promise<string> => {
  const running = await startHere(dataDir);
  try {
    return await sandboxAt(() => running.url).read(person);
  } finally {
    await running.stop();
  }
};

const contentOf = async (dataDir: string): Promise<[string, string][]> => {
  const names = (await readdir(dataDir)).filter((name) => name.endsWith('.db')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(dataDir, name), 'utf8')]),
  );
};

/** Asserts exit code 1 and one sentence without a stack trace. */
const refusedWith = (ended: Pick<Ended, 'code' | 'out' | 'err'>): string => {
  const said = complaints(ended).join('\n');
  assert.equal(ended.code, 1, said);
  assert.ok(!/^\s+at /m.test(said), said);
  assert.equal(ended.out, '');
  return said;
};

describe('Sammen, started on a folder', () => {
  let left: Left;
  before(async () => {
    left = await leaveCase();
  });
  after(() => left.folder.remove());
  /** Runs a test on a copy of the store that was left. */
  const afterKill = (test: (folder: string, asker: string) => Promise<void>): Promise<void> =>
    inTempFolder(async (folder) => {
      // Without the socket that locks it, which cannot be copied.
      await cp(left.folder.path, folder, { recursive: true, filter: (name) => !name.endsWith('.lock') });
      await test(folder, left.asker);
    });

  it('with torn last lines, starts and has lost nothing acknowledged', () =>
    afterKill(async (folder, asker) => {
      for (const [name] of await contentOf(folder)) await appendFile(join(folder, name), '{"_id":"torn","text":"halv');
      assert.ok((await chatOf(folder, asker)).includes(DILEMMA));
      assert.ok((await chatOf(folder, asker)).includes(DILEMMA), 'and once more, on what it wrote itself');
    }));

  it('with a truncated last line, starts, because that write was not acknowledged', () =>
    afterKill(async (folder, asker) => {
      const file = join(folder, 'posts.db');
      const { length } = await readFile(file);
      await truncate(file, length - 7);
      assert.ok((await chatOf(folder, asker)).includes(DILEMMA));
    }));

  it('with a broken line in the middle, refuses with the file and the line, and changes nothing', () =>
    afterKill(async (folder) => {
      const file = join(folder, 'people.db');
      const lines = (await readFile(file, 'utf8')).split('\n');
      lines[2] = lines[2]?.slice(0, 20) ?? '';
      await writeFile(file, lines.join('\n'));
      const before = await contentOf(folder);
      const said = refusedWith(await runHere(['start'], { DATA_DIR: folder, PORT: '0' }));
      assert.ok(said.includes('people.db') && /\bline 3\b/.test(said), said);
      assert.deepEqual(await contentOf(folder), before);
    }));

  it('in use by another Sammen, refuses, and the first one continues', () =>
    inTempFolder(async (folder) => {
      const first = await startHere(folder);
      try {
        const said = refusedWith(await runHere(['start'], { DATA_DIR: folder, PORT: '0' }));
        assert.ok(said.includes('Another Sammen') && said.includes('DATA_DIR'), said);
        await sandboxAt(() => first.url).expect(200, 'GET', '/readyz');
      } finally {
        assert.equal((await first.stop()).code, 0);
      }
      const again = await startHere(folder);
      assert.equal((await again.stop()).code, 0);
    }));

  it('twice at the same moment, lets one in', () =>
    inTempFolder(async (folder) => {
      const tries = await Promise.allSettled([startSammen(folder), startSammen(folder)]);
      const open = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const faults = tries.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
      for (const running of open) await running.stop();
      assert.deepEqual([open.length, faults.length], [1, 1], faults.join('\n'));
      assert.match(faults[0] ?? '', /ended with 1[\s\S]*Another Sammen/);
    }));

  it('written by a real Sammen, does not open it as a sandbox', () =>
    inTempFolder(async (folder) => {
      const real = await startHere(folder, { ...REAL, SANDBOX: 'off', HOST: '127.0.0.1' });
      await real.stop();
      const said = refusedWith(await runHere(['start'], { DATA_DIR: folder, PORT: '0' }));
      assert.ok(said.includes('real') || said.includes('sandbox'), said);
    }));
});
