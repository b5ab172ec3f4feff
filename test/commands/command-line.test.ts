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

  it('refuses a word that is empty, wherever it stands, and does nothing', () =>
    inTempFolder(async (folder) => {
      for (const empty of ['', ' ', '\t\n']) {
        for (const [name, { build }] of Object.entries(COMMANDS)) {
          const command = build(name, {}, aTerminal().terminal);
          const takes = command.registeredArguments.map(() => '1');
          const valued = command.options.filter(({ required }) => required).map(({ long }) => long ?? '');
          const calls = [
            ...takes.map((_, i) => takes.toSpliced(i, 1, empty)),
            ...valued.flatMap((long) => [
              [...takes, long, empty],
              [...takes, `${long}=${empty}`],
            ]),
          ];
          for (const args of calls) {
            const { code, out, err, notes } = await runHere([name, ...args], { DATA_DIR: join(folder, 'none') });
            assert.deepEqual({ code, out, notes }, { code: 2, out: '', notes: '' }, JSON.stringify([name, ...args]));
            assert.match(err, /^[^\n]+ is empty\. Nothing was done\./);
          }
        }
        assert.match((await runHere([empty], {})).err, /^The command is empty/);
      }
      assert.match((await runHere(['backup', ''], {})).err, /^Argument 1 of backup is empty/);
      assert.match((await runHere(['init', '--folder', ''], {})).err, /^What follows --folder is empty/);
      assert.match((await runHere(['init', '--folder='], {})).err, /^--folder is empty/);
      assert.deepEqual(await readdir(folder), []);
    }));

  it('takes the number of a case, which is 1 or more', async () => {
    const numbers = ['0', '00', '-1', '1.5', '1e3', '0x1', '99999999999999999999', 'x'];
    for (const name of ['journal', 'hold', 'release', 'take-out'])
      for (const number of numbers) {
        const words = name === 'take-out' ? ['Else Marie'] : [];
        const { code, notes } = await runHere([name, number, ...words], { DATA_DIR: '/nowhere' });
        assert.deepEqual({ code, notes }, { code: 2, notes: '' }, `${name} ${number}`);
      }
    assert.equal((await runHere(['journal', '007'], { DATA_DIR: '/nowhere' })).code, 1);
  });

  it('gives the same help for each way to ask, and refuses a command that there is not', async () => {
    const { out } = await runHere(['--help'], {});
    for (const ask of [['-h'], ['help']]) assert.deepEqual((await runHere(ask, {})).out, out, ask.join(' '));
    for (const name of Object.keys(COMMANDS)) {
      const { out } = await runHere([name, '--help'], {});
      for (const ask of [
        [name, '-h'],
        ['help', name],
      ]) {
        const answer = await runHere(ask, {});
        assert.deepEqual([answer.code, answer.out], [0, out], ask.join(' '));
      }
    }
    for (const ask of [
      ['help', 'frob'],
      ['frob', '--help'],
      ['frob', '-h'],
    ]) {
      const { code, out, err } = await runHere(ask, {});
      assert.deepEqual([code, out], [2, ''], ask.join(' '));
      assert.match(err, /^Unknown command 'frob'\. The commands are: start, /);
    }
  });

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
