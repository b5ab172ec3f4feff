import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { takeEntries, UnreadableEntries } from '../../adapters/store/embedded/access-inbox.ts';
import { operatorOf } from '../../app/commands/record-deed.ts';
import type { AuditEntry } from '../../bot/audit/port.ts';
import { askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { runHere } from '../support/processes/command-here.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

describe('the audit command', () => {
  it('says who looked at what while the bot runs, which takes the lines over once', () =>
    inSandbox(async (sandbox, { dataDir }) => {
      await askAndAnswer(sandbox, { name: 'Alma Spørger' });
      const env = { DATA_DIR: dataDir, SUDO_USER: 'drift' };
      assert.match((await runHere(['audit'], env)).out, /^The log of access is empty/);
      await runHere(['journal', '1'], env);
      await runHere(['journal', '42'], env);
      await runHere(['examples'], env);
      const { out } = await runHere(['audit'], env);
      const deeds = out
        .trim()
        .split('\n')
        .map((line) => line.split(/ {2,}/).slice(1).join(' · '));
      assert.deepEqual(deeds, [
        'read-examples · kommandolinjen (drift)',
        'read-journal · kommandolinjen (drift) · case 1',
      ]);
      for (const word of ['Skaterne', 'Alma']) assert.ok(!out.includes(word), word);
      assert.equal((await runHere(['audit', '--last', '1'], env)).out.trim().split('\n').length, 1);
      const taken: AuditEntry[] = [];
      for (let twice = 0; twice < 2; twice++)
        await takeEntries(dataDir, { add: async (_id, entry) => void taken.push(entry) });
      assert.deepEqual(taken.map(({ did, operator, at }) => [did, operator, at instanceof Date]).toSorted(), [
        ['read-examples', 'drift', true],
        ['read-journal', 'drift', true],
      ]);
      assert.deepEqual(await readdir(join(dataDir, 'access-log')), []);

      // One that nobody can read, or that a newer version left, keeps no other back.
      const strange = { '0.json': '{"at":', '1.json': JSON.stringify({ at: new Date(), by: null, did: 'new-deed' }) };
      for (const [name, text] of Object.entries(strange)) await writeFile(join(dataDir, 'access-log', name), text);
      await runHere(['journal', '1'], env);
      const shown = await runHere(['audit'], env);
      assert.match(shown.out, /read-journal/);
      assert.match(shown.err, /holds what is no line for the log of access: 0\.json, 1\.json\. Look at it/);
      taken.length = 0;
      await assert.rejects(
        takeEntries(dataDir, { add: async (_id, entry) => void taken.push(entry) }),
        UnreadableEntries,
      );
      assert.deepEqual(
        taken.map(({ did }) => did),
        ['read-journal'],
      );
      assert.deepEqual((await readdir(join(dataDir, 'access-log'))).toSorted(), Object.keys(strange));
    }));

  it('names the server’s own user where nobody called sudo', () => assert.equal(operatorOf({}), userInfo().username));
});
