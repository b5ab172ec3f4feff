import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, type CommandName } from '../../app/commands/commands.ts';
import { aTerminal } from '../support/processes/command-here.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

/** The arguments of each command that needs a store; null for one that works without, or makes one and says so. */
const NEEDS_A_STORE: Readonly<Record<CommandName, readonly string[] | null>> = {
  start: null,
  route: null,
  journal: ['1'],
  examples: [],
  'import-people': null,
  'preview-nudge': [],
  'rebuild-rollups': [],
  'dead-letters': [],
  'pause-sending': [],
  'resume-sending': [],
  'new-id-key': ['--yes'],
  migrate: [],
};

describe('a command in a folder without a store', () => {
  for (const [name, args] of Object.entries(NEEDS_A_STORE)) {
    if (args === null) continue;
    it(`makes none, and says where it looked: ${name}`, () =>
      inTempFolder(async (folder) => {
        const env = { DATA_DIR: join(folder, 'dta'), MONGODB_URI: '' };
        // Nothing listens there, and nothing gets so far.
        if (name === 'migrate') env.MONGODB_URI = 'mongodb://127.0.0.1:1/sammen';
        const run = await COMMANDS[name as CommandName].load();
        await assert.rejects(run(args, env, aTerminal().terminal), (error: Error) => {
          assert.equal(error.name, 'NoStore');
          assert.ok(error.message.includes(env.DATA_DIR), error.message);
          return true;
        });
        assert.deepEqual(await readdir(folder), []);
      }));
  }
});
