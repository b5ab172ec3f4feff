import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, isCommand } from '../../app/commands/commands.ts';
import { runHere } from '../support/processes/command-here.ts';
import { runCommand } from '../support/processes/running-sammen.ts';
import { complaints } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

describe('the command line', () => {
  it('rejects an unknown command with exit code 1 and lists the known ones', () =>
    inTempFolder(async (folder) => {
      const ended = await runHere(['reindex'], { DATA_DIR: join(folder, 'none'), PORT: '0' });
      assert.deepEqual({ code: ended.code, out: ended.out }, { code: 1, out: '' });
      const printed = complaints(ended).join('\n');
      for (const known of Object.keys(COMMANDS)) assert.ok(printed.includes(known), known);
      assert.ok(!/^\s+at /m.test(printed), 'a sentence, no stack');
      assert.equal(existsSync(join(folder, 'none')), false);
    }));

  it('does not mistake an inherited object property for a command', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])
      assert.equal(isCommand(word), false);
    assert.equal(isCommand('start'), true);
  });

  it('reports every fault of the settings before it opens anything', () =>
    inTempFolder(async (folder) => {
      const ended = await runHere(['start'], {
        DATA_DIR: join(folder, 'none'),
        PORT: 'http',
        SECRET: 'short',
        HOST: '0.0.0.0',
      });
      assert.equal(ended.code, 1);
      const printed = complaints(ended).join('\n');
      for (const name of ['PORT', 'SECRET', 'HOST']) assert.ok(printed.includes(`- ${name}`), printed);
      assert.ok(!/^\s+at /m.test(printed), 'sentences, no stack');
      assert.equal(existsSync(join(folder, 'none')), false);
    }));

  it('reports a fault in the organisation’s file in one sentence', () =>
    inTempFolder(async (folder) => {
      const ended = await runHere(['start'], {
        DATA_DIR: join(folder, 'd'),
        PORT: '0',
        ORGANISATION_FILE: join(folder, 'none.json'),
      });
      assert.equal(ended.code, 1);
      const printed = complaints(ended).join('\n');
      assert.ok(printed.includes('none.json') && !/^\s+at /m.test(printed), printed);
    }));

  it('reports that the port is taken, and ends', () =>
    inTempFolder(async (folder) => {
      const { createServer } = await import('node:net');
      const other = createServer().listen(0, '127.0.0.1');
      await new Promise((listening) => other.once('listening', listening));
      try {
        const address = other.address();
        const port = typeof address === 'object' ? String(address?.port) : '';
        const ended = await runCommand(['start'], { DATA_DIR: join(folder, 'd'), PORT: port });
        assert.equal(ended.code, 1);
        assert.match(complaints(ended).join('\n'), new RegExp(port));
      } finally {
        other.close();
      }
    }));
});
