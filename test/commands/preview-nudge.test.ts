import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runHere } from '../support/processes/command-here.ts';
import { inSandbox } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

describe('the preview-nudge command', function () {
  this.timeout(60_000);

  it('prints the messages of a week with their counts while the bot runs, and names nobody', () =>
    inSandbox(async (sandbox, { dataDir }) => {
      await sandbox.addPerson({ name: 'Alma Ny', unit: 'Skole' });
      await sandbox.job('weekly-nudge');
      const { code, out, err } = await runHere(['preview-nudge', '2026-W50'], { DATA_DIR: dataDir });
      assert.equal(code, 0, err);
      assert.match(out, /Mandag d\. 7\. december: /);
      const { people } = await sandbox.expect<{ people: unknown[] }>(200, 'GET', '/sandbox/people');
      assert.ok(out.includes(`Cirka ${Math.round(people.length / 5) * 5} kolleger får skubbet.`), out);
      assert.ok(!out.includes('Alma'));
      assert.ok((await runHere(['preview-nudge'], { DATA_DIR: dataDir })).out.includes('30. november'));
    }));

  it('prints its usage', () =>
    inTempFolder(async (folder) => {
      const env = { DATA_DIR: join(folder, 'none') };
      for (const [args, expected, exit] of [
        [['2026-50'], /Give a week such as 2026-W50/, 2],
        [['2026-W50', 'x'], /Too many arguments/, 2],
        [[], /there is no store/, 1],
      ] as const) {
        const { code, err } = await runHere(['preview-nudge', ...args], env);
        assert.equal(code, exit);
        assert.match(err, expected);
      }
    }));
});
