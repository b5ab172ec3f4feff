import assert from 'node:assert/strict';
import sinon from 'sinon';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { aCommand, aMention, aMessage, aPress, aUser } from './support/events.ts';
import { buttonOf, openSlackHouse, type SlackHouse, typed } from './support/slack-context.ts';

const anna = aUser('anna');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const AWAY = 'Jeg kan ikke gemme lige nu, så der er ikke sket noget. Send det igen om lidt.';

describe('Slack: while the store is unavailable,', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse();
    slack.has(anna);
    await slack.say(anna, 'hej');
  });
  afterEach(async () => {
    sinon.restore();
    await slack.close();
  });
  const away = (port: 'drafts' | 'cases') =>
    sinon.stub(slack.setup.store[port], 'add').rejects(new StoreUnavailable('away'));
  const words = () =>
    slack
      .chat(anna)
      .slice(1)
      .map(({ text }) => text);

  it('a message is not acknowledged, the person is told once, and Slack’s retry succeeds', async () => {
    const gone = away('drafts');
    const message = aMessage(anna, DILEMMA);
    assert.equal((await slack.send(message)).status, 503);
    assert.equal((await slack.send(message, { 'x-slack-retry-num': '1' })).status, 503);
    assert.deepEqual(words(), [AWAY]);
    gone.restore();
    assert.equal((await slack.send(message, { 'x-slack-retry-num': '2' })).status, 200);
    assert.equal(slack.chat(anna).length, 3);
    buttonOf(slack.chat(anna), 'submit-dilemma');
  });

  it('a mention is answered to its author only', async () => {
    away('drafts');
    assert.equal((await slack.send(aMention(anna, DILEMMA))).status, 503);
    assert.deepEqual([slack.whispers(anna), words()], [[AWAY], []]);
  });

  it('a press fails visibly, and pressing again works', async () => {
    await slack.say(anna, DILEMMA);
    const named = ({ anonymous }: Record<string, unknown>) => anonymous === 'no';
    const { message, action } = buttonOf(slack.chat(anna), 'submit-dilemma', named);
    const gone = away('cases');
    assert.equal((await slack.send(aPress(anna, message.ts, action))).status, 503);
    assert.deepEqual(slack.whispers(anna), [AWAY]);
    gone.restore();
    assert.equal((await slack.send(aPress(anna, message.ts, action))).status, 200);
    assert.equal((await slack.setup.store.cases.burdens()).length, 1);
  });

  it('a command fails visibly', async () => {
    away('drafts');
    assert.equal((await slack.send(aCommand(anna, DILEMMA))).status, 503);
    assert.deepEqual(slack.whispers(anna), [AWAY]);
  });

  it('a modal stays open with its contents, and submitting it again works', async () => {
    await slack.send(aCommand(anna, ''));
    const gone = away('drafts');
    const first = await slack.submit(anna, { text: typed(DILEMMA) });
    assert.deepEqual(JSON.parse(first.body), { response_action: 'errors', errors: { text: AWAY } });
    gone.restore();
    await slack.submit(anna, { text: typed(DILEMMA) });
    buttonOf(slack.chat(anna), 'submit-dilemma');
  });
});
