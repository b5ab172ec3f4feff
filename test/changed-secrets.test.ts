import assert from 'node:assert/strict';
import { type AppCredentials, MsalAppCredentials } from 'botframework-connector';
import sinon from 'sinon';
import { openEmbedded } from '../adapters/store/embedded/open-embedded.ts';
import { teamsCredentials } from '../adapters/teams/botbuilder/credentials.ts';
import { teamsSettings } from '../app/platforms/teams/settings.ts';
import { givenIn } from '../app/settings/given.ts';
import { aMessage as slackMessage, aUser as slackUser } from './slack/support/events.ts';
import { type FakeSlack, startFakeSlack } from './slack/support/fake-slack.ts';
import { startFakeSocket } from './slack/support/fake-socket.ts';
import { SIGNING_SECRET, TOKEN } from './slack/support/names.ts';
import { signed, written } from './slack/support/sign.ts';
import { anAccount } from './slack/support/slack-context.ts';
import { dumpStore } from './support/fixtures/bot-on-store.ts';
import { REAL } from './support/fixtures/own-organisation.ts';
import { sendDilemma } from './support/fixtures/sandbox-cases.ts';
import { freePort } from './support/processes/free-port.ts';
import { type SammenHere, startHere } from './support/processes/sammen-here.ts';
import { eventually, sandboxAt } from './support/processes/sandbox.ts';
import { tempFolder } from './support/processes/temp-folder.ts';
import { APP_ID, TENANT } from './teams/support/names.ts';

const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const [OLD, NEW] = ['the former one, which is long enough', 'the next one, which is long enough too'];

/** Every secret, changed as an operator does it (docs/operations.md, "Changing a secret"). */
describe('a secret that is changed', () => {
  let folder: { path: string; remove(): Promise<void> };
  let sammen: SammenHere | null = null;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(async () => {
    sinon.restore();
    await stop();
    await folder.remove();
  });
  const stop = async (): Promise<void> => {
    const running = sammen;
    sammen = null;
    await running?.stop();
  };
  const start = async (env: Record<string, string>): Promise<SammenHere> => {
    await stop();
    sammen = await startHere(folder.path, env);
    return sammen;
  };

  it('leaves links and ids as they were while the former one is given; without it links end, and ids stay', async () => {
    const METRICS_TOKEN = 'the token of the monitoring';
    const metrics = async (token: string) =>
      (await fetch(`${sammen?.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).status;
    const first = await start({ SANDBOX: 'on', SECRET: OLD, ANONYMITY_KEY: OLD.toUpperCase(), METRICS_TOKEN });
    const sandbox = sandboxAt(() => sammen?.url ?? '');
    const hr = await sandbox.addPerson({ name: 'Hanne Prøve', unit: 'HR', roles: ['hr'] });
    const asker = await sandbox.addPerson({ name: 'Alma Prøve', unit: 'Skole' });
    // A case gives the report something to count.
    await sendDilemma(sandbox, asker);
    await sandbox.say(hr, 'rapport');
    const said = await eventually('the link', async () => {
      const { text } = await sandbox.call('GET', `/sandbox/messages?person=${hr}&after=0`);
      return /\/report\?token=[\w.-]+/.exec(text)?.[0] ?? null;
    });
    const openLink = async () => (await fetch(`${sammen?.url}${said}`)).status;
    assert.deepEqual([await openLink(), await metrics(METRICS_TOKEN)], [200, 200]);
    await sandbox.call('POST', '/sandbox/clock', { advance: 'P14D' });
    assert.equal((await sandbox.call('POST', '/sandbox/jobs/rollups')).status, 200);
    assert.equal(first.printed().err, '');
    await stop();
    /** What the report was summed from, and the key of ids as it is locked. */
    const stored = async (): Promise<{ weeks: string[]; lock: string }> => {
      const database = await openEmbedded(folder.path);
      const dump = [...(await dumpStore(database))];
      await database.close();
      const weeks = dump.filter(([name]) => /^(rollups|publishedWeeks) /.test(name)).map(([, text]) => text);
      return { weeks, lock: dump.find(([name]) => name === 'meta value-id-key')?.[1] ?? '' };
    };
    const before = await stored();
    assert.ok(before.weeks.length > 0, 'weeks were closed');
    assert.notEqual(before.lock, '');

    const changed = { SANDBOX: 'on', SECRET: NEW, ANONYMITY_KEY: NEW.toUpperCase(), METRICS_TOKEN: 'the next token' };
    await start({ ...changed, SECRET_PREVIOUS: OLD });
    assert.equal(await openLink(), 200);
    assert.deepEqual([await metrics(METRICS_TOKEN), await metrics('the next token')], [401, 200]);
    assert.ok((await sandbox.call('GET', '/sandbox/people')).text.includes(asker));
    assert.equal((await sandbox.call('POST', '/sandbox/jobs/rollups')).status, 200);
    await stop();
    const after = await stored();
    assert.deepEqual(after.weeks, before.weeks, 'closed weeks stay as they are');
    assert.notEqual(after.lock, before.lock, 'the key of ids is locked with the new secret');

    await start(changed);
    assert.equal(await openLink(), 403);
    assert.ok((await sandbox.call('GET', '/sandbox/people')).text.includes(asker));
  });

  it('of Slack keeps messages waiting while the old one is refused, and lets them out once the new one is given', async () => {
    const slack = await startFakeSlack();
    // A real Sammen is known by its address outside.
    const port = await freePort();
    const local = `http://127.0.0.1:${port}`;
    const anna = slackUser('anna');
    slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk'));
    slack.chats.set(anna.id, anna.chat);
    let isRevoked = false;
    slack.trouble = ({ token }) => (token === 'xoxb-1-revoked' && isRevoked ? { error: 'token_revoked' } : null);
    const env = (SLACK_BOT_TOKEN: string, SLACK_SIGNING_SECRET: string) => ({
      ...REAL,
      SLACK_BOT_TOKEN,
      SLACK_SIGNING_SECRET,
      SLACK_API_URL: slack.url,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'silent',
    });
    const write = async (text: string, secret: string): Promise<number> => {
      const { type, body } = written(slackMessage(anna, text));
      const headers = { 'Content-Type': type, ...signed(body, undefined, secret) };
      return (await fetch(`${local}/slack/events`, { method: 'POST', headers, body })).status;
    };
    const said = (many: number) =>
      eventually(`message ${many}`, async () => (slack.chat(anna.chat).length >= many ? true : null));
    try {
      await start(env('xoxb-1-revoked', OLD));
      assert.equal(await write('hjælp', OLD), 200);
      await said(1);
      isRevoked = true;
      assert.equal(await write(DILEMMA, OLD), 200);
      await eventually('Slack to be held', async () => {
        const { held = [] } = (await (await fetch(`${local}/readyz`)).json()) as { held?: unknown[] };
        return held.length === 1 ? true : null;
      });
      await stop();
      await probeNow(folder.path);
      assert.equal(slack.chat(anna.chat).length, 1);

      await start(env(TOKEN, SIGNING_SECRET));
      await said(2);
      assert.equal(await write('Og hvad med genboerne?', OLD), 401);
      assert.equal(await write('Og hvad med genboerne?', SIGNING_SECRET), 200);
    } finally {
      await stop();
      await slack.close();
    }
    assert.deepEqual(slack.violations, []);
  });

  it('of Teams is the one that Microsoft is shown after the restart', async () => {
    // botbuilder would ask a server on the internet.
    let asked = 0;
    const refreshing = MsalAppCredentials.prototype as unknown as { refreshToken(): Promise<object> };
    sinon.replace(refreshing, 'refreshToken', async function (this: object) {
      asked++;
      const { auth } = Reflect.get(Reflect.get(this, 'clientApplication'), 'config') as Shown;
      if (auth.clientSecret !== NEW) throw new Error('invalid_client: the client secret is expired');
      return { accessToken: 'a token', expiresOn: new Date(Date.now() + 3_600_000) };
    });
    const tokenWith = async (MicrosoftAppPassword: string): Promise<string> => {
      const env = { MicrosoftAppId: APP_ID, MicrosoftAppPassword, MicrosoftAppTenantId: TENANT };
      const given = givenIn({ ...env, MicrosoftAppType: 'SingleTenant' });
      const settings = teamsSettings(given, { faults: [], warnings: [] }) ?? assert.fail('Teams is given');
      const audience = 'https://api.botframework.com';
      const credentials = await teamsCredentials(settings).createCredentials(APP_ID, audience, '', true);
      return (credentials as AppCredentials).getToken(true);
    };
    await assert.rejects(tokenWith(OLD), /invalid_client/);
    assert.equal(await tokenWith(NEW), 'a token');
    assert.equal(asked, 2);
  });

  it('of Slack’s socket stops the start while it is refused, and the new one connects', async () => {
    const slack: FakeSlack = await startFakeSlack();
    const socket = await startFakeSocket();
    slack.socket = socket.url;
    slack.trouble = ({ token }) => (token === 'xapp-1-revoked' ? { error: 'invalid_auth' } : null);
    const anna = slackUser('anna');
    slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk'));
    slack.chats.set(anna.id, anna.chat);
    const env = (SLACK_APP_TOKEN: string) => ({
      ...REAL,
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_APP_TOKEN,
      SLACK_API_URL: slack.url,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
    });
    try {
      await assert.rejects(start(env('xapp-1-revoked')), /Slack said invalid_auth/);
      await start(env('xapp-1-invented'));
      await socket.opened;
      assert.notEqual(await socket.bring('events_api', slackMessage(anna, DILEMMA)), null);
      await eventually('the preview', async () => (slack.chat(anna.chat).length > 0 ? true : null));
    } finally {
      await stop();
      await socket.close();
      await slack.close();
    }
  });
});

/** What botbuilder shows to Microsoft. */
type Shown = { auth: { clientSecret: string } };

/** As if the half minute until the next probe had passed. */
const probeNow = async (folder: string): Promise<void> => {
  const database = await openEmbedded(folder);
  const holds = await database.collection<{ _id: string; probeAt: Date }>('holds', []);
  for (const { _id } of await holds.find({})) await holds.update({ _id }, { $set: { probeAt: new Date(0) } });
  const deliveries = await database.collection<{ _id: string; tryAt: Date }>('deliveries', []);
  for (const { _id } of await deliveries.find({ tryAt: { $gt: new Date() } }))
    await deliveries.update({ _id }, { $set: { tryAt: new Date(0) } });
  await database.close();
};
