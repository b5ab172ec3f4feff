import assert from 'node:assert/strict';
import { createEmulator, type Emulator } from 'emulate';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { freePort } from '../support/processes/free-port.ts';
import { aCommand, aPress, aUser, type Payload } from './support/events.ts';
import type { Json, Message } from './support/fake-slack.ts';
import { TOKEN } from './support/names.ts';
import { signed, written } from './support/sign.ts';
import { buttonOf } from './support/slack-context.ts';
import { openSlackServer, type SlackServer } from './support/slack-server.ts';

describe('Slack: the real client against a third-party emulator', () => {
  let emulator: Emulator;
  let apiUrl: string;
  let setup: TestBot;
  let server: SlackServer;
  const faults: unknown[] = [];
  before(async () => {
    const port = await freePort();
    emulator = await createEmulator({
      service: 'slack',
      port,
      seed: {
        slack: {
          team: { name: 'Kommune', domain: 'kommune' },
          users: [
            { name: 'sammen', real_name: 'Sammen', email: 'sammen@kommune.dk' },
            { name: 'anna', real_name: 'Anna Prøve', email: 'anna@kommune.dk' },
          ],
          tokens: [
            { token: TOKEN, user: 'sammen', scopes: ['chat:write', 'im:write', 'users:read', 'users:read.email'] },
          ],
        },
      },
    });
    apiUrl = `${emulator.url}/api/`;
    setup = await openTestBot([]);
    server = await openSlackServer(setup, { apiUrl, onFault: (error) => void faults.push(error) });
  });
  after(async () => {
    await server.stop();
    await setup.close();
    await emulator.close();
  });

  /** Calls the emulator directly, without our client. */
  const ask = async (method: string, fields: Record<string, string> = {}): Promise<Json> => {
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${TOKEN}` },
      body: new URLSearchParams(fields),
    });
    return (await response.json()) as Json;
  };
  const bring = async (payload: Payload): Promise<number> => {
    const { type, body } = written(payload);
    const headers = { 'Content-Type': type, ...signed(body) };
    const { status } = await fetch(`${server.url}/slack/events`, { method: 'POST', headers, body });
    await server.sender.flush();
    return status;
  };

  it('recognises the author, opens their chat, posts the preview and updates it to the case', async () => {
    const { members } = (await ask('users.list')) as { members: { id: string; name: string }[] };
    const id = members.find(({ name }) => name === 'anna')?.id ?? assert.fail('nobody is called anna');
    // A command from a channel, so that the chat must be opened.
    const anna = { ...aUser('anna'), id };
    assert.equal(await bring(aCommand(anna, 'Hvordan får jeg naboerne med fra starten?')), 200);
    assert.deepEqual(faults, []);
    const person = await setup.store.people.byEmail('anna@kommune.dk');
    assert.deepEqual([person?.name, person?.addresses[0]?.id], ['Anna Prøve', id]);

    const opened = (await ask('conversations.open', { users: id })) as { channel: { id: string } };
    const history = async () => {
      const { messages } = (await ask('conversations.history', { channel: opened.channel.id })) as {
        messages: Message[];
      };
      return messages;
    };
    const [preview] = await history();
    assert.match(JSON.stringify(preview?.blocks), /naboerne/);
    assert.doesNotMatch(preview?.text ?? '', /naboerne/, 'a phone shows it on its locked screen');
    const { action } = buttonOf(
      [preview ?? assert.fail('no preview')],
      'submit-dilemma',
      ({ anonymous }) => anonymous === 'no',
    );
    assert.equal(await bring(aPress({ ...anna, chat: opened.channel.id }, preview?.ts ?? '', action)), 200);
    const [only, ...more] = await history();
    assert.deepEqual([more, only?.ts], [[], preview?.ts]);
    assert.match(only?.text ?? '', /Sag 1/);
    assert.deepEqual(faults, []);
  });
});
