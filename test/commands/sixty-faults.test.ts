import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoServerError } from 'mongodb';
import { folderFault } from '../../adapters/store/embedded/folder-fault.ts';
import { refuseRawAt, startFault, uriFault } from '../../adapters/store/mongodb/start-fault.ts';
import { listenFault } from '../../adapters/web/listen-fault.ts';
import { faultInWords } from '../../app/fault-in-words.ts';
import { ConfigurationError, type Environment, readConfig } from '../../app/settings/config.ts';
import { parseEnvFile } from '../../app/settings/env-file.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing' };
const GUID = '00000000-0000-4000-8000-000000000001';
const TEAMS = { MicrosoftAppId: GUID, MicrosoftAppPassword: 'password', MicrosoftAppTenantId: GUID };
const real = (env: Environment): Environment => ({ ...REAL, SANDBOX: 'off', ...env });

/** Settings with one fault each, and the beginning of its sentence; whether it stops the start is not asked here. */
const SETTINGS: readonly [what: string, env: Environment, said: RegExp][] = [
  ['no public address', real({ PUBLIC_URL: '' }), /^PUBLIC_URL is missing/],
  ['an address without https', real({ PUBLIC_URL: 'sammen.nyby.dk' }), /^PUBLIC_URL is no address/],
  ['an address of http', real({ PUBLIC_URL: 'http://sammen.nyby.dk' }), /^PUBLIC_URL begins with http/],
  ['an address with a query', real({ PUBLIC_URL: 'https://nyby.dk/?a=1' }), /^PUBLIC_URL ends in a query/],
  [
    'an address with a fragment',
    real({ PUBLIC_URL: 'https://nyby.dk/#top' }),
    /^PUBLIC_URL ends in a query or a fragment/,
  ],
  ['an address with a password', real({ PUBLIC_URL: 'https://u:p@nyby.dk' }), /^PUBLIC_URL holds a user or a password/],
  ['an address of another kind', real({ PUBLIC_URL: 'ftp://nyby.dk' }), /^PUBLIC_URL is no address/],
  ['two addresses', real({ PUBLIC_URL: 'https://a.dk,https://b.dk' }), /^PUBLIC_URL names a host that cannot exist/],
  [
    'the address that Teams is given',
    real({ PUBLIC_URL: 'https://nyby.dk/api/messages' }),
    /^PUBLIC_URL holds the path/,
  ],
  ['no SECRET', real({ SECRET: ' ' }), /^SECRET is missing/],
  ['a short SECRET', real({ SECRET: 'short' }), /^SECRET is too short/],
  ['a short former SECRET', real({ SECRET_PREVIOUS: 'short' }), /^SECRET_PREVIOUS is too short/],
  [
    'a former SECRET that is the present one',
    real({ SECRET_PREVIOUS: REAL.SECRET }),
    /^SECRET_PREVIOUS and SECRET are the same/,
  ],
  ['no ANONYMITY_KEY', real({ ANONYMITY_KEY: '' }), /^ANONYMITY_KEY is missing/],
  ['a short ANONYMITY_KEY', real({ ANONYMITY_KEY: 'x' }), /^ANONYMITY_KEY is too short/],
  ['two equal secrets', real({ ANONYMITY_KEY: REAL.SECRET }), /^ANONYMITY_KEY and SECRET are the same/],
  ['a token that is a secret, too', real({ METRICS_TOKEN: REAL.SECRET }), /^METRICS_TOKEN and SECRET are the same/],
  [
    'a secret with its quotes',
    real({ SECRET: `"${REAL.SECRET}"` }),
    /^SECRET stands in quotes, and they are a part of it/,
  ],
  ['a port in words', { PORT: 'http' }, /^PORT is no port number/],
  ['a port too high', { PORT: '65536' }, /^PORT is no port number/],
  ['a port below 0', { PORT: '-1' }, /^PORT is no port number/],
  ['a sandbox on the network', { HOST: '0.0.0.0' }, /^HOST: the sandbox has no login/],
  ['SANDBOX=yes', { SANDBOX: 'yes' }, /^SANDBOX is none of on, off/],
  ['a sandbox beside Slack', { ...SLACK, SANDBOX: 'on' }, /^SANDBOX=on stands beside a real platform/],
  ['a loud log', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is none of/],
  [
    'an admin by name',
    { ADMINS: 'anna@nyby.dk, Bo' },
    /^ADMINS holds something that is no e-mail address \(number 2\)/,
  ],
  ['a MongoDB by http', real({ MONGODB_URI: 'http://db.nyby.dk' }), /^MONGODB_URI is no address of MongoDB/],
  ['a MongoDB without a host', real({ MONGODB_URI: 'mongodb://' }), /^MONGODB_URI is no address of MongoDB/],
  ['a calendar that is not there', { CALENDAR: 'none.ics' }, /^CALENDAR names a file that is not there/],
  ['a calendar that is a folder', { CALENDAR: 'test' }, /^CALENDAR names a folder/],
  ['a calendar as file:', { CALENDAR: 'file:///srv/k.ics' }, /^CALENDAR begins with file:/],
  ['a calendar by ftp', { CALENDAR: 'ftp://nyby.dk/k.ics' }, /^CALENDAR is neither an address nor a file/],
  ['a calendar by http', { CALENDAR: 'http://nyby.dk/k.ics' }, /^CALENDAR does not begin with https/],
  [
    'a calendar inside',
    real({ CALENDAR: 'https://10.0.0.1/k.ics' }),
    /^CALENDAR is an address inside the organisation/,
  ],
  ['a calendar with a password', { CALENDAR: 'https://u:p@nyby.dk/k.ics' }, /^CALENDAR holds a user or a password/],
  ['embeddings outside', { EMBEDDINGS_URL: 'https://93.184.216.34/' }, /^EMBEDDINGS_URL is a public address/],
  ['embeddings by name', { EMBEDDINGS_URL: 'embeddings' }, /^EMBEDDINGS_URL is no address/],
  ['embeddings with a key', { EMBEDDINGS_URL: 'http://u:p@127.0.0.1/' }, /^EMBEDDINGS_URL holds a user or a password/],
  ['Slack without its token', real({ SLACK_SIGNING_SECRET: 'x' }), /^Slack is half set: SLACK_BOT_TOKEN is missing/],
  ['Slack without its secret', real({ SLACK_BOT_TOKEN: 'x' }), /^Slack is half set: SLACK_SIGNING_SECRET is missing/],
  [
    'a token with a quotation mark',
    real({ ...SLACK, SLACK_BOT_TOKEN: '“xoxb-1”' }),
    /^SLACK_BOT_TOKEN holds a space or a letter/,
  ],
  [
    'an app token in the bot’s place',
    real({ ...SLACK, SLACK_BOT_TOKEN: 'xapp-1' }),
    /^SLACK_BOT_TOKEN holds what is a SLACK_APP_TOKEN/,
  ],
  [
    'a bot token in the secret’s place',
    real({ ...SLACK, SLACK_SIGNING_SECRET: 'xoxb-1' }),
    /^SLACK_SIGNING_SECRET holds what is a SLACK_BOT_TOKEN/,
  ],
  ['Slack’s API by name', real({ ...SLACK, SLACK_API_URL: 'slack' }), /^SLACK_API_URL is no address/],
  ['Teams without its id', real({ ...TEAMS, MicrosoftAppId: '' }), /^Teams is half set: MicrosoftAppId is missing/],
  [
    'Teams without its password',
    real({ ...TEAMS, MicrosoftAppPassword: '' }),
    /^Teams is half set: MicrosoftAppPassword/,
  ],
  [
    'Teams without its tenant',
    real({ ...TEAMS, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: '' }),
    /^Teams is half set: MicrosoftAppTenantId/,
  ],
  ['a type of bot that is none', real({ ...TEAMS, MicrosoftAppType: 'Single' }), /^MicrosoftAppType is none of/],
  ['an app id that is no GUID', real({ ...TEAMS, MicrosoftAppId: 'sammen' }), /^MicrosoftAppId is no GUID/],
  ['a tenant that is no GUID', real({ ...TEAMS, MicrosoftAppTenantId: 'nyby' }), /^MicrosoftAppTenantId is no GUID/],
  ['local Teams outside the sandbox', real({ TEAMS_LOCAL: 'on' }), /^TEAMS_LOCAL=on opens/],
  ['local Teams in another word', { TEAMS_LOCAL: 'yes' }, /^TEAMS_LOCAL is none of on, off/],
  ['keys of Microsoft by name', real({ ...TEAMS, BotOpenIdMetadata: 'keys' }), /^BotOpenIdMetadata is no address/],
  [
    'Microsoft’s id in our way of writing',
    { MICROSOFT_APP_ID: GUID },
    /^MICROSOFT_APP_ID is set, but Sammen reads MicrosoftAppId/,
  ],
  ['a secret with a letter too many', { SECRETT: 'x' }, /^SECRETT is set, but Sammen reads SECRET/],
  ['an address with letters swapped', { PUBLIC_ULR: 'x' }, /^PUBLIC_ULR is set, but Sammen reads PUBLIC_URL/],
  [
    'an American organisation',
    { ORGANIZATION_FILE: 'x' },
    /^ORGANIZATION_FILE is set, but Sammen reads ORGANISATION_FILE/,
  ],
  [
    'a token of Slack run together',
    { SLACK_BOTTOKEN: 'x' },
    /^SLACK_BOTTOKEN is set, but Sammen reads SLACK_BOT_TOKEN/,
  ],
  ['an id as Microsoft’s tools call it', { CLIENT_ID: GUID }, /^CLIENT_ID is set, but Sammen reads MicrosoftAppId/],
  ['a database as others call it', { MONGO_URI: 'x' }, /^MONGO_URI is set, but Sammen reads MONGODB_URI/],
  ['no organisation', real({ ORGANISATION_FILE: '' }), /^ORGANISATION_FILE is missing/],
  ['an organisation that is not there', real({ ORGANISATION_FILE: 'none.json' }), /^none\.json is missing/],
  ['an organisation that is a folder', real({ ORGANISATION_FILE: 'test' }), /^test is a folder/],
];

const error = (code: string): Error => Object.assign(new Error(code), { code, path: 'the-folder' });
const mongo = (code: number): Error => new MongoServerError({ message: 'refused', code });
const URI = 'mongodb://anna:p4ssw0rd@db.nyby.dk:27017/sammen';
const thrownBy = (work: () => void): string => {
  try {
    work();
    return 'nothing';
  } catch (fault) {
    return faultInWords(fault);
  }
};
const inFile = (text: string | Buffer) => parseEnvFile(Buffer.from(text), '.env').faults.join('\n');

/** What the machine says no to, as the program gets to know it, and the sentence that becomes of it. */
const MACHINE: readonly [what: string, said: () => string, expected: RegExp][] = [
  ...(['EACCES', 'EPERM'] as const).map((code): (typeof MACHINE)[number] => [
    `a folder of somebody else's (${code})`,
    () => faultInWords(folderFault(error(code), 'data')),
    /^the-folder may not be read or written/,
  ]),
  [
    'a disk that can only be read',
    () => faultInWords(folderFault(error('EROFS'), 'data')),
    /^the-folder is on a disk that can only be read/,
  ],
  ['a file in the folder’s place', () => faultInWords(folderFault(error('EEXIST'), 'data')), /^data is to be a folder/],
  ['a file in the path', () => faultInWords(folderFault(error('ENOTDIR'), 'data')), /^data is to be a folder/],
  [
    'a folder in a file’s place',
    () => faultInWords(folderFault(error('EISDIR'), 'data')),
    /^the-folder is a folder where a file/,
  ],
  ['a full disk', () => faultInWords(folderFault(error('ENOSPC'), 'data')), /^The disk of data is full/],
  ['a full quota', () => faultInWords(folderFault(error('EDQUOT'), 'data')), /^The disk of data is full/],
  [
    'a link that goes round',
    () => faultInWords(folderFault(error('ELOOP'), 'data')),
    /^data cannot be made: it leads through a link/,
  ],
  [
    'a link to nowhere',
    () => faultInWords(folderFault(error('ENOENT'), 'data')),
    /^data cannot be made: it leads through a link/,
  ],
  [
    'a name that is too long',
    () => faultInWords(folderFault(error('ENAMETOOLONG'), 'data')),
    /^data is longer than names may be/,
  ],
  [
    'too many open files',
    () => faultInWords(folderFault(error('EMFILE'), 'data')),
    /^This system lets Sammen open too few files/,
  ],
  ['a port that is taken', () => faultInWords(listenFault(error('EADDRINUSE'), 80, '0.0.0.0')), /^Port 80 is taken/],
  [
    'a port that is forbidden',
    () => faultInWords(listenFault(error('EACCES'), 80, '0.0.0.0')),
    /^Port 80 may not be opened/,
  ],
  [
    'an address of another machine',
    () => faultInWords(listenFault(error('EADDRNOTAVAIL'), 80, '192.0.2.7')),
    /^HOST is 192\.0\.2\.7, and this machine/,
  ],
  [
    'a name that does not exist',
    () => faultInWords(listenFault(error('ENOTFOUND'), 80, 'nyby')),
    /^HOST is nyby, and this machine/,
  ],
  [
    'a wrong password of MongoDB',
    () => faultInWords(startFault(mongo(18), URI, null)),
    /^The server at .*db\.nyby\.dk:27017\/sammen does not accept the user/,
  ],
  ['a MongoDB that is too old', () => faultInWords(startFault(mongo(1), URI, 9)), /^The server at .* is too old/],
  [
    'an address that MongoDB’s driver cannot read',
    () => faultInWords(uriFault(new Error('p4ssw0rd'), URI)),
    /^MONGODB_URI cannot be read/,
  ],
  [
    'a name that no resolver knows',
    () => faultInWords(startFault(Object.assign(error('ENOTFOUND'), { syscall: 'querySrv' }), URI, null)),
    /^No MongoDB answers at/,
  ],
  [
    'a password with a raw @',
    () => thrownBy(() => refuseRawAt('mongodb://anna:p4ss@p4ssw0rd@db.nyby.dk/sammen')),
    /^MONGODB_URI cannot be read \(its user or password holds an @/,
  ],
  ['a line that is no setting', () => inFile('SECRET abc'), /^\.env, line 1: is no setting/],
  ['a setting that stands twice', () => inFile('A=1\nA=2'), /^\.env, line 2: A stands in line 1 already/],
  ['a value cut at #', () => inFile('SECRET=abc#def'), /^\.env, line 1: SECRET holds a #/],
  ['a quote that is open', () => inFile('SECRET="abc'), /^\.env, line 1: SECRET begins with "/],
  ['a quote that is closed too early', () => inFile('SECRET="abc"abc'), /^\.env, line 1: SECRET goes on behind/],
  ['a file in Latin-1', () => inFile(Buffer.from('A=k\xf8', 'latin1')), /^\.env is not saved as UTF-8/],
  ['a file in UTF-16', () => inFile(Buffer.from('A=1', 'utf16le')), /^\.env is not saved as UTF-8/],
];

/** A sentence is no help without what to do. */
const MEND =
  /(?:^|[.,:] |, or |\bor )(?:Add|Check|Choose|Close|Copy|Free|Give|Keep|Leave|Let|Make|Mount|Move|Put|Raise|Rename|Restore|Save|Sammen needs|Set|Stop|Take|Write|give|set)\b|\. It looks like /;

const complaintsOf = (env: Environment): readonly string[] => {
  try {
    return readConfig(env).warnings;
  } catch (fault) {
    if (fault instanceof ConfigurationError) return [...fault.faults, ...fault.warnings];
    throw fault;
  }
};

describe('what may be wrong when Sammen starts', () => {
  it('is tried in more than sixty ways', () => assert.ok(SETTINGS.length + MACHINE.length > 60));

  for (const [what, env, said] of SETTINGS)
    it(`is told in a sentence with its mend: ${what}`, () => {
      const [complaint = '', ...more] = complaintsOf(env);
      assert.match(complaint, said);
      assert.match(complaint, MEND);
      assert.deepEqual(more, []);
    });

  for (const [what, say, expected] of MACHINE)
    it(`is told in a sentence with its mend: ${what}`, () => {
      const said = say();
      assert.match(said, expected);
      assert.match(said, MEND);
      assert.doesNotMatch(said, /^\s+at |p4ssw0rd|abc/m, 'no stack, and no secret');
    });

  it('is told together, also what is only unwise: a name that is misspelt may be why another is missing', () => {
    const { SECRET: SECRETT, ...rest } = REAL;
    assert.throws(() => readConfig({ ...rest, SANDBOX: 'off', SECRETT }), {
      message:
        /^Sammen cannot start\. One setting needs mending:\n {2}- SECRET is missing.*\nThis may be why, .*:\n {2}- SECRETT is set, but Sammen reads SECRET\./,
    });
  });

  it('is told of the organisation’s file with the line and the mend', async () => {
    const folder = await tempFolder();
    const ORGANISATION_FILE = join(folder.path, 'egen.json');
    for (const [text, said] of [
      ['', /egen\.json.* (?:is empty|holds nothing)/],
      ['{', /egen\.json, line 1/],
      ['[]', /egen\.json/],
      [Buffer.from([0xff, 0xfe, 0x7b]), /egen\.json.*UTF-8/],
    ] as const) {
      writeFileSync(ORGANISATION_FILE, text);
      const [complaint = ''] = complaintsOf(real({ ORGANISATION_FILE }));
      assert.match(complaint, said);
      assert.match(complaint, MEND);
    }
    await folder.remove();
  });
});
