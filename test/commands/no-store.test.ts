import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS } from '../../app/command-line/commands.ts';
import { runHere } from '../support/processes/command-here.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

describe('a command in a folder without a store', () => {
  for (const [name, { store, example }] of Object.entries(COMMANDS)) {
    if (store !== 'read' && store !== 'write') continue;
    it(`makes none, and says where it looked: ${name}`, () =>
      inTempFolder(async (folder) => {
        const env = { DATA_DIR: join(folder, 'dta'), MONGODB_URI: '' };
        // Nothing listens there, and nothing gets so far.
        if (name === 'migrate') env.MONGODB_URI = 'mongodb://127.0.0.1:1/sammen';
        const { code, err } = await runHere([name, ...example], env);
        assert.equal(code, 1, err);
        assert.ok(err.startsWith(`there is no store in ${env.DATA_DIR}, and none was made.`), err);
        assert.deepEqual(await readdir(folder), []);
      }));
  }
});
