import assert from 'node:assert/strict';
import sinon from 'sinon';
import { aMessage, anInvoke, aUser, BOT } from './support/activities.ts';
import type { Claims } from './support/microsoft.ts';
import { APP_ID } from './support/names.ts';
import { openTeamsHouse, type TeamsHouse } from './support/teams-context.ts';

const EMULATOR = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const anna = aUser('anna');

describe('Teams: the check of incoming requests', () => {
  let teams: TeamsHouse;
  let complaints: sinon.SinonStub;
  beforeEach(async () => {
    teams = await openTeamsHouse();
    teams.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', email: 'anna@kommune.dk' });
    // botbuilder logs broken tokens.
    complaints = sinon.stub(console, 'error');
  });
  afterEach(async () => {
    complaints.restore();
    await teams.close();
  });

  const nothingDone = async () => {
    assert.deepEqual(teams.connector.calls, []);
    assert.deepEqual(await teams.setup.store.people.all(), []);
    const kept = await teams.setup.database.collection<{ _id: string }>('teamsReferences', []);
    assert.equal(await kept.count({}), 0);
  };
  const message = (overrides: object = {}) => aMessage(anna, teams.connector.serviceUrl, 'hej', overrides);
  const signed = (claims: Claims, key?: 'ours' | 'stranger') =>
    teams.microsoft.sign({ serviceurl: teams.connector.serviceUrl, ...claims }, key);
  const now = Math.floor(Date.now() / 1000);

  it('accepts a token that Microsoft signed for this app and this service', async () => {
    assert.equal((await teams.send(message(), signed({}))).status, 200);
    assert.equal(teams.chat(anna).length, 1);
  });

  const refused: [string, () => string][] = [
    ['no token', () => ''],
    ['a token that is none', () => 'Bearer nonsense'],
    ['another scheme', () => 'Basic YTpi'],
    ['a signature by somebody else', () => signed({}, 'stranger')],
    ['a token of the Emulator', () => signed({ iss: EMULATOR, ver: '1.0', appid: APP_ID })],
    ['a token of another bot', () => signed({ iss: EMULATOR, ver: '1.0', appid: 'another-app' })],
    ['an issuer nobody knows', () => signed({ iss: 'https://evil.example' })],
    ['another audience', () => signed({ aud: 'another-app' })],
    ['a token that has expired', () => signed({ exp: now - 600, nbf: now - 7200, iat: now - 7200 })],
    ['a token that is not valid yet', () => signed({ nbf: now + 3600 })],
    ['another service address', () => signed({ serviceurl: 'https://smba.evil.example' })],
    ['no service address', () => teams.microsoft.sign({})],
  ];
  for (const [name, authorization] of refused) {
    it(`refuses ${name}, and does nothing`, async () => {
      const { status, body } = await teams.send(message(), authorization());
      assert.deepEqual(
        { status, body },
        { status: 401, body: { error: { code: 'not-authenticated', message: 'the request was not authenticated' } } },
      );
      await nothingDone();
    });
  }

  it('checks a token each time: it can be reused only for its own service, unchanged and unexpired', async () => {
    const token = signed({ exp: now + 3600 });
    assert.equal((await teams.send(message(), token)).status, 200);
    assert.equal((await teams.send(message({ id: 'again' }), token)).status, 200);
    const elsewhere = { ...message({ id: 'elsewhere' }), serviceUrl: 'https://smba.evil.example' };
    assert.equal((await teams.send(elsewhere, token)).status, 401);
    assert.equal((await teams.send(message({ id: 'forged' }), `${token.slice(0, -4)}AAAA`)).status, 401);
    const later = sinon.useFakeTimers({ now: Date.now() + 2 * 3600_000, toFake: ['Date'] });
    try {
      assert.equal((await teams.send(message({ id: 'late' }), token)).status, 401);
    } finally {
      later.restore();
    }
  });

  it('refuses an unsigned token (alg: none)', async () => {
    const [, payload = ''] = signed({}).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: 'one' })).toString('base64url');
    assert.equal((await teams.send(message(), `Bearer ${header}.${payload}.`)).status, 401);
    await nothingDone();
  });

  it('asks Teams to retry when the keys cannot be fetched, because that is our fault', async () => {
    await teams.microsoft.close();
    assert.equal((await teams.send(message())).status, 503);
    await nothingDone();
  });

  const elsewhere: [string, object][] = [
    ['another tenant', { channelData: { tenant: { id: 'other' } } }],
    ['no tenant', { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } }],
    ['another channel', { channelId: 'webchat' }],
  ];
  for (const [name, overrides] of elsewhere) {
    it(`refuses ${name}, even with a valid signature, and does nothing`, async () => {
      const { status } = await teams.send(message(overrides));
      assert.ok(status === 403 || status === 401, String(status));
      await nothingDone();
    });
  }

  for (const body of [{ type: 'message' }, { type: 'message', serviceUrl: '' }, { serviceUrl: 'x' }]) {
    it(`does not accept ${JSON.stringify(body)} as an activity`, async () => {
      const { status } = await teams.send({
        type: 'message',
        ...body,
        serviceUrl: teams.connector.serviceUrl,
        channelId: 'msteams',
      });
      assert.equal(status, 400);
      await nothingDone();
    });
  }

  for (const member of [
    { userRole: 'guest', email: 'gaest@andet.dk' },
    { userPrincipalName: 'gaest_andet.dk#EXT#@kommune.onmicrosoft.com' },
    { tenantId: 'another-tenant' },
  ]) {
    it(`tells a guest kindly that this is not for them (${Object.keys(member)[0]})`, async () => {
      teams.connector.members.set(anna.id, { id: anna.id, name: 'Gæst', ...member });
      assert.equal((await teams.send(message({ text: 'Hvordan får jeg naboerne med fra starten?' }))).status, 200);
      assert.deepEqual(await teams.setup.store.people.all(), []);
      assert.deepEqual(
        teams.chat(anna).map(({ sent }) => sent.text),
        [
          'Jeg er kun for kolleger i kommunen, så jeg kan desværre ikke hjælpe dig her. Skriv til den, du samarbejder med.',
        ],
      );
    });
  }

  it('tells another bot once that it talks only with humans, so that two bots never loop', async () => {
    const other = { ...BOT, id: '28:another-bot', role: 'bot' };
    for (let i = 0; i < 3; i++) await teams.send(message({ from: other }));
    assert.deepEqual(
      teams.chat(anna).map(({ sent }) => sent.text),
      ['Jeg taler kun med mennesker.'],
    );
    assert.deepEqual(await teams.setup.store.people.all(), []);
  });

  it('trusts no name or address in the message as identity', async () => {
    await teams.send(message({ from: { ...anna, email: 'chef@kommune.dk', userPrincipalName: 'chef@kommune.dk' } }));
    assert.deepEqual(
      (await teams.setup.store.people.all()).map(({ email }) => email),
      ['anna@kommune.dk'],
    );
  });

  it('answers 501 to an unknown invoke, and does nothing', async () => {
    for (const name of ['task/fetch', 'fileConsent/invoke', 'signin/verifyState', 'made/up', '']) {
      assert.equal((await teams.send(anInvoke(anna, teams.connector.serviceUrl, name, {}))).status, 501, name);
    }
    await nothingDone();
  });
});
