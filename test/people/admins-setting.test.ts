import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, readConfig } from '../../app/settings/config.ts';
import { runHere } from '../support/processes/command-here.ts';
import { startHere } from '../support/processes/sammen-here.ts';
import { complaints, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

describe('ADMINS', () => {
  it('is a list of e-mail addresses with any separator', () => {
    assert.deepEqual(readConfig({ ADMINS: ' Karen@Kommune.dk; lone@kommune.dk,\nbo@kommune.dk ' }).admins, [
      'karen@kommune.dk',
      'lone@kommune.dk',
      'bo@kommune.dk',
    ]);
    assert.deepEqual(readConfig({}).admins, []);
    assert.throws(
      () => readConfig({ ADMINS: 'karen@kommune.dk, Karen Skov' }),
      (error) => error instanceof ConfigurationError && /ADMINS .*number 2/.test(error.message),
    );
  });

  it('is reported at start when it is missing and the store has no admin', () =>
    inTempFolder(async (folder) => {
      const list = join(folder, 'people.csv');
      const data = join(folder, 'data');
      await writeFile(list, 'E-mail;Navn\nkaren@kommune.dk;Karen Skov\n');
      assert.equal((await runHere(['import-people', list], { DATA_DIR: data })).code, 0);
      let running = await startHere(data);
      const warned = complaints(await running.stop());
      assert.deepEqual(
        warned.map((line) => /nobody is admin|no sparring agent/.exec(line)?.[0]),
        ['nobody is admin', 'no sparring agent'],
      );

      running = await startHere(data, { ADMINS: 'Karen@kommune.dk' });
      const sandbox = sandboxAt(() => running.url);
      const [karen] = await sandbox.people();
      assert.deepEqual([karen?.name, karen?.roles], ['Karen Skov', ['admin']]);
      await sandbox.say(karen?.id ?? '', 'admin');
      assert.notEqual(await sandbox.find(karen?.id ?? '', 'show-admin'), null);
      assert.ok(!/nobody is admin/.test(complaints(await running.stop()).join()));
    })).timeout(60_000);
});
