import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, copyFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OWN_ORGANISATION, REAL } from '../support/fixtures/own-organisation.ts';
import { ANSWER, askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { runCommand } from '../support/processes/running-sammen.ts';
import { inSandbox } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

/** The folder of the build. `SAMMEN_BUILT` overrides `dist/`, for example with a folder that has no tools around it. */
const built = process.env.SAMMEN_BUILT ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** The user of the image. */
const NOBODY = 1000;

describe('the build', () => {
  before(() => {
    assert.ok(existsSync(join(built, 'app/main.js')), `there is no build in ${built}; run npm run build`);
    process.env.SAMMEN_BUILT = built;
  });

  it('contains no tests and no TypeScript sources', async () => {
    const names = await readdir(built, { recursive: true });
    const strays = names.filter((name) => !name.includes('node_modules') && /\.test\.|^test|(?<!\.d)\.ts$/.test(name));
    assert.deepEqual(strays, []);
  });

  it('starts, is ready, takes a dilemma to its answer, serves its page, and stops cleanly', () =>
    inSandbox(async (sandbox, { url }) => {
      await sandbox.expect(200, 'GET', '/readyz');
      const { asker } = await askAndAnswer(sandbox);
      assert.ok((await sandbox.read(asker)).includes(ANSWER.text));
      const page = await sandbox.call('GET', '/');
      assert.equal(page.status, 200);
      const assets = [...page.text.matchAll(/(?:src|href)="(\/sandbox\/page\/[^"]+)"/g)].map(([, path = '']) => path);
      assert.ok(assets.length > 2);
      for (const path of assets) assert.equal((await fetch(url + path)).status, 200, path);
    }));

  it('runs as an ordinary user who may write to its data only, as in the image, and ends with 0 on SIGTERM', () =>
    inTempFolder(async (folder) => {
      const asRoot = process.getuid?.() === 0;
      const ORGANISATION_FILE = join(folder, 'organisation.json');
      await copyFile(OWN_ORGANISATION, ORGANISATION_FILE);
      if (asRoot) {
        await chown(folder, NOBODY, NOBODY);
        // The folder of the whole test run, which others may not enter.
        await chmod(dirname(folder), 0o711);
      }
      const given = { ...REAL, ORGANISATION_FILE, SANDBOX: 'off', HOST: '127.0.0.1', PORT: '0' };
      const env = { ...given, DATA_DIR: join(folder, 'data') };
      const running = spawn(process.execPath, [join(built, 'app/main.js'), 'start'], {
        cwd: folder,
        env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
        ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
      });
      let out = '';
      for (const stream of [running.stdout, running.stderr])
        stream.on('data', (part) => {
          out += part;
          if (out.includes('Sammen is running')) running.kill('SIGTERM');
        });
      const [code, signal] = await once(running, 'close');
      assert.deepEqual([code, signal], [0, null], out);
      assert.match(out, /Sammen is running: https:/);
      assert.ok((await readdir(join(folder, 'data'))).length > 0);
    }));

  it('is called as its help says, and brings its licences', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout } = await promisify(execFile)(npm, ['run', '-s', 'sammen', '--', '--help'], {
      cwd: built,
      shell: process.platform === 'win32',
    });
    assert.match(stdout, /^Usage: npm run -s sammen -- COMMAND/);
    for (const path of [['LICENSE'], ['docs', 'third-party-notices.md']]) assert.ok(existsSync(join(built, ...path)));
  });

  it('routes from the command line', async () => {
    const result = await runCommand(
      ['route'],
      { DATA_DIR: 'none' },
      '{"id":"s01","text":"Hvem skal jeg tale med om rampen?"}\n',
    );
    assert.equal(result.code, 0, result.err);
    assert.equal(JSON.parse(result.out).id, 's01');
  });
});
