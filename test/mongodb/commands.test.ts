import assert from 'node:assert/strict';
import { REAL as OWN } from '../support/fixtures/own-organisation.ts';
import { askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { runCommand, startSammen } from '../support/processes/running-sammen.ts';
import { sandboxAt, TUESDAY } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI, uriOf } from './support/test-database.ts';
import { onDatabase, startOn } from './support/two-processes.ts';

const REAL = { ...OWN, SANDBOX: 'off' };

if (TEST_URI !== null) {
  describe('commands on MongoDB', () => {
    it('read the store while the bot runs: journal and route', () =>
      onDatabase(({ uri }) =>
        inTempFolder(async (folder) => {
          const running = await startOn(uri, folder);
          const sandbox = sandboxAt(() => running.url);
          await sandbox.setClock(TUESDAY);
          await askAndAnswer(sandbox);
          const journal = await runCommand(['journal', '1'], { MONGODB_URI: uri });
          assert.match(journal.out, /^case 1 · answered/, journal.err);
          const route = await runCommand(
            ['route'],
            { MONGODB_URI: uri },
            '{"id":"a","text":"Naboerne klager over støj"}\n',
          );
          assert.equal((JSON.parse(route.out) as { id: string }).id, 'a', route.err);
          await running.stop();
        }),
      ));

    it('hold and release a case while the bot runs, and retention obeys', () =>
      onDatabase(({ uri }) =>
        inTempFolder(async (folder) => {
          const running = await startOn(uri, folder);
          const sandbox = sandboxAt(() => running.url);
          await sandbox.setClock(TUESDAY);
          const { asker } = await askAndAnswer(sandbox);
          await sandbox.pressNewest(asker, 'close-case');
          const env = { MONGODB_URI: uri, SANDBOX: 'on' };
          const held = await runCommand(['hold', '1', '--reason', 'Aktindsigt'], env);
          assert.match(held.out, /^Case 1 is under a legal hold/, held.err);
          await sandbox.advance('P13M');
          assert.equal((await sandbox.job('retention'))['cases-ended'], 0);
          const counted = await runCommand(['retention', '--dry-run'], env);
          assert.match(counted.out, /^under a legal hold, and stay: 1$/m, counted.err);
          const released = await runCommand(['release', '1'], env);
          assert.match(released.out, /^Case 1 is released\./, released.err);
          assert.equal((await sandbox.job('retention'))['cases-ended'], 1);
          assert.match((await runCommand(['journal', '1'], env)).out, /^case 1 was deleted on /);
          await running.stop();
        }),
      ));

    it('create nothing in an empty database', () =>
      onDatabase(async ({ uri }, raw) => {
        const route = await runCommand(
          ['route'],
          { MONGODB_URI: uri },
          '{"id":"a","text":"Naboerne klager over støj"}\n',
        );
        assert.equal((JSON.parse(route.out) as { id: string }).id, 'a', route.err);
        assert.equal((await runCommand(['journal', '1'], { MONGODB_URI: uri })).code, 2);
        assert.deepEqual(await raw.db().listCollections().toArray(), []);
      }));

    it('refuse to start on a store of the other kind or without a server, and explain why in a sentence', () =>
      onDatabase(({ uri }) =>
        inTempFolder(async (folder) => {
          await (await startOn(uri, folder)).stop();
          const real = startSammen(folder, { ...REAL, MONGODB_URI: uri });
          await assert.rejects(real, /\n(\{.*\}\n)*this store belongs to a sandbox .*MONGODB_URI\.\n$/);
          const nowhere = uriOf('mongodb://127.0.0.1:1', 'sammen', { serverSelectionTimeoutMS: '500' });
          await assert.rejects(
            startSammen(folder, { ...REAL, MONGODB_URI: nowhere }),
            /\nNo MongoDB answers at .*firewall in between\.\n$/,
          );
        }),
      ));
  });
}
