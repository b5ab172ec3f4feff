import assert from 'node:assert/strict';
import { aMessage, aUser, type Payload } from './support/events.ts';
import { signed, written } from './support/sign.ts';
import { openSlackHouse, type SlackHouse } from './support/slack-context.ts';

const anna = aUser('anna');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const now = () => Math.floor(Date.now() / 1000);

describe('Slack: who may speak', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse();
    slack.has(anna);
  });
  afterEach(() => slack.close());

  const post = async (body: string, headers: Record<string, string>): Promise<number> => {
    const response = await fetch(`${slack.url()}/slack/events`, { method: 'POST', headers, body });
    await response.text();
    await slack.flush();
    return response.status;
  };
  const json = { 'Content-Type': 'application/json' };
  const nothingChanged = async () => {
    assert.deepEqual(await slack.setup.store.people.all(), []);
    assert.deepEqual(slack.slack.messages, []);
    assert.deepEqual(
      slack.slack.calls.filter(({ method }) => method !== 'auth.test'),
      [],
    );
  };

  const body = JSON.stringify(aMessage(anna, DILEMMA));
  const refused: [string, Record<string, string>][] = [
    ['no signature', {}],
    ['a signature by another secret', signed(body, now(), 'another-secret-of-somebody-else')],
    ['the signature of another body', signed(`${body} `)],
    ['the signature of another moment', { ...signed(body), 'x-slack-request-timestamp': String(now() - 1) }],
    ['a timestamp of six minutes ago', signed(body, now() - 360)],
    ['a timestamp that is none', { ...signed(body), 'x-slack-request-timestamp': 'now' }],
    ['a signature of another version', { ...signed(body), 'x-slack-signature': 'v1=0' }],
  ];
  for (const [name, headers] of refused) {
    it(`${name}: 401, and nothing changes`, async () => {
      assert.equal(await post(body, { ...json, ...headers }), 401);
      await nothingChanged();
    });
  }

  it('another content type: 415, however well it is signed', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''])
      assert.equal(await post(body, { 'Content-Type': type, ...signed(body) }), 415, type);
    await nothingChanged();
  });

  it('a body of 1 MB: 413, however well it is signed', async () => {
    const large = JSON.stringify(aMessage(anna, 'x'.repeat(1024 * 1024)));
    assert.equal(await post(large, { ...json, ...signed(large) }), 413);
    await nothingChanged();
  });

  it('what is no JSON, or no event: taken or refused, and nothing changes', async () => {
    for (const [text, status] of [
      ['{', 400],
      ['', 400],
    ] as const)
      assert.equal(await post(text, { ...json, ...signed(text) }), status, text);
    for (const text of [
      '{"type":"event_callback","event":{"type":"message"}}',
      '{"type":"event_callback","event":{}}',
    ]) {
      const answered = await post(text, { ...json, ...signed(text) });
      assert.ok([200, 404].includes(answered), `${text}: ${answered}`);
    }
    await nothingChanged();
  });

  it('an unsigned check of the connection brings nothing else in', async () => {
    const { body: sent } = written({
      command: '/sparring',
      text: DILEMMA,
      user_id: anna.id,
      ssl_check: '1',
    } as Payload);
    assert.equal(await post(sent, { 'Content-Type': 'application/x-www-form-urlencoded' }), 200);
    await nothingChanged();
  });

  it('answers the question by which Slack makes sure of the address, when it is signed', async () => {
    const asked = { type: 'url_verification', challenge: 'c0ffee', token: 'x' };
    const { body: sent } = written(asked);
    const response = await fetch(`${slack.url()}/slack/events`, {
      method: 'POST',
      headers: { ...json, ...signed(sent) },
      body: sent,
    });
    assert.deepEqual([response.status, await response.json()], [200, { challenge: 'c0ffee' }]);
  });

  it('a replay inside the five minutes changes nothing', async () => {
    const headers = { ...json, ...signed(body) };
    assert.equal(await post(body, headers), 200);
    const calls = slack.slack.calls.length;
    assert.equal(await post(body, headers), 200);
    assert.equal(slack.chat(anna).length, 1);
    assert.equal(slack.slack.calls.length, calls);
  });

  it('has no other method and no other path', async () => {
    assert.equal((await fetch(`${slack.url()}/slack/events`)).status, 405);
    assert.equal((await fetch(`${slack.url()}/slack/install`)).status, 404);
  });
});
