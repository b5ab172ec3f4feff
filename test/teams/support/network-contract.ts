import assert from 'node:assert/strict';
import sinon from 'sinon';
import { CallFailed, type Message, type Place } from '../../../adapters/teams/connector.ts';
import { NotAuthenticated, type TeamsNetwork } from '../../../adapters/teams/network.ts';
import { type FakeConnector, startFakeConnector, type Trouble } from './fake-connector.ts';
import { type Claims, type Microsoft, startMicrosoft } from './microsoft.ts';
import { TENANT } from './names.ts';

/** Opens the network of the app `APP_ID`; a call without a response fails after `timeout` milliseconds. */
type OpenNetwork = (openIdMetadata: string, timeout: number) => TeamsNetwork;

/** Long enough for a busy machine, short enough for a test. */
const TIMEOUT = 2_000;
const WORDS: Message = { type: 'message', textFormat: 'plain', text: 'Hej' };
const error = (code: string) => ({ error: { code, message: `${code} it was` } });

/** The contract of every implementation of `TeamsNetwork`, over real local HTTP. */
export const describeNetwork = (name: string, openNetwork: OpenNetwork): void => {
  describe(`the network of Teams over ${name}`, () => {
    let fake: FakeConnector;
    let microsoft: Microsoft;
    let network: TeamsNetwork;
    let place: Place;
    beforeEach(async () => {
      // botbuilder logs broken tokens.
      sinon.stub(console, 'error');
      [fake, microsoft] = [await startFakeConnector(), await startMicrosoft()];
      network = openNetwork(microsoft.openIdMetadata, TIMEOUT);
      place = { serviceUrl: fake.serviceUrl, conversation: 'a:1', channel: 'msteams', bot: '28:bot', user: '29:anna' };
    });
    afterEach(async () => {
      sinon.restore();
      await Promise.all([fake.close(), microsoft.close()]);
      assert.deepEqual(fake.violations, []);
    });

    const calls = () => fake.calls.map(({ method, path }) => `${method} ${path}`);
    const body = () => fake.calls[0]?.body as Record<string, unknown>;

    it('posts a message with sender and recipient, and returns its id', async () => {
      const id = await network.connector.post(place, WORDS);
      assert.deepEqual(calls(), ['POST /v3/conversations/a%3A1/activities']);
      assert.equal(id, fake.messages[0]?.id);
      const { conversation, from, recipient, text } = body();
      assert.deepEqual(
        { conversation, from, recipient, text },
        {
          conversation: { id: 'a:1' },
          from: { id: '28:bot', name: '' },
          recipient: { id: '29:anna', name: '' },
          text: 'Hej',
        },
      );
      assert.equal(fake.calls[0]?.authorization, 'Bearer ours');
    });

    it('updates a message in place', async () => {
      const id = await network.connector.post(place, WORDS);
      await network.connector.update(place, id, { ...WORDS, text: 'Hej igen' });
      assert.deepEqual(calls().slice(1), [`PUT /v3/conversations/a%3A1/activities/${id}`]);
      assert.deepEqual([fake.messages[0]?.updates, fake.messages[0]?.sent.text], [1, 'Hej igen']);
    });

    for (const tenant of [TENANT, null]) {
      it(`opens a personal chat ${tenant === null ? 'without a known tenant' : 'in the person’s tenant'}`, async () => {
        fake.installed.set('29:anna', 'a:anna');
        const chat = await network.connector.open(fake.serviceUrl, { bot: '28:bot', user: '29:anna', tenant });
        assert.deepEqual([chat, calls()], ['a:anna', ['POST /v3/conversations']]);
        assert.deepEqual([body().isGroup, body().tenantId ?? null], [false, tenant]);
      });
    }

    it('starts a thread in a channel and returns its first message', async () => {
      const channel = { ...place, conversation: '19:general@thread.tacv2', tenant: TENANT };
      const id = await network.connector.postInChannel(channel, WORDS);
      assert.deepEqual([id, calls()], [fake.messages[0]?.id, ['POST /v3/conversations']]);
      assert.equal(fake.messages[0]?.conversation, '19:general@thread.tacv2');
    });

    it('looks a person up', async () => {
      const anna = { id: '29:anna', name: 'Anna Prøve', email: 'anna@kommune.dk', userRole: 'user', tenantId: TENANT };
      fake.members.set(anna.id, anna);
      const { name: called, email, userRole, tenantId } = await network.connector.member(place, anna.id);
      assert.deepEqual([called, email, userRole, tenantId], [anna.name, anna.email, anna.userRole, anna.tenantId]);
      assert.deepEqual(calls(), ['GET /v3/conversations/a%3A1/members/29%3Aanna']);
    });

    const failing = async (trouble: Trouble): Promise<CallFailed> => {
      fake.trouble = () => trouble;
      const failed = await network.connector.post(place, WORDS).catch((fault: unknown) => fault);
      assert.ok(failed instanceof CallFailed, String(failed));
      assert.equal(fake.calls.length, 1, 'exactly one request');
      return failed;
    };

    for (const status of [400, 403, 404, 412, 429, 500, 502, 503]) {
      it(`reports a ${status} with Teams’ reason, without a retry`, async () => {
        const failed = await failing({ status, body: error('NoLuck') });
        assert.deepEqual([failed.status, failed.retryAfter], [status, null]);
        assert.match(failed.message, /NoLuck: NoLuck it was/);
      });
    }

    it('reports how long Teams asks to wait, in seconds or until a date', async () => {
      assert.equal((await failing({ status: 429, headers: { 'Retry-After': '30' } })).retryAfter, 30_000);
      fake.calls.length = 0;
      const date = new Date(Date.now() + 3_600_000).toUTCString();
      const { retryAfter } = await failing({ status: 503, headers: { 'Retry-After': date } });
      assert.ok(retryAfter !== null && retryAfter > 3_500_000 && retryAfter <= 3_600_000, String(retryAfter));
      fake.calls.length = 0;
      assert.equal((await failing({ status: 503, headers: { 'Retry-After': 'soon' } })).retryAfter, null);
    });

    it('reports no status when there is no response: after the timeout, and on a closed port', async () => {
      assert.equal((await failing('hang')).status, null);
      await fake.close();
      const failed = await network.connector.post(place, WORDS).catch((fault: unknown) => fault);
      assert.ok(failed instanceof CallFailed && failed.status === null, String(failed));
    });

    const activity = () => ({ type: 'message', channelId: 'msteams', serviceUrl: fake.serviceUrl });
    const signed = (claims: Claims = {}, key?: 'stranger') =>
      microsoft.sign({ serviceurl: fake.serviceUrl, ...claims }, key);

    it('accepts a token that Microsoft signed for this app and this service', () =>
      network.authenticate(signed(), activity()));

    const refused: [string, () => string, object?][] = [
      ['no token', () => ''],
      ['nonsense', () => 'Bearer nonsense'],
      ['a signature by somebody else', () => signed({}, 'stranger')],
      ['another audience', () => signed({ aud: 'another-app' })],
      ['another issuer', () => signed({ iss: 'https://evil.example' })],
      ['what has expired', () => signed({ exp: 1_000, nbf: 0, iat: 0 })],
      ['a token for another service', () => signed({ serviceurl: 'https://smba.evil.example' })],
      ['a token without a service', () => microsoft.sign({})],
      ['an activity from another service', () => signed(), { serviceUrl: 'https://smba.evil.example' }],
      ['an activity of another channel', () => signed(), { channelId: 'webchat' }],
    ];
    for (const [what, header, overrides] of refused) {
      it(`does not authenticate ${what}`, async () => {
        await assert.rejects(network.authenticate(header(), { ...activity(), ...overrides }), NotAuthenticated);
      });
    }

    it('checks each request by itself: a valid one does not validate later ones', async () => {
      const header = signed();
      await network.authenticate(header, activity());
      await assert.rejects(network.authenticate(`${header.slice(0, -4)}AAAA`, activity()), NotAuthenticated);
      await assert.rejects(
        network.authenticate(header, { ...activity(), serviceUrl: 'https://smba.evil.example' }),
        NotAuthenticated,
      );
    });

    it('does not blame the sender when the keys cannot be fetched', async () => {
      await microsoft.close();
      const fault = await network.authenticate(signed(), activity()).catch((thrown: unknown) => thrown);
      assert.ok(fault instanceof Error && !(fault instanceof NotAuthenticated), String(fault));
    });
  });
};
