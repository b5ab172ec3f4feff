import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { createAsk } from '../../app/command-line/ask.ts';
import { asPhone } from '../../app/init/answers.ts';
import { askQuestions } from '../../app/init/ask-questions.ts';
import { readConfig } from '../../app/settings/config.ts';
import { envLine, parseEnvFile, readEnvFile } from '../../app/settings/env-file.ts';
import { runHere } from '../support/processes/command-here.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const GUID = '00000000-0000-4000-8000-000000000001';
const SET = {
  chat: 'both',
  'organisation.name': 'Nyby Kommune',
  PUBLIC_URL: 'https://sammen.nyby.dk',
  ADMINS: 'anna@nyby.dk, bo@nyby.dk',
  MicrosoftAppId: GUID,
  MicrosoftAppTenantId: GUID,
};
const SECRETS = ['app "p4ss\'w#rd', 'xoxb-1', '', 'sign', ''];
const REST = [
  './data',
  'Birgit Holm',
  'Lone@nyby.dk',
  '12 34 56 01',
  '12345602',
  'https://nyby.dk/w',
  '+45 12345604',
  '12345605',
];
const setting = (given: Record<string, string>) =>
  Object.entries(given).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
const piped = [...SECRETS, ...REST].join('\n');

describe('init', () => {
  it('writes settings, secrets and the organisation’s file, with which Sammen starts', () =>
    inTempFolder(async (folder) => {
      const { code, out, err } = await runHere(['init', '--folder', join(folder, 'new'), ...setting(SET)], {}, piped);
      assert.equal(code, 0, err);
      const [file, organisation] = [join(folder, 'new', '.env'), join(folder, 'new', 'organisation.json')];
      assert.ok(out.includes(file) && out.includes(organisation), out);
      if (process.platform !== 'win32')
        for (const [path, mode] of [
          [file, 0o600],
          // The service may run as another user.
          [organisation, 0o644],
          [join(folder, 'new'), 0o755],
        ] as const)
          assert.equal(statSync(path).mode & 0o777, mode & ~process.umask(), path);
      const { settings, refuseFaults } = readEnvFile({ ENV_FILE: file });
      refuseFaults();
      const config = readConfig(settings);
      assert.deepEqual(config.warnings, []);
      assert.equal(config.dataDir, join(folder, 'new', 'data'), 'the same store wherever Sammen is started');
      assert.deepEqual(config.admins, ['anna@nyby.dk', 'bo@nyby.dk']);
      assert.equal(settings.MicrosoftAppPassword, SECRETS[0]);
      assert.equal(config.platforms.slack?.botToken, 'xoxb-1');
      const { contacts, coordinator } = JSON.parse(readFileSync(organisation, 'utf8'));
      assert.deepEqual([contacts.whistleblower.url, coordinator], ['https://nyby.dk/w', 'Lone@nyby.dk']);

      const before = readFileSync(file, 'utf8');
      const again = await runHere(['init', '--folder', join(folder, 'new'), ...setting(SET)], {}, piped);
      assert.equal(again.code, 1);
      assert.match(again.err, /are there already, and nothing was changed\. Move .*--overwrite/);
      assert.equal(readFileSync(file, 'utf8'), before);
      const over = await runHere(['init', '--overwrite', '--folder', join(folder, 'new'), ...setting(SET)], {}, piped);
      assert.equal(over.code, 0, over.err);
      assert.notEqual(readFileSync(file, 'utf8'), before, 'new secrets');
    }));

  it('refuses each answer at once, says the mend, and writes nothing', () =>
    inTempFolder(async (folder) => {
      for (const [wrong, said] of [
        [{ chat: 'sms' }, /^chat: Write one of teams, slack, both, none\./],
        [{ 'organisation.name': 'Lillekøbing Kommune' }, /^organisation\.name: The answer is "Lille.*Write your own/],
        [{ PUBLIC_URL: 'http://sammen.nyby.dk' }, /^PUBLIC_URL: .*Give an https address/],
        [{ ADMINS: 'anna' }, /^ADMINS: .*Give whole addresses/],
        [{ ADMINS: '' }, /^ADMINS: It must be answered/],
        [{ MicrosoftAppTenantId: 'nyby' }, /^MicrosoftAppTenantId: .* no GUID\. Copy it/],
        [
          { 'organisation.contacts.switchboard': 'ring' },
          /^organisation\.contacts\.switchboard: The answer is neither a phone number nor an address\. Write one/,
        ],
        [
          { 'organisation.contacts.switchboard': '70 00 00 01' },
          /^organisation\.contacts\.switchboard: .*Write the real one/,
        ],
        [
          { 'organisation.contacts.switchboard': 'https://' },
          /^organisation\.contacts\.switchboard: .*Write a whole address/,
        ],
        [{ PUBLIC_URL: 'https://a.dk/\'"`' }, /^PUBLIC_URL: .*every kind of quote.* Choose another one\./],
        [{ colour: 'red' }, /^--set takes NAME=VALUE/],
      ] as const) {
        const { code, err } = await runHere(['init', '--folder', folder, ...setting({ ...SET, ...wrong })], {}, piped);
        assert.deepEqual([code, /Nothing was written\.\n$/.test(err)], [2, true], err);
        assert.match(err, said);
      }
      const twice = await runHere(['init', '--folder', folder, ...setting(SET), '--set', 'chat=slack'], {}, piped);
      assert.match(twice.err, /^chat was set twice\. Keep one of them\. Nothing was written\./);
      const early = await runHere(['init', '--folder', folder, ...setting(SET)], {}, 'password\n');
      assert.match(early.err, /^SLACK_BOT_TOKEN was not answered .*Nothing was written/);
      assert.ok(!existsSync(join(folder, '.env')));
    }));

  it('takes phone numbers as people write them', () => {
    for (const [written, phone] of [
      ['12 34 56 78', '12 34 56 78'],
      ['12-34-56-78', '12 34 56 78'],
      ['12.34.56.78', '12 34 56 78'],
      ['+45\u00a012345678', '+45 12345678'],
      ['(+45) 12 34 56 78', '+45 12 34 56 78'],
      ['0045 12345678', '0045 12345678'],
      ['Tlf.: 12 34 56 78', '12 34 56 78'],
      ['112', '112'],
      ['ring', null],
      ['12 34 56 78 lok. 5', null],
      ['https://kommune.dk/1', null],
    ] as const)
      assert.equal(asPhone(written), phone, written);
  });

  it('says why it cannot write, and how to mend that', () =>
    inTempFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      for (const [where, said] of [
        [
          join(folder, 'file'),
          /file\/\.env lies below something that is no folder\. Move it, or take another folder\. --folder names it/,
        ],
        [join(folder, 'file', 'below'), /lies below something that is no folder\. Move it/],
        [join(folder, 'x'.repeat(300)), /is longer than names may be/],
      ] as const) {
        const { code, err } = await runHere(['init', '--folder', where, ...setting(SET)], {}, piped);
        assert.equal(code, 1, err);
        assert.match(err, said);
      }
    }));

  it('ends on Ctrl+C as any program does, and gives the terminal back', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    let interrupted = 0;
    const ask = createAsk(input, { isTTY: true, write: () => true }, () => void interrupted++);
    const answer = ask('Name: ');
    input.write('Ny\u0003');
    assert.deepEqual([await answer, interrupted], [null, 1]);
  });

  it('takes an app token for socket mode instead of a signing secret, and no coordinator', () =>
    inTempFolder(async (folder) => {
      const { MicrosoftAppId: _id, MicrosoftAppTenantId: _tenant, ...rest } = SET;
      const set = { ...rest, chat: 'slack', 'organisation.coordinator': '' };
      const answers = ['xoxb-1', 'xapp-1', '', ...REST.filter((answer) => !answer.startsWith('Lone'))].join('\n');
      const { code, err } = await runHere(['init', '--folder', folder, ...setting(set)], {}, answers);
      assert.equal(code, 0, err);
      const { settings } = readEnvFile({ ENV_FILE: join(folder, '.env') });
      assert.deepEqual(readConfig(settings).platforms.slack?.receiver, { kind: 'socket', appToken: 'xapp-1' });
      assert.ok(!readFileSync(join(folder, 'organisation.json'), 'utf8').includes('coordinator'));
    }));

  it('asks a person again, and does not show what is secret', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    let shown = '';
    const ask = createAsk(input, {
      isTTY: true,
      write: (text: string | Uint8Array) => {
        shown += text;
        return true;
      },
    });
    const said: string[] = [];
    const told = { ...SET, chat: 'slack' };
    const { MicrosoftAppId: _id, MicrosoftAppTenantId: _tenant, chat: _chat, ...set } = told;
    const asking = askQuestions(new Map(Object.entries(set)), ask, (line) => void said.push(line));
    for (const line of ['sms', 'slack', 'xoxb-hidden', '', 'sign', '', ...REST]) {
      input.write(`${line}\r`);
      await new Promise((later) => setImmediate(later));
    }
    const answers = await asking.finally(ask.end);
    assert.deepEqual(said, ['Write one of teams, slack, both, none.']);
    assert.equal(answers.get('SLACK_BOT_TOKEN'), 'xoxb-hidden');
    assert.ok(shown.includes('Slack: the bot token') && !shown.includes('xoxb-hidden'), shown);
  });
});

describe('the file of settings', () => {
  it('yields to the environment, and is not missed', () =>
    inTempFolder(async (folder) => {
      const file = join(folder, 'settings');
      writeFileSync(file, '\ufeff# ours\r\nPORT=1\r\nHOST = "a b"\r\nexport DATA_DIR=./d # note\r\n');
      const env = { ENV_FILE: file, PORT: '2' };
      assert.deepEqual({ ...readEnvFile(env).settings }, { ...env, HOST: 'a b', DATA_DIR: './d' });
      readEnvFile({}).refuseFaults();
    }));

  for (const [what, text, said] of [
    [
      'no setting',
      'PORT=1\nSECRET abc',
      'line 2: is no setting. Write NAME=value, or begin the line with # for a note.',
    ],
    [
      'a name with a dash',
      'MY-PORT=1',
      'line 1: is no setting. Write NAME=value, or begin the line with # for a note.',
    ],
    ['a name twice', 'A=1\n\nA=2', 'line 3: A stands in line 1 already. Keep one of them.'],
    [
      'a cut value',
      'SECRET=abc#def',
      'line 1: SECRET holds a # outside quotes, and what follows would be lost. Put the value in quotes.',
    ],
    [
      'a cut value',
      'SECRET=#def',
      'line 1: SECRET holds a # outside quotes, and what follows would be lost. Put the value in quotes.',
    ],
    ['an open quote', 'A="x\nB="1"', 'line 1: A begins with ", which is never closed. Close it in the same line.'],
    [
      'a quote within quotes',
      'A="x"y"',
      'line 1: A goes on behind the closing ", and that would be lost. Put it in quotes that it does not hold.',
    ],
    [
      'two settings in a line',
      "A='x' B='y'",
      "line 1: A goes on behind the closing ', and that would be lost. Put it in quotes that it does not hold.",
    ],
    [
      'a folder of Windows that would be cut in two',
      'A="C:\\new"',
      'line 1: A holds \\n in double quotes, which means a new line there. Put the value in single quotes.',
    ],
    [
      'quotation marks of a word processor',
      'A=\u201cx\u201d',
      `line 1: A begins with \u201c, which is no straight quotation mark. Write " or ', or none.`,
    ],
  ] as const)
    it(`names ${what}, without the value`, () =>
      assert.deepEqual(parseEnvFile(Buffer.from(text), '.env').faults, [`.env, ${said}`]));

  it('is refused when it is UTF-16, missing where it was named, or a folder', () =>
    inTempFolder(async (folder) => {
      assert.match(parseEnvFile(Buffer.from('A=1', 'utf16le'), '.env').faults.join(), /Save it anew as UTF-8/);
      for (const [ENV_FILE, said] of [
        [join(folder, 'none'), /is not there\. Give the path/],
        [folder, /is a folder.* Move it/],
        ['/dev/zero', /is a pipe, a device or something else that is no ordinary file/],
      ] as const)
        assert.throws(() => readEnvFile({ ENV_FILE }).refuseFaults(), said);
    }));

  it('is read from a pipe that the shell hands over, as where secrets are kept encrypted', () => {
    const child = `import { readEnvFile } from './app/settings/env-file.ts';
      console.log(readEnvFile({ ENV_FILE: '/dev/stdin' }).settings.HOST);`;
    const script = `(sleep 0.1; echo HOST=elsewhere) | "${process.execPath}" --import tsx --input-type=module -e "$CHILD"`;
    assert.equal(
      execFileSync('sh', ['-c', script], { env: { ...process.env, CHILD: child } }).toString(),
      'elsewhere\n',
    );
  });

  it('is read as Node reads it, wherever nothing is wrong with it', () => {
    // Node 24 takes the line behind a value of spaces for the value.
    const value = fc
      .string({ unit: fc.constantFrom(...'b_ =#"\'`\\n'), maxLength: 12 })
      .filter((one) => one === '' || one.trim() !== '');
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        const text = values.map((one, index) => `A${index}=${one}`).join('\n');
        const { settings, faults } = parseEnvFile(Buffer.from(text), '.env');
        if (faults.length === 0) assert.deepEqual(settings, { ...parseEnv(text) }, text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused when æ, ø and å are not UTF-8, and reads the line ends and spaces of every machine', () => {
    assert.match(parseEnvFile(Buffer.from('A=k\xf8', 'latin1'), '.env').faults.join(), /Save it anew as UTF-8/);
    const { settings, faults } = parseEnvFile(Buffer.from('A=1\r\tB=2\r\nexport  C=\u00a03\u00a0\n'), '.env');
    assert.deepEqual({ ...settings, faults }, { A: '1', B: '2', C: '3', faults: [] });
  });

  it('gives back every value that init writes', () => {
    for (const value of [
      'plain',
      'a b',
      'a#b',
      "it's",
      '"quoted"',
      'both \' and "',
      'x=y',
      '$HOME',
      'back\\slash',
      'C:\\new\\data',
      "both C:\\new and '",
      '“curly”',
      ' spaces ',
      'æøå',
    ]) {
      const { settings, faults } = parseEnvFile(Buffer.from(envLine('A', value) ?? ''), '.env');
      assert.deepEqual({ read: settings.A, faults }, { read: value, faults: [] });
    }
  });
});
