import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANSWER, askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { runCommand } from '../support/processes/running-sammen.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

/** The build, started for real. `SAMMEN_BUILT` names another folder than `dist/`, such as one with no tools around it. */
const built = process.env.SAMMEN_BUILT ?? fileURLToPath(new URL('../../dist', import.meta.url));

describe('the build', () => {
  before(() => {
    assert.ok(existsSync(join(built, 'app/main.js')), `there is no build in ${built}: npm run build`);
    process.env.SAMMEN_BUILT = built;
  });

  it('holds no test and nothing to compile', async () => {
    const names = await readdir(built, { recursive: true });
    const strays = names.filter((name) => !name.includes('node_modules') && /\.test\.|^test|(?<!\.d)\.ts$/.test(name));
    assert.deepEqual(strays, []);
  });

  it('starts, is ready, takes a dilemma to its answer, shows its page, and ends well', () =>
    inSandbox(async (sandbox, { url }) => {
      await sandbox.expect(200, 'GET', '/readyz');
      const { asker } = await askAndAnswer(sandbox);
      assert.ok((await sandbox.read(asker)).includes(ANSWER.text));
      const page = await sandbox.call('GET', '/');
      assert.equal(page.status, 200);
      const parts = [...page.text.matchAll(/(?:src|href)="(\/sandbox\/page\/[^"]+)"/g)].map(([, path = '']) => path);
      assert.ok(parts.length > 2);
      for (const path of parts) assert.equal((await fetch(url + path)).status, 200, path);
    }));

  it('routes from the command line', async () => {
    const ended = await runCommand(
      ['route'],
      { DATA_DIR: 'none' },
      '{"id":"s01","text":"Hvem skal jeg tale med om rampen?"}\n',
    );
    assert.equal(ended.code, 0, ended.err);
    assert.equal(JSON.parse(ended.out).id, 's01');
  });
});
