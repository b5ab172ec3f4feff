import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { proofOf } from '../../adapters/web/proof.ts';
import { checkClock, type Heard } from '../../app/check/check-clock.ts';
import { checkPublicUrl } from '../../app/check/check-public-url.ts';
import type { Finding } from '../../app/check/finding.ts';
import { createCheck } from '../../app/commands/check.ts';
import { openStore } from '../../app/open-store.ts';
import { checkPlatforms } from '../../app/platforms/platforms.ts';
import { SCOPES } from '../../app/platforms/slack/check-slack.ts';
import { readConfig } from '../../app/settings/config.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { aTerminal } from '../support/processes/command-here.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const APP = '00000000-0000-4000-8000-000000000001';
const TENANT = '00000000-0000-4000-8000-000000000002';
const PASSWORD = 'p4ssw0rd-of-the-app';

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };
type Answers = Record<string, Answer | ((query: URLSearchParams) => Answer)>;

const RIGHT: Answers = {
  '/api/auth.test': { headers: { 'x-oauth-scopes': SCOPES.join(',') }, body: { ok: true, team: 'Kommunen' } },
  '/api/apps.connections.open': { body: { ok: true, url: 'wss://none' } },
  [`/${TENANT}/oauth2/v2.0/token`]: { body: { access_token: 'token' } },
  '/metadata': { body: {} },
  '/healthz': (query) => ({ body: { ok: true, proof: proofOf(query.get('challenge') ?? '', REAL.SECRET ?? '') } }),
};
const token = `/${TENANT}/oauth2/v2.0/token`;
const refusedBy = (code: string): Answer => ({
  status: 401,
  body: { error: 'invalid_client', error_description: `${code}: Trace ID: 1 ${PASSWORD}` },
});

/** What stands in the way, with the answer that says so: the finding's beginning, and its mend. */
const WRONG: readonly [what: string, answers: Answers, said: RegExp][] = [
  [
    'a token that Slack revoked',
    { '/api/auth.test': { body: { ok: false, error: 'token_revoked' } } },
    /^fail Slack: .*token_revoked\)\. Copy the "Bot User/,
  ],
  [
    'a scope that is missing',
    { '/api/auth.test': { headers: { 'x-oauth-scopes': 'chat:write' }, body: { ok: true } } },
    /^fail Slack: the app lacks the scopes app_mentions:read, .*install the app/,
  ],
  ['a proxy in Slack’s place', { '/api/auth.test': { status: 403, body: 'no' } }, /^fail Slack: .*403 .*proxy/],
  [
    'an app token without its scope',
    { '/api/apps.connections.open': { body: { ok: false, error: 'missing_scope' } } },
    /^fail Slack: .*SLACK_APP_TOKEN \(missing_scope\)\. Make one with the scope connections:write/,
  ],
  [
    'a wrong password',
    { [token]: refusedBy('AADSTS7000215') },
    /^fail Teams: .*\(AADSTS7000215\)\. MicrosoftAppPassword is wrong/,
  ],
  ['a password that expired', { [token]: refusedBy('AADSTS7000222') }, /^fail Teams: .* has expired\. Make a new one/],
  ['an unknown refusal', { [token]: refusedBy('AADSTS53003') }, /^fail Teams: .*\(AADSTS53003\)\. Compare all four/],
  ['keys that are away', { '/metadata': { status: 503 } }, /^fail Teams: the keys .* 503\. Let this machine out/],
  [
    'another program at the address',
    { '/healthz': { body: 'hello' } },
    /^fail public address: something else than Sammen/,
  ],
  [
    'another Sammen at the address',
    { '/healthz': { body: { ok: true, proof: 'x'.repeat(43) } } },
    /^fail public address: another Sammen/,
  ],
  ['an older Sammen at the address', { '/healthz': { body: { ok: true } } }, /^fail public address: another Sammen/],
  [
    'a proxy that reaches nothing',
    { '/healthz': { status: 502, body: '' } },
    /^fail public address: a proxy answers .* 502: .* Start Sammen/,
  ],
  [
    'an address that leads on',
    { '/healthz': { status: 301, headers: { location: '/x' } } },
    /^fail public address: .* leads on .* Give that one/,
  ],
  [
    'a clock that is wrong',
    Object.fromEntries(
      Object.entries(RIGHT).map(([path, answer]) => [
        path,
        (query: URLSearchParams) => {
          const right = typeof answer === 'function' ? answer(query) : answer;
          return { ...right, headers: { ...right.headers, date: new Date(Date.now() - 600_000).toUTCString() } };
        },
      ]),
    ),
    /^fail clock: this machine's clock is (?:599|600|601) s ahead of .* NTP/,
  ],
];

const lineOf = ({ state, about, says }: Finding): string => `${state} ${about}: ${says}`;

describe('check', () => {
  let answers = RIGHT;
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let place = '';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    const found = answers[pathname];
    const {
      status = 200,
      headers = {},
      body,
    }: Answer = typeof found === 'function' ? found(searchParams) : (found ?? { status: 404 });
    // Not chained: restify, once it is loaded, makes every writeHead return nothing.
    response.writeHead(status, headers);
    response.end(JSON.stringify(body));
  });
  const settings = (env: Record<string, string> = {}) => ({
    ...REAL,
    PUBLIC_URL: place,
    DATA_DIR: join(folder.path, 'data'),
    ADMINS: 'anna@kommune.dk',
    SLACK_BOT_TOKEN: 'xoxb-1-invented',
    SLACK_APP_TOKEN: 'xapp-1-invented',
    SLACK_API_URL: `${place}/api/`,
    MicrosoftAppId: APP,
    MicrosoftAppPassword: PASSWORD,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: TENANT,
    BotOpenIdMetadata: `${place}/metadata`,
    ...env,
  });
  const outside = async (): Promise<string[]> => {
    const config = readConfig(settings());
    const heard: Heard[] = [];
    const onTime = (whose: string, date: string | null) =>
      void heard.push({ whose, theirs: Date.parse(date ?? ''), ours: Date.now() });
    const reach = { timeout: 5_000, microsoftLogin: place, onTime };
    const found = [...(await checkPlatforms(config.platforms, reach)), ...(await checkPublicUrl(config, reach))];
    return [...found, checkClock(heard)].map(lineOf);
  };
  const run = async (env: Record<string, string> = {}) => {
    const { terminal, printed } = aTerminal();
    const work = createCheck({ timeout: 5_000, microsoftLogin: place });
    const refusal = await work({ args: [], options: { json: true } }, settings(env), terminal).then(
      () => null,
      (error: Error) => error,
    );
    const findings: Finding[] = JSON.parse(printed.out);
    const lines = findings.map(lineOf);
    return { lines, bad: lines.filter((line) => !line.startsWith('ok')), refusal };
  };

  before(async () => {
    folder = await tempFolder();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    place = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const store = await openEmbedded(join(folder.path, 'data'));
    const { people } = await openStore(store, 'real', [], {
      secret: REAL.SECRET ?? null,
      secretPrevious: null,
      anonymityKey: REAL.ANONYMITY_KEY ?? null,
    });
    const home = { addresses: [{ platform: 'slack' as const, id: 'U1', at: new Date() }] };
    await people.add(
      aPerson('anna', {
        email: 'anna@kommune.dk',
        said: [{ by: 'list', name: 'Anna', email: 'anna@kommune.dk', at: new Date() }],
        roles: ['admin', 'hr'],
        ...home,
      }),
    );
    const profile = anAgent('bo').agent;
    assert.ok(profile !== null);
    await people.add(
      anAgent('bo', {
        ...home,
        addresses: [{ platform: 'slack', id: 'U2', at: new Date() }],
        agent: { ...profile, principles: [...PRINCIPLES], topics: [...TOPICS] },
      }),
    );
    await store.close();
  });
  beforeEach(() => {
    answers = RIGHT;
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await folder.remove();
  });

  it('is green when everything works, and then ends with 0; what only this trial lacks is a warning', async () => {
    const { lines, bad, refusal } = await run();
    assert.equal(refusal, null, lines.join('\n'));
    assert.deepEqual(
      bad.map((line) => line.replace(/:.*/, '')),
      ['warn store', 'warn public address', 'warn managers'],
      lines.join('\n'),
    );
    for (const about of [
      'settings',
      'organisation and content',
      'store',
      'Slack',
      'Teams',
      'clock',
      'admins',
      'HR',
      'agents',
    ])
      assert.ok(
        lines.some((line) => line.startsWith(`ok ${about}: `)),
        `${about}\n${lines.join('\n')}`,
      );
  });

  for (const [what, wrong, said] of WRONG)
    it(`finds ${what}, and says the mend`, async () => {
      answers = { ...RIGHT, ...wrong };
      const lines = await outside();
      const failed = lines.filter((line) => line.startsWith('fail'));
      assert.equal(failed.length, 1, lines.join('\n'));
      assert.match(failed[0] ?? '', said);
      assert.ok(!lines.join().includes(PASSWORD), 'no secret');
    });

  it('tries the store also when settings are wrong, and nothing outside', async () => {
    answers = {};
    const { lines, refusal } = await run({ PORT: 'x', SECRETT: 'x' });
    assert.equal(refusal?.message, 'Sammen is not ready: 1 thing needs mending.');
    assert.match(lines[0] ?? '', /^fail settings: PORT/);
    assert.match(lines[1] ?? '', /^warn settings: SECRETT is set, but Sammen reads SECRET/);
    assert.ok(
      lines.some((line) => /^ok store: .* is up to date, and the secrets fit$/.test(line)),
      lines.join('\n'),
    );
    assert.ok(!lines.some((line) => /Slack:|Teams:/.test(line)), lines.join('\n'));
  });

  it('finds a store of the other kind, and a SECRET that does not fit', async () => {
    assert.match(
      (await run({ SECRET: 'another one that is long enough, too' })).bad.join('\n'),
      /^fail store: neither SECRET/m,
    );
    const sandbox = {
      SANDBOX: 'on',
      SLACK_BOT_TOKEN: '',
      SLACK_APP_TOKEN: '',
      MicrosoftAppId: '',
      MicrosoftAppPassword: '',
      MicrosoftAppType: '',
      MicrosoftAppTenantId: '',
    };
    assert.match((await run(sandbox)).bad.join('\n'), /^fail store: this store holds real cases/m);
  });

  it('asks for the scopes that the manifest asks for', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../manifest/slack/manifest.json', import.meta.url), 'utf8'));
    assert.deepEqual([...SCOPES], manifest.oauth_config.scopes.bot);
  });
});
