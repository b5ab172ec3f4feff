import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ConfigurationError, type Environment, readConfig } from '../app/settings/config.ts';
import { OWN_ORGANISATION } from './support/fixtures/own-organisation.ts';

const SECRET = 's3cr3t-'.padEnd(40, 'x');
const KEY = 'k3y-'.padEnd(40, 'y');
const REAL: Environment = {
  SANDBOX: 'off',
  PUBLIC_URL: 'https://sammen.example.dk',
  SECRET,
  ANONYMITY_KEY: KEY,
  ORGANISATION_FILE: OWN_ORGANISATION,
};

const faultsOf = (env: Environment): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationError, String(error));
    return error.faults;
  }
};

/** Asserts that there is exactly one fault, and that it names the setting. */
const assertOneFault = (env: Environment, name: string): void => {
  const faults = faultsOf(env);
  assert.equal(faults.length, 1, faults.join('\n'));
  assert.ok(faults[0]?.includes(name), faults[0]);
};

describe('the configuration', () => {
  it('opens the sandbox on this machine only when nothing is set', () => {
    const config = readConfig({});
    assert.deepEqual(
      { sandbox: config.sandbox, port: config.port, host: config.host, dataDir: config.dataDir, secret: config.secret },
      { sandbox: true, port: 3978, host: '127.0.0.1', dataDir: './data', secret: null },
    );
  });

  it('treats an empty setting as unset', () => {
    assert.deepEqual(readConfig({ PORT: '', SANDBOX: ' ', HOST: '', SECRET: '', LOG_LEVEL: '' }), readConfig({}));
  });

  it('asks for embeddings on this machine or the own network only, and is off by default', () => {
    const read = (address: string) => readConfig({ EMBEDDINGS_URL: address }).embeddingsUrl?.href;
    assert.equal(readConfig({}).embeddingsUrl, null);
    for (const address of ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/v1/', 'http://127.0.0.1:8080/v1/embeddings'])
      assert.equal(read(address), 'http://127.0.0.1:8080/v1/embeddings');
    for (const host of ['localhost', '10.1.2.3', '172.20.0.5', '192.168.1.9', '[::1]', '[fd00::7]', 'embeddings.by.dk'])
      assert.equal(read(`https://${host}/ai/v1`), `https://${host}/ai/v1/embeddings`);
    for (const address of [
      ...['embeddings', '127.0.0.1:8080', 'ftp://127.0.0.1/', 'file:///tmp/x', 'https://', 'http://93.184.216.34/'],
      ...['https://172.32.0.1/', 'http://0.0.0.0:80/', 'http://[2001:db8::1]/', 'http://user:word@127.0.0.1/'],
    ])
      assertOneFault({ EMBEDDINGS_URL: address }, 'EMBEDDINGS_URL');
    assert.equal(faultsOf({ EMBEDDINGS_URL: 'x', PORT: 'x' }).length, 2);
  });

  it('takes a calendar from a file or a public https address, and names the mend of whatever can never be read', () => {
    const file = 'test/data/calendars/google.ics';
    const read = (CALENDAR: string, env = {}) => String(readConfig({ ...env, CALENDAR }).calendar);
    assert.equal(readConfig({}).calendar, null);
    assert.equal(read(file), file);
    assert.equal(read('webcal://by.dk/k.ics'), 'https://by.dk/k.ics');
    assert.equal(read('http://127.0.0.1:8080/k.ics'), 'http://127.0.0.1:8080/k.ics');
    assert.equal(read('https://by.dk/k.ics?key=1', REAL), 'https://by.dk/k.ics?key=1');
    for (const wrong of [
      ...['none.ics', 'test/data', 'http://by.dk/k.ics', 'https://', 'ftp://by.dk/k.ics', 'file:///etc/passwd'],
      ...['https://10.0.0.1/', 'https://[::ffff:10.0.0.1]/', 'https://2130706433/x', 'https://a:b@by.dk/k.ics'],
    ])
      assertOneFault({ ...REAL, CALENDAR: wrong }, 'CALENDAR');
    assertOneFault({ ...REAL, CALENDAR: 'http://localhost:8080/k.ics' }, 'CALENDAR');
  });

  it('reads every setting', () => {
    const { sandbox, port, host, dataDir, publicUrl, secret, secretPrevious, logLevel, organisationFile } = readConfig({
      ...REAL,
      PORT: '0',
      HOST: '10.0.0.1',
      DATA_DIR: '/var/lib/sammen',
      SECRET_PREVIOUS: `${SECRET}-before`,
      LOG_LEVEL: 'error',
    });
    assert.deepEqual(
      { sandbox, port, host, dataDir, publicUrl, secret, secretPrevious, logLevel, organisationFile },
      {
        sandbox: false,
        port: 0,
        host: '10.0.0.1',
        dataDir: '/var/lib/sammen',
        publicUrl: REAL.PUBLIC_URL,
        secret: SECRET,
        secretPrevious: `${SECRET}-before`,
        logLevel: 'error',
        organisationFile: OWN_ORGANISATION,
      },
    );
  });

  it('reports all faults together, each with a fix', () => {
    const faults = faultsOf({
      SANDBOX: 'off',
      PORT: 'http',
      LOG_LEVEL: 'loud',
      SLACK_SIGNING_SECRET: 'x',
      PUBLIC_URL: 'sammen',
    });
    for (const name of [
      'PORT',
      'LOG_LEVEL',
      'SLACK_BOT_TOKEN',
      'PUBLIC_URL',
      'SECRET',
      'ANONYMITY_KEY',
      'ORGANISATION_FILE',
    ]) {
      const about = faults.find((fault) => fault.includes(name));
      assert.ok(about !== undefined, `${name} is missing from: ${faults.join('\n')}`);
      assert.match(about, /\. (Give|Choose|Add|Take|Leave|Set|Copy)\b|: add /, 'the fix');
    }
    const { message } = new ConfigurationError(faults);
    for (const fault of faults) assert.ok(message.includes(fault));
  });

  it('requires an address, two secrets and a file of one’s own outside the sandbox, and none of them in it', () => {
    for (const name of ['PUBLIC_URL', 'SECRET', 'ANONYMITY_KEY', 'ORGANISATION_FILE']) {
      assertOneFault({ ...REAL, [name]: undefined }, name);
      assert.deepEqual(faultsOf({ ...REAL, [name]: undefined, SANDBOX: 'on' }), []);
    }
  });

  it('requires secrets of at least 32 characters', () => {
    for (const name of ['SECRET', 'ANONYMITY_KEY']) {
      assertOneFault({ ...REAL, [name]: 'x'.repeat(31) }, name);
      assert.deepEqual(faultsOf({ ...REAL, [name]: 'x'.repeat(32) }), []);
    }
  });

  it('begins links with the public address, whatever its end', () => {
    for (const address of ['https://sammen.example.dk', 'https://sammen.example.dk/', 'https://SAMMEN.example.dk//'])
      assert.equal(readConfig({ ...REAL, PUBLIC_URL: address }).publicUrl, 'https://sammen.example.dk');
    assert.equal(
      readConfig({ ...REAL, PUBLIC_URL: 'https://kommune.dk/sammen/' }).publicUrl,
      'https://kommune.dk/sammen',
    );
    for (const local of ['http://localhost:3978', 'http://127.0.0.1:3978/', 'http://[::1]:3978'])
      assert.deepEqual(faultsOf({ ...REAL, PUBLIC_URL: local }), []);
    assert.deepEqual(faultsOf({ PUBLIC_URL: 'http://sammen.example.dk' }), [], 'in the sandbox');
    for (const address of [
      ...[
        'sammen.example.dk',
        'https://',
        'ftp://sammen.example.dk',
        'mailto:a@b.dk',
        'https:///x',
        'javascript:alert(1)',
      ],
      ...[
        'https://sammen.example.dk/?a=1',
        'https://sammen.example.dk/#top',
        'https://sammen.example.dk?',
        'http://10.0.0.1',
      ],
      ...['http://sammen.example.dk', 'https://user:word@sammen.example.dk', 'https://sammen.example.dk:99999'],
    ])
      assertOneFault({ ...REAL, PUBLIC_URL: address }, 'PUBLIC_URL');
  });

  it('warns of secrets that are the same, or were too short', () => {
    const warningsOf = (env: Environment) => readConfig({ ...REAL, ...env }).warnings;
    assert.deepEqual(warningsOf({}), []);
    for (const [env, said] of [
      [{ ANONYMITY_KEY: SECRET }, /^ANONYMITY_KEY and SECRET are the same/],
      [{ METRICS_TOKEN: KEY }, /^METRICS_TOKEN and ANONYMITY_KEY are the same/],
      [{ SECRET_PREVIOUS: SECRET }, /^SECRET_PREVIOUS and SECRET are the same/],
      [{ SECRET_PREVIOUS: 'short' }, /^SECRET_PREVIOUS is too short\. Give 32/],
    ] as const) {
      const [warning, ...more] = warningsOf(env);
      assert.match(warning ?? '', said);
      assert.deepEqual(more, []);
    }
  });

  it('warns of a name that is almost one that it reads, and of no other', () => {
    const warningsOf = (name: string) => readConfig({ [name]: 'x' }).warnings;
    for (const [name, meant] of [
      ['MICROSOFT_APP_ID', 'MicrosoftAppId'],
      ['microsoftAppPassword', 'MicrosoftAppPassword'],
      ['SECRETT', 'SECRET'],
      ['SLACK_BOTTOKEN', 'SLACK_BOT_TOKEN'],
      ['PUBLIC_ULR', 'PUBLIC_URL'],
      ['ORGANIZATION_FILE', 'ORGANISATION_FILE'],
    ] as const)
      assert.deepEqual(warningsOf(name), [
        `${name} is set, but Sammen reads ${meant}. Rename it, if that is what you mean.`,
      ]);
    for (const name of [
      'PATH',
      'HOME',
      'POST',
      'PORTS',
      'HOSTS',
      'HOSTNAME',
      'NODE_ENV',
      'MONGODB_TEST_URI',
      'SECRETARY',
    ])
      assert.deepEqual(warningsOf(name), [], name);
    assert.deepEqual(readConfig({ SECRETT: ' ' }).warnings, []);
  });

  it('accepts ports from 0 to 65535', () => {
    for (const port of ['0', '80', '65535']) assert.equal(readConfig({ PORT: port }).port, Number(port));
    for (const port of ['65536', '-1', '1.5', '0x50', 'http', '1e3', '999999']) assertOneFault({ PORT: port }, 'PORT');
  });

  it('never lets the sandbox listen on the network', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.1', 'example.dk']) assertOneFault({ HOST: host }, 'HOST');
    assert.equal(readConfig({ HOST: 'localhost' }).host, '127.0.0.1');
    assert.deepEqual(faultsOf({ ...REAL, HOST: '0.0.0.0' }), []);
  });

  it('accepts only on and off for the sandbox', () => {
    for (const word of ['yes', 'true', '1', 'ON']) assertOneFault({ SANDBOX: word }, 'SANDBOX');
  });

  it('never runs the sandbox beside a real platform', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing' };
    const teams = { MicrosoftAppId: 'id', MicrosoftAppPassword: 'password', MicrosoftAppTenantId: 'tenant' };
    for (const platform of [slack, teams]) {
      const faults = faultsOf({ ...REAL, ...platform, SANDBOX: 'on' });
      assert.ok(
        faults.some((fault) => fault.startsWith('SANDBOX=on')),
        faults.join('\n'),
      );
    }
  });

  it('reports a half-configured platform', () => {
    const halves: [Environment, string][] = [
      [{ SLACK_SIGNING_SECRET: 'x' }, 'SLACK_BOT_TOKEN'],
      [{ SLACK_APP_TOKEN: 'x' }, 'SLACK_BOT_TOKEN'],
      [{ SLACK_BOT_TOKEN: 'x' }, 'SLACK_SIGNING_SECRET'],
      [{ MicrosoftAppPassword: 'x' }, 'MicrosoftAppId'],
      [{ MicrosoftAppTenantId: 'x' }, 'MicrosoftAppId'],
      [{ MicrosoftAppId: 'x' }, 'MicrosoftAppPassword'],
    ];
    for (const [half, missing] of halves) {
      const faults = faultsOf({ ...REAL, ...half });
      assert.ok(
        faults.some((fault) => fault.includes(missing)),
        `${missing}: ${faults.join('\n')}`,
      );
    }
  });

  it('never prints a value, since it may be a secret', () => {
    const names = [
      ...[
        'SECRET',
        'SECRET_PREVIOUS',
        'ANONYMITY_KEY',
        'METRICS_TOKEN',
        'EMBEDDINGS_URL',
        'CALENDAR',
        'MONGODB_URI',
        'ADMINS',
        'PUBLIC_URL',
        'PORT',
        'HOST',
      ],
      ...['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'TEAMS_LOCAL', 'LOG_LEVEL', 'SANDBOX'],
      ...['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_API_URL'],
    ];
    const value = fc.string({ minLength: 12, maxLength: 40 }).map((text) => `${text.trim()}§`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (env) => {
        const message = faultsOf(env).join('\n');
        for (const setting of Object.values(env)) assert.ok(!message.includes(setting), setting);
      }),
    );
  });
});
