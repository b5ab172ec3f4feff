import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Delivery } from '../../outbox/ports.ts';
import { TUESDAY } from '../support/fixtures/builders.ts';
import { aHomeOpened, aMessage, aUser } from './support/events.ts';
import type { Trouble } from './support/fake-slack.ts';
import { openSlackHouse, type SlackHouse } from './support/slack-context.ts';

const anna = aUser('anna');
/** Long enough for a busy machine, short enough for a test. */
const TIMEOUT = 2_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Slack: the outcome of a message', () => {
  let slack: SlackHouse;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    slack = await openSlackHouse([], TIMEOUT);
    slack.has(anna);
  });
  afterEach(async () => {
    await slack.close();
    clock.restore();
  });

  const tries = () => slack.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
  const deliveries = async () => (await slack.setup.database.collection<Delivery<unknown>>('deliveries', [])).find({});
  const delivery = async () => (await deliveries())[0] ?? assert.fail('no delivery is stored');
  /** The first messages fail with these, in order; later ones succeed. */
  const meets = (...troubles: Trouble[]) => {
    slack.slack.trouble = ({ method }) => (method === 'chat.postMessage' ? (troubles.shift() ?? null) : null);
  };
  const later = async (milliseconds: number) => {
    clock.tick(milliseconds);
    await slack.flush();
  };
  const state = async () => ({ state: (await delivery()).state, tries: tries() });

  for (const word of ['user_not_found', 'cannot_dm_bot', 'user_disabled']) {
    it(`is unreachable after ${word}, with Slack’s error code and without a retry`, async () => {
      meets({ error: word });
      await slack.say(anna, 'hej');
      assert.deepEqual(await state(), { state: 'unreachable', tries: 1 });
      assert.equal((await delivery()).reason, `Slack answered ${word}`);
      await later(24 * HOUR);
      assert.equal(tries(), 1);
    });
  }

  for (const word of ['channel_not_found', 'is_archived']) {
    it(`is posted in a chat opened anew after ${word}, and so are the next ones`, async () => {
      meets({ error: word });
      slack.slack.chats.set(anna.id, 'D0ANEW');
      await slack.say(anna, 'hej');
      assert.deepEqual(await state(), { state: 'sent', tries: 2 });
      const person = await slack.setup.store.people.byAddress('slack', anna.id);
      await slack.setup.bot.hear({ id: 'next', from: person ?? assert.fail('nobody is known'), text: 'tak' });
      await slack.flush();
      assert.equal(slack.slack.chat('D0ANEW').length, 2);
    });

    it(`is unreachable after ${word} in a chat opened anew`, async () => {
      meets({ error: word }, { error: word });
      await slack.say(anna, 'hej');
      assert.deepEqual(await state(), { state: 'unreachable', tries: 2 });
    });
  }

  for (const word of ['msg_too_long', 'invalid_blocks', 'no_text']) {
    it(`is failed after ${word}, with Slack’s error code`, async () => {
      meets({ error: word });
      await slack.say(anna, 'hej');
      assert.deepEqual(await state(), { state: 'failed', tries: 1 });
      assert.equal((await delivery()).reason, `Slack answered ${word}`);
    });
  }

  it('is retried after 429 with Retry-After, and not before that time has passed', async () => {
    meets({ status: 429, headers: { 'Retry-After': '30' }, body: { ok: false, error: 'ratelimited' } });
    await slack.say(anna, 'hej');
    assert.deepEqual(await state(), { state: 'due', tries: 1 });
    await later(29_000);
    assert.equal(tries(), 1);
    await later(3_000);
    assert.deepEqual(await state(), { state: 'sent', tries: 2 });
  });

  for (const trouble of [
    { status: 429 },
    { status: 302, headers: { Location: 'https://elsewhere.example' } },
    { status: 500 },
    { status: 503 },
    { error: 'internal_error' },
    { error: 'is_inactive' },
    { error: 'something_new' },
    'hang',
  ] satisfies Trouble[]) {
    const name = trouble === 'hang' ? 'no answer' : 'error' in trouble ? trouble.error : `${trouble.status} alone`;
    it(`is sent in the end, with exactly one request per attempt, after ${name}`, async () => {
      meets(trouble, trouble);
      await slack.say(anna, 'hej');
      assert.deepEqual(await state(), { state: 'due', tries: 1 });
      await later(2_000);
      assert.equal(tries(), 2);
      await later(5_000);
      assert.deepEqual(await state(), { state: 'sent', tries: 3 });
    });
  }

  for (const status of [204, 304, 404]) {
    it(`is tried again after ${status}, with Slack’s response`, async () => {
      meets({ status });
      await slack.say(anna, 'hej');
      assert.deepEqual(await state(), { state: 'due', tries: 1 });
      assert.equal((await delivery()).reason, `Slack answered ${status}`);
      await later(2_000);
      assert.deepEqual(await state(), { state: 'sent', tries: 2 });
    });
  }

  it('waits while Slack shuts Sammen out: probes become rare, and everything goes out once it is mended', async () => {
    slack.slack.trouble = ({ method }) => (method.startsWith('chat.') ? { error: 'token_revoked' } : null);
    await slack.say(anna, 'hej');
    await slack.say(anna, 'Hvordan får jeg naboerne med fra starten?');
    assert.equal(tries(), 1, 'the second message does not even try');
    for (let minutes = 0; minutes < 60; minutes++) await later(MINUTE);
    assert.ok(tries() >= 6 && tries() <= 12, `${tries()} probes in an hour`);
    assert.deepEqual(
      (await deliveries()).map((entry) => entry.state),
      ['due', 'due'],
    );
    slack.slack.trouble = ({ method }) => (method === 'chat.postMessage' && !wasBusy ? busyOnce() : null);
    let wasBusy = false;
    const busyOnce = () => {
      wasBusy = true;
      return { status: 503 };
    };
    for (let minutes = 0; minutes < 30; minutes++) await later(MINUTE);
    assert.deepEqual(
      (await deliveries()).map((entry) => entry.state),
      ['sent', 'sent'],
    );
    assert.equal(slack.chat(anna).length, 2);
  });

  it('is sent to the new chat when the old one is deleted and the person writes', async () => {
    meets({ error: 'channel_not_found' });
    await slack.say(anna, 'hej');
    await slack.send(aMessage(anna, 'tak', { channel: 'D0ANOTHER' }));
    assert.equal(slack.slack.chat('D0ANOTHER').length, 1);
  });

  it('is sent once the person who could not be reached opens Sammen’s home', async () => {
    await slack.say(anna, 'hej');
    meets({ error: 'user_disabled' });
    const person = await slack.setup.store.people.byAddress('slack', anna.id);
    await slack.setup.bot.hear({ id: 'away', from: person ?? assert.fail('nobody is known'), text: 'principper' });
    await slack.flush();
    assert.equal(slack.chat(anna).length, 1);
    await slack.send(aHomeOpened(anna));
    assert.equal(slack.chat(anna).length, 2);
  });

  it('does not depend on an older card that was deleted', async () => {
    await slack.say(anna, 'Hvordan får jeg naboerne med fra starten?');
    await slack.press(anna, 'submit-dilemma', {}, ({ anonymous }) => anonymous === 'no');
    slack.slack.trouble = ({ method }) => (method === 'chat.update' ? { error: 'message_not_found' } : null);
    await slack.say(anna, 'sag 1');
    assert.equal(slack.chat(anna).length, 2);
  });

  it('does not depend on a restart, because chat ids are stored', async () => {
    await slack.say(anna, 'hej');
    await slack.restart();
    const person = await slack.setup.store.people.byAddress('slack', anna.id);
    await slack.setup.bot.hear({ id: 'first', from: person ?? assert.fail('nobody is known'), text: 'tak' });
    await slack.flush();
    assert.equal(slack.chat(anna).length, 2);
    assert.ok(!slack.slack.calls.some(({ method }) => method === 'conversations.open'));
  });

  it('is a message with its words as text beside the blocks, without link previews', async () => {
    await slack.say(anna, 'hjælp');
    const { fields } = slack.slack.calls.find(({ method }) => method === 'chat.postMessage') ?? assert.fail('none');
    assert.match(fields.get('text') ?? '', /Sådan kan jeg hjælpe/);
    assert.deepEqual([fields.get('unfurl_links'), fields.get('unfurl_media')], ['false', 'false']);
  });
});
