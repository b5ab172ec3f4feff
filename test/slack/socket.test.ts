import assert from 'node:assert/strict';
import sinon from 'sinon';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aCommand, aMessage, aUser } from './support/events.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { type FakeSocket, startFakeSocket } from './support/fake-socket.ts';
import { anAccount, buttonOf } from './support/slack-context.ts';
import { openSlackServer, type SlackServer } from './support/slack-server.ts';

const anna = aUser('anna');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('Slack: socket mode', () => {
  let setup: TestBot;
  let slack: FakeSlack;
  let socket: FakeSocket;
  let server: SlackServer;
  beforeEach(async () => {
    setup = await openTestBot([]);
    slack = await startFakeSlack();
    socket = await startFakeSocket();
    slack.socket = socket.url;
    slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk'));
    slack.chats.set(anna.id, anna.chat);
    server = await openSlackServer(setup, {
      apiUrl: slack.url,
      onFault: () => undefined,
      door: { kind: 'socket', appToken: 'xapp-1-invented' },
    });
    await socket.opened;
  });
  afterEach(async () => {
    sinon.restore();
    await server.stop();
    await socket.close();
    await slack.close();
    await setup.close();
    assert.deepEqual(slack.violations, []);
  });

  it('receives and answers messages, and has no HTTP route', async () => {
    assert.notEqual(await socket.bring('events_api', aMessage(anna, DILEMMA)), null);
    await server.sender.flush();
    buttonOf(slack.chat(anna.chat), 'submit-dilemma');
    assert.equal(server.adapter.route, null);
    assert.equal((await fetch(`${server.url}/slack/events`, { method: 'POST', body: '{}' })).status, 404);
  });

  it('answers a command with a line', async () => {
    const answer = await socket.bring('slash_commands', aCommand(anna, DILEMMA));
    assert.deepEqual(answer, { text: 'Jeg har skrevet til dig i vores egen chat.' });
  });

  it('connects again when Slack ends the socket', async () => {
    await socket.refresh();
    assert.notEqual(await socket.bring('events_api', aMessage(anna, DILEMMA)), null);
  });

  it('acknowledges what it is handling before it closes', async () => {
    let store = (): void => undefined;
    const stored = new Promise<void>((resolve) => (store = resolve));
    const { add } = setup.store.drafts;
    const called = new Promise<void>((begun) => {
      sinon.stub(setup.store.drafts, 'add').callsFake(async (draft) => {
        begun();
        await stored;
        return add(draft);
      });
    });
    const answer = socket.bring('events_api', aMessage(anna, DILEMMA));
    await called;
    const closed = server.adapter.close();
    store();
    assert.notEqual(await answer, null);
    await closed;
  });

  it('acknowledges only stored events', async () => {
    const away = sinon.stub(setup.store.drafts, 'add').rejects(new StoreUnavailable('away'));
    const message = aMessage(anna, DILEMMA);
    assert.equal(await socket.bring('events_api', message, 1_000), null);
    away.restore();
    assert.notEqual(await socket.bring('events_api', message), null);
    await server.sender.flush();
    buttonOf(slack.chat(anna.chat), 'submit-dilemma');
  });
});
