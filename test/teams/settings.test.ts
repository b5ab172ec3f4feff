import assert from 'node:assert/strict';
import { teamsCredentials } from '../../adapters/teams/botbuilder/credentials.ts';
import { ConfigurationError, type Environment, readConfig } from '../../app/settings/config.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { freePort } from '../support/processes/free-port.ts';
import { startProgram } from '../support/processes/running-sammen.ts';
import { eventually } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { aMessage, aUser } from './support/activities.ts';
import { APP_ID, TENANT as TENANT_ID } from './support/names.ts';

const ID = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'password' };
const TENANT = { MicrosoftAppTenantId: 'tenant' };

const faultsOf = (env: Environment): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
};

describe('the settings of Teams', () => {
  const whole: [string, Environment][] = [
    ['a single-tenant bot', { ...ID, ...TENANT, MicrosoftAppType: 'SingleTenant' }],
    [
      'a managed identity, which has no password',
      { MicrosoftAppId: 'app', ...TENANT, MicrosoftAppType: 'UserAssignedMSI' },
    ],
    ['a managed identity with a password left over', { ...ID, ...TENANT, MicrosoftAppType: 'UserAssignedMSI' }],
    ['an older multi-tenant bot', { ...ID, MicrosoftAppType: 'MultiTenant' }],
    ['no type, which the Bot Framework takes for multi-tenant', ID],
    ['the type in other letters', { ...ID, ...TENANT, MicrosoftAppType: 'singletenant' }],
  ];
  for (const [name, env] of whole) {
    it(`accept ${name}, and yield credentials`, () => {
      const config = readConfig({ ...REAL, ...env });
      assert.equal(config.sandbox, false);
      const { teams } = config.platforms;
      assert.ok(teams !== null && teams !== 'local');
      teamsCredentials(teams);
    });
  }

  const half: [Environment, RegExp][] = [
    [{ MicrosoftAppId: 'app' }, /MicrosoftAppPassword is missing/],
    [{ MicrosoftAppPassword: 'p' }, /MicrosoftAppId is missing/],
    [TENANT, /MicrosoftAppId is missing/],
    [{ ...ID, MicrosoftAppType: 'SingleTenant' }, /MicrosoftAppTenantId is missing/],
    [{ MicrosoftAppId: 'app', MicrosoftAppType: 'UserAssignedMSI' }, /MicrosoftAppTenantId is missing/],
    [{ ...ID, ...TENANT, MicrosoftAppType: 'Other' }, /MicrosoftAppType is none of/],
  ];
  for (const [env, fault] of half) {
    it(`are refused with what is missing in ${Object.keys(env).join(', ')}`, () => {
      assert.match(faultsOf({ ...REAL, ...env }).join('\n'), fault);
    });
  }

  it('warn of an id that is none', () => {
    const right = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'password', MicrosoftAppTenantId: TENANT_ID };
    const warningsOf = (env: Environment) => readConfig({ ...REAL, ...right, ...env }).warnings;
    assert.deepEqual(warningsOf({}), []);
    assert.match(warningsOf({ MicrosoftAppId: 'Sammen' }).join(), /^MicrosoftAppId is no GUID\. Copy it/);
    assert.match(
      warningsOf({ MicrosoftAppTenantId: 'kommune.dk' }).join(),
      /^MicrosoftAppTenantId is no GUID\. Copy it/,
    );
  });

  it('cannot be combined with the sandbox, and need the settings of every real Sammen', () => {
    assert.match(faultsOf({ ...ID, ...TENANT, SANDBOX: 'on' }).join('\n'), /SANDBOX=on stands beside a real platform/);
    const missing = faultsOf({ ...ID, ...TENANT }).join('\n');
    for (const name of ['PUBLIC_URL', 'SECRET', 'ANONYMITY_KEY', 'ORGANISATION_FILE'])
      assert.match(missing, new RegExp(`${name} is missing`));
  });

  it('open the route for local clients in the sandbox only', () => {
    assert.equal(readConfig({ TEAMS_LOCAL: 'on' }).platforms.teams, 'local');
    assert.equal(readConfig({ TEAMS_LOCAL: 'off' }).platforms.teams, null);
    assert.equal(readConfig({}).platforms.teams, null);
    assert.match(faultsOf({ TEAMS_LOCAL: 'yes' }).join('\n'), /TEAMS_LOCAL is none of on, off/);
    for (const env of [
      { ...REAL, SANDBOX: 'off' },
      { ...REAL, ...ID, ...TENANT },
    ]) {
      assert.match(faultsOf({ ...env, TEAMS_LOCAL: 'on' }).join('\n'), /works in the sandbox only/);
    }
  });
});

describe('Sammen with the settings of Teams', () => {
  it('requires a token for /api/messages, and opens no sandbox', () =>
    inTempFolder(async (folder) => {
      const env = {
        ...REAL,
        ...ID,
        ...TENANT,
        MicrosoftAppType: 'SingleTenant',
        BotOpenIdMetadata: `http://127.0.0.1:${await freePort()}/`,
        HOST: '127.0.0.1',
        PORT: String(await freePort()),
      };
      const running = startProgram(['start'], { ...env, DATA_DIR: folder, LOG_LEVEL: 'warn' });
      try {
        const at = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${env.PORT}${path}`, init);
        await eventually('it listens', () => at('/healthz').catch(() => null));
        const message = aMessage(aUser('anna'), 'https://smba.trafficmanager.net/emea/', 'hej');
        const sent = await at('/api/messages', { method: 'POST', body: JSON.stringify(message) });
        assert.equal(sent.status, 401);
        assert.equal((await at('/sandbox/people')).status, 404);
        // Microsoft's keys cannot be had, which is shown, and stops nothing.
        const ready = await eventually('it is seen', async () => {
          const now = (await (await at('/readyz')).json()) as { degraded?: true };
          return now.degraded ? now : null;
        });
        assert.deepEqual(ready, { ok: true, degraded: true, held: [], away: ['teams'], paused: false });
      } finally {
        running.signal('SIGTERM');
      }
      const { code, err } = await running.ended;
      assert.equal(code, 0, err);
    }));
});
