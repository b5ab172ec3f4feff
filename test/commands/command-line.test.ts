import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS } from '../../app/command-line/commands.ts';
import { runCommand as runParsed } from '../../app/command-line/run-command-line.ts';
import { storeInWords } from '../../app/command-line/store-in-words.ts';
import { aTerminal, runHere } from '../support/processes/command-here.ts';
import { runCommand } from '../support/processes/running-sammen.ts';
import { complaints } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

describe('the command line', () => {
  it('rejects an unknown command with exit code 2, says what it may have meant, and names those there are', async () => {
    const { code, out, err } = await runHere(['jurnal', '4'], {});
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /^Unknown command 'jurnal'\. Did you mean journal\?/);
    for (const known of Object.keys(COMMANDS)) assert.ok(err.includes(known), known);
    for (const word of ['constructor', '__proto__', 'toString', ''])
      assert.equal((await runHere([word], {})).code, 2, word);
  });

  it('refuses what a command does not take, in one line with the mend, and does nothing', () =>
    inTempFolder(async (folder) => {
      for (const [name, { build }] of Object.entries(COMMANDS)) {
        const takes = build(name, {}, aTerminal().terminal).registeredArguments.map(() => '1');
        for (const args of [['--no-such-option'], [...takes, 'more', 'more']]) {
          const { code, out, err, notes } = await runHere([name, ...args], { DATA_DIR: join(folder, 'none') });
          assert.deepEqual({ code, out, notes }, { code: 2, out: '', notes: '' }, name);
          assert.match(err, new RegExp(`^[^\\n]+"npm run -s sammen -- ${name} --help" says what it takes\\.\\n$`));
        }
      }
      assert.deepEqual(await readdir(folder), []);
    }));

  it('says how to call it, all in all and each command, and which version it is', async () => {
    const all = await runHere(['--help'], {});
    for (const [name, { build, store }] of Object.entries(COMMANDS)) {
      assert.match(all.out, new RegExp(`^  ${name}\\b`, 'm'));
      const { code, out, notes } = await runHere([name, '--help'], {});
      assert.deepEqual({ code, notes }, { code: 0, notes: '' });
      const { options } = build(name, {}, aTerminal().terminal);
      for (const { long } of options) assert.ok(out.includes(long ?? ''), out);
      assert.ok(out.includes(`Example: npm run -s sammen -- ${name}`), out);
      if (store === 'make') assert.match(out, /makes one where there is none/);
    }
    assert.match((await runHere(['--version'], {})).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('stops on settings that cannot be read, but not what works without', async () => {
    const run = (...args: string[]) =>
      runParsed(args, {}, aTerminal().terminal, () => {
        throw new Error('line 1 is no setting');
      });
    await assert.rejects(run('journal', '1'), /line 1 is no setting/);
    await assert.rejects(run('init', '--set', 'x'), { name: 'UsageError' });
    await run('--help');
    await run('journal', '--help');
  });

  it('names the store it answers from, and never the password', async () => {
    for (const [env, said] of [
      [{}, /^the folder \/.*data$/],
      [{ DATA_DIR: '/srv/sammen' }, /^the folder .*srv.sammen$/],
      [
        { MONGODB_URI: 'mongodb://u:secret@db.by.dk:27017,db2.by.dk/s?tls=true' },
        /^the MongoDB database s on db\.by\.dk:27017,db2\.by\.dk$/,
      ],
      [{ MONGODB_URI: 'mongodb+srv://u:se/cr@et@db.by.dk' }, /^the MongoDB database sammen on db\.by\.dk$/],
      [{ MONGODB_URI: 'mongodb://u:secret' }, /^the database of MONGODB_URI$/],
      [
        { MONGODB_URI: 'mongodb://by:s3cret==@by.mongo.azure.com:10255/?ssl=true&appName=@by@' },
        /^the MongoDB database sammen on by\.mongo\.azure\.com:10255$/,
      ],
      [{ MONGODB_URI: 'mongodb://u:s3?x=cret@db.by.dk/' }, /^the MongoDB database sammen on db\.by\.dk$/],
      [{ MONGODB_URI: 'mongodb://[::1]:27017/' }, /^the MongoDB database sammen on \[::1\]:27017$/],
    ] as const)
      assert.match(storeInWords(env), said);
    const { notes } = await runHere(['journal', '1'], { DATA_DIR: 'none' });
    assert.match(notes, /^Store: the folder .*none\n$/);
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
