import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANSWER, askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { runCommand } from '../support/processes/running-sammen.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

/** The folder of the build. `SAMMEN_BUILT` overrides `dist/`, for example with a folder that has no tools around it. */
const built = process.env.SAMMEN_BUILT ?? fileURLToPath(new URL('../../dist', import.meta.url));

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
