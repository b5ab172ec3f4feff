import assert from 'node:assert/strict';
import { anAgent } from '../support/fixtures/builders.ts';
import {
  aCommand,
  aHomeOpened,
  aHomePress,
  aMention,
  aMessage,
  aPress,
  aSubmission,
  aUser,
  CHANNEL,
  newTs,
} from './support/events.ts';
import { buttonOf, buttonsIn, openSlackHouse, type SlackHouse, typed, wordsOn } from './support/slack-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('Slack: repeated, late and reordered events', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse([anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [] })]);
    slack.has(anna, bo);
  });
  afterEach(() => slack.close());

  const sendNamed = ({ anonymous }: Record<string, unknown>) => anonymous === 'no';

  it('make one draft and one person of an event delivered three times, even concurrently', async () => {
    const message = aMessage(anna, DILEMMA);
    await Promise.all([slack.send(message), slack.send(message), slack.send(message)]);
    await slack.send(message, { 'x-slack-retry-num': '3', 'x-slack-retry-reason': 'http_timeout' });
    assert.equal(slack.chat(anna).length, 1);
    assert.equal((await slack.setup.store.people.all()).length, 2);
  });

  it('make one draft of a message redelivered under another event id', async () => {
    const message = aMessage(anna, DILEMMA);
    await slack.send(message);
    await slack.send({ ...message, event_id: 'Ev-another' });
    assert.equal(slack.chat(anna).length, 1);
  });

  it('make two drafts of two messages with the same words', async () => {
    await slack.say(anna, DILEMMA);
    await slack.say(anna, DILEMMA);
    assert.equal(slack.chat(anna).length, 2);
  });

  it('answer a repeated mention once', async () => {
    const mention = aMention(anna, DILEMMA);
    for (let i = 0; i < 3; i++) await slack.send(mention);
    assert.deepEqual([slack.slack.chat(CHANNEL).length, slack.chat(anna).length], [1, 1]);
  });

  it('make one draft and open one modal for a repeated command', async () => {
    const command = aCommand(anna, DILEMMA);
    for (let i = 0; i < 2; i++) await slack.send(command);
    assert.equal(slack.chat(anna).length, 1);
    const empty = aCommand(anna, '');
    for (let i = 0; i < 2; i++) await slack.send(empty);
    assert.equal(slack.slack.modals.length, 1);
  });

  it('make one draft of a modal submitted twice', async () => {
    await slack.send(aCommand(anna, ''));
    const view = slack.slack.modals[0]?.view ?? assert.fail('no modal');
    const sent = aSubmission(anna, view, { text: { text: typed(DILEMMA) } });
    await Promise.all([slack.send(sent), slack.send(sent)]);
    await slack.send(sent);
    assert.equal(slack.chat(anna).length, 1);
  });

  it('open one case for a double click and a repeated press', async () => {
    await slack.say(anna, DILEMMA);
    const { message, action } = buttonOf(slack.chat(anna), 'submit-dilemma', sendNamed);
    const click = () => slack.send(aPress(anna, message.ts, action));
    const recorded = aPress(anna, message.ts, action);
    const answers = await Promise.all([click(), click(), slack.send(recorded), slack.send(recorded)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200],
    );
    assert.equal((await slack.setup.store.cases.burdens()).length, 1);
    assert.deepEqual([slack.chat(anna).length, slack.whispers(anna)], [1, []]);
  });

  it('make one answer of a modal submitted or opened twice', async () => {
    await slack.say(bo, 'hej');
    await slack.say(anna, DILEMMA);
    await slack.press(anna, 'submit-dilemma', {}, sendNamed);
    await slack.press(bo, 'accept-case');
    await slack.press(bo, 'answer-case');
    await slack.press(bo, 'answer-case');
    const fields = (view: Record<string, unknown>) =>
      aSubmission(bo, view, {
        'answer-case.text': { 'answer-case.text': typed('Gå en tur med dem.') },
        'answer-case.outcome': {
          'answer-case.outcome': {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: 'Et råd' }, value: 'advice' },
          },
        },
      });
    for (const { view } of slack.slack.modals) {
      const sent = fields(view);
      for (let i = 0; i < 2; i++) assert.deepEqual(await slack.send(sent), { status: 200, body: '' });
    }
    const [c] = await slack.setup.store.cases.of((await slack.setup.store.people.agents())[0]?._id ?? assert.fail(), 1);
    assert.equal(c?.turns.filter(({ kind }) => kind === 'answer').length, 1);
  });

  it('answer a stale press with one line that only its presser sees, and update the message', async () => {
    await slack.say(bo, 'hej');
    await slack.say(anna, DILEMMA);
    await slack.press(anna, 'submit-dilemma', {}, sendNamed);
    const offer = buttonOf(slack.chat(bo), 'accept-case');
    await slack.press(anna, 'withdraw-case');
    const late = aPress(bo, offer.message.ts, offer.action);
    for (let i = 0; i < 2; i++) assert.deepEqual(await slack.send(late), { status: 200, body: '' });
    assert.deepEqual(slack.whispers(bo), ['Sagen er trukket tilbage. Der skal ikke gøres mere.']);
    assert.doesNotMatch(wordsOn(offer.message.blocks), /jeg tager sagen|naboerne/);
  });

  it('do what the App Home says each time, and a redelivered press once', async () => {
    await slack.send(aHomeOpened(anna));
    const press = async (verb: string) => {
      const button = buttonsIn(slack.slack.homes.get(anna.id)).find(({ action_id }) => action_id.startsWith(verb));
      const pressed = aHomePress(anna, 'V0HOME', button ?? assert.fail(`no ${verb}`));
      await slack.send(pressed);
      return pressed;
    };
    const first = await press('stop-nudges');
    await press('resume-nudges');
    await press('stop-nudges');
    await press('resume-nudges');
    await slack.restart();
    await slack.send(first, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
    await press('stop-nudges');
    await slack.send(first);
    await press('resume-nudges');
    const [person] = (await slack.setup.store.people.all()).filter(({ name }) => name.startsWith('Anna'));
    assert.equal((await slack.setup.store.readers.get(person?._id ?? assert.fail())).stoppedAt, null);
  });

  it('greet once, however often the App Home is opened', async () => {
    for (let i = 0; i < 3; i++) await slack.send(aHomeOpened(anna));
    await slack.send(aHomeOpened(anna, { tab: 'messages' }));
    assert.equal(slack.chat(anna).length, 1);
  });

  it('answer a malformed press without an error', async () => {
    await slack.say(anna, DILEMMA);
    const ts = slack.chat(anna)[0]?.ts ?? newTs();
    for (const [action_id, value] of [
      ['no-such-verb', '{}'],
      ['reply', 'no json'],
      ['reply:2', '[]'],
      ['submit-dilemma', '{"draft":7}'],
      ['__proto__', '{"__proto__":{}}'],
      ['answer-case', `{"case":"${'x'.repeat(100)}"}`],
    ] as const) {
      const before = slack.whispers(anna).length;
      assert.deepEqual(await slack.send(aPress(anna, ts, { action_id, value })), { status: 200, body: '' });
      assert.deepEqual(
        slack.whispers(anna).slice(before),
        ['Den knap virker ikke længere. Skriv "mine sager", så får du en ny.'],
        action_id,
      );
    }
    const strange = { ...aPress(anna, ts, { action_id: 'reply', value: '{}' }), actions: 'none' };
    assert.equal((await slack.send(strange)).status, 500, 'bolt cannot read it; the process lives on');
    assert.equal((await slack.say(anna, 'hej')).status, 200);
  });
});
