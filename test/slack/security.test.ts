import assert from 'node:assert/strict';
import { aMessage, aUser, type Payload } from './support/events.ts';
import { signed, written } from './support/sign.ts';
import { openSlackHouse, type SlackHouse } from './support/slack-context.ts';

const anna = aUser('anna');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const now = () => Math.floor(Date.now() / 1000);

describe('Slack: the check of incoming requests', () => {
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
    it(`answers 401 and changes nothing: ${name}`, async () => {
      assert.equal(await post(body, { ...json, ...headers }), 401);
      await nothingChanged();
    });
  }

  it('answers 415 to another content type, even with a valid signature', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''])
      assert.equal(await post(body, { 'Content-Type': type, ...signed(body) }), 415, type);
    await nothingChanged();
  });

  it('answers 413 to a body of 1 MB, even with a valid signature', async () => {
    const large = JSON.stringify(aMessage(anna, 'x'.repeat(1024 * 1024)));
    assert.equal(await post(large, { ...json, ...signed(large) }), 413);
    await nothingChanged();
  });

  it('changes nothing for a body that is not JSON or not an event', async () => {
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

  it('lets nothing else in with an unsigned connection check', async () => {
    const { body: sent } = written({
      command: '/sparring',
      text: DILEMMA,
      user_id: anna.id,
      ssl_check: '1',
    } as Payload);
    assert.equal(await post(sent, { 'Content-Type': 'application/x-www-form-urlencoded' }), 200);
    await nothingChanged();
  });

  it('answers Slack’s url_verification challenge when it is signed', async () => {
    const asked = { type: 'url_verification', challenge: 'c0ffee', token: 'x' };
    const { body: sent } = written(asked);
    const response = await fetch(`${slack.url()}/slack/events`, {
      method: 'POST',
      headers: { ...json, ...signed(sent) },
      body: sent,
    });
    assert.deepEqual([response.status, await response.json()], [200, { challenge: 'c0ffee' }]);
  });

  it('changes nothing for a replay within five minutes', async () => {
    const headers = { ...json, ...signed(body) };
    assert.equal(await post(body, headers), 200);
    const calls = slack.slack.calls.length;
    assert.equal(await post(body, headers), 200);
    assert.equal(slack.chat(anna).length, 1);
    assert.equal(slack.slack.calls.length, calls);
  });

  it('accepts no other method and no other path', async () => {
    assert.equal((await fetch(`${slack.url()}/slack/events`)).status, 405);
    assert.equal((await fetch(`${slack.url()}/slack/install`)).status, 404);
  });
});
