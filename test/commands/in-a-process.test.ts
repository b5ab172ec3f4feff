import assert from 'node:assert/strict';
import { type StdioOptions, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { program, runCommand, startProgram, startSammen } from '../support/processes/running-sammen.ts';
import { complaints } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const ROOT = process.cwd();

const lines = (count: number): string => '{"id":"s01","text":"Naboerne vil bygge en rampe."}\n'.repeat(count);

/** Runs a command with one of its outputs on a full disk. */
const withFull = (full: 'stdout' | 'stderr', args: readonly string[]) => {
  const disk = openSync('/dev/full', 'w');
  try {
    const stdio: StdioOptions = full === 'stdout' ? ['ignore', disk, 'pipe'] : ['ignore', 'pipe', disk];
    const env = { ...process.env, ENV_FILE: devNull };
    return spawnSync(process.execPath, [...program(), ...args], { cwd: ROOT, env, stdio, encoding: 'utf8' });
  } finally {
    closeSync(disk);
  }
};

/** The other tests of the commands run them in their own process (`command-here.ts`). */
describe('a command in a process of its own', () => {
  it('answers on standard output, and ends with 0', () =>
    inTempFolder(async (folder) => {
      const ended = await runCommand(['route'], { DATA_DIR: join(folder, 'none') }, lines(2));
      assert.deepEqual({ code: ended.code, complaints: complaints(ended) }, { code: 0, complaints: [] });
      assert.match(ended.out, /^(\{"id":"s01",.*\}\n){2}$/);
    }));

  it('says on standard error what was wrong, and ends with 2', () =>
    inTempFolder(async (folder) => {
      const ENV_FILE = join(folder, 'settings');
      await writeFile(ENV_FILE, `DATA_DIR="${join(folder, 'none')}"\n`);
      const ended = await runCommand(['route'], { ENV_FILE }, 'Naboerne\n');
      assert.deepEqual({ code: ended.code, out: ended.out }, { code: 2, out: '' });
      assert.match(ended.err, /^Store: the folder .*none\nline 1 is not of the form .*\n$/);
    }));

  it('ends without a word when nobody reads on, as in "route | head"', () =>
    inTempFolder(async (folder) => {
      const running = startProgram(['route'], { DATA_DIR: join(folder, 'none') });
      running.stopReading();
      running.write(lines(300));
      const ended = await running.ended;
      assert.deepEqual({ code: ended.code, complaints: complaints(ended) }, { code: 0, complaints: [] });
    }));

  it('does all of its work when nobody reads on, as in "import-people | head"', () =>
    inTempFolder(async (folder) => {
      const [list, DATA_DIR] = [join(folder, 'people.csv'), join(folder, 'data')];
      const rows = Array.from({ length: 300 }, (_, i) => `Person ${i},p${i}@nyby.dk,Byplan\n`);
      await writeFile(list, `name,email,unit\n${rows.join('')}`);
      const running = startProgram(['import-people', list], { DATA_DIR });
      running.stopReading();
      const ended = await running.ended;
      assert.deepEqual({ code: ended.code, complaints: complaints(ended) }, { code: 0, complaints: [] });
      const again = await runCommand(['import-people', list, '--dry-run'], { DATA_DIR });
      assert.match(again.out, /^300 as before$/m);
      const refused = startProgram(['import-people', join(folder, 'none.csv')], { DATA_DIR });
      refused.stopReading();
      assert.equal((await refused.ended).code, 2);
    }));

  const onLinux = existsSync('/dev/full') ? it : it.skip;
  onLinux('says what it could not write, and ends with 1', () => {
    const { status, stderr } = withFull('stdout', ['--help']);
    assert.equal(stderr, 'Not all of the answer could be written: no space left on device, ENOSPC.\n');
    assert.equal(status, 1);
  });

  onLinux('ends with its own code where nothing can be said', () => {
    assert.equal(withFull('stderr', ['check', '--bogus']).status, 2);
    assert.equal(withFull('stderr', ['--help']).status, 0);
  });

  it('says in its log when it has started, with what, and why and when it stops', () =>
    inTempFolder(async (folder) => {
      const running = await startSammen(join(folder, 'data'), { ...REAL, SANDBOX: 'off', LOG_LEVEL: 'info' });
      const { code, err } = await running.stop();
      const lines = err
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
        .filter(({ msg }) => /^Sammen (has )?st/.test(msg));
      assert.deepEqual(
        [code, ...lines.map(({ msg, platforms, store }) => ({ msg, platforms, store }))],
        [
          0,
          { msg: 'Sammen has started', platforms: [], store: `the folder ${join(folder, 'data')}` },
          { msg: 'Sammen stops: SIGTERM', platforms: undefined, store: undefined },
          { msg: 'Sammen has stopped', platforms: undefined, store: undefined },
        ],
      );
    }));
});
