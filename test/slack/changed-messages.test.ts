import assert from 'node:assert/strict';
import { aMention, aMessage, anEvent, aUser, type Payload } from './support/events.ts';
import { buttonOf, openSlackHouse, type SlackHouse, wordsOn } from './support/slack-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const OLD = 'Fru Opfundet vil have svar på sit brev, hvad svarer jeg?';
const NEW = 'En borger vil have svar på sit brev, hvad svarer jeg?';

type Event = { ts: string; text: string; user: string; channel: string };
const eventOf = (payload: Payload) => payload.event as Event;

const inside = ({ ts, text, user }: Event, overrides: Payload = {}) => ({
  type: 'message',
  user,
  ts,
  text,
  ...overrides,
});

const anEdit = (of: Payload, text: string, overrides: Payload = {}, message: Payload = {}): Payload =>
  anEvent({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: eventOf(of).channel,
    channel_type: 'im',
    ts: '1785000900.000100',
    message: inside(eventOf(of), { text, edited: { user: eventOf(of).user, ts: '1785000900.000000' }, ...message }),
    previous_message: inside(eventOf(of)),
    ...overrides,
  });

const aDeletion = (of: Payload, overrides: Payload = {}): Payload =>
  anEvent({
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: eventOf(of).channel,
    channel_type: 'im',
    ts: '1785000900.000200',
    deleted_ts: eventOf(of).ts,
    previous_message: inside(eventOf(of)),
    ...overrides,
  });

describe('Slack: messages that people edit or delete', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse();
    slack.has(anna, bo);
  });
  afterEach(() => slack.close());

  const texts = (user = anna) => slack.chat(user).map(({ text, blocks }) => `${text}\n${wordsOn(blocks)}`);
  const send = async (...payloads: Payload[]) => {
    for (const payload of payloads) assert.equal((await slack.send(payload)).status, 200);
  };
  const all = () => texts().join('\n');
  const shows = (text: string) => {
    assert.match(all(), new RegExp(text.replace('?', '\\?')));
    assert.ok(buttonOf(slack.chat(anna), 'submit-dilemma'));
  };

  it('let the unsent draft follow an edit, in the same message', async () => {
    const message = aMessage(anna, OLD);
    await send(message, anEdit(message, NEW), anEdit(message, NEW));
    shows(NEW);
    assert.doesNotMatch(all(), /Opfundet/);
    assert.equal(texts().length, 1);
    await send(message);
    assert.equal(texts().length, 1, 'a late redelivery does nothing');
  });

  it('throw the draft away with its last line', async () => {
    const message = aMessage(anna, OLD);
    await send(message, aDeletion(message));
    assert.throws(() => buttonOf(slack.chat(anna), 'submit-dilemma'));
    assert.doesNotMatch(all(), /Opfundet/);
  });

  it('leave what was sent as it is, and tell their writer', async () => {
    const message = aMessage(anna, OLD);
    await send(message);
    await slack.press(anna, 'submit-dilemma');
    for (const change of [anEdit(message, NEW), aDeletion(message, { ts: '1785000900.000300' })]) {
      const before = texts().length;
      await send(change, change);
      assert.match(texts().at(-1) ?? '', /er stadig sendt/);
      assert.equal(texts().length, before + 1, 'once for each change');
    }
    assert.equal((await slack.setup.store.cases.byNumber(1))?.text, OLD);
  });

  it('treat a message that was emptied because it has replies as deleted', async () => {
    const message = aMessage(anna, OLD);
    await send(message, anEdit(message, 'This message was deleted.', {}, { subtype: 'tombstone', user: 'USLACKBOT' }));
    assert.throws(() => buttonOf(slack.chat(anna), 'submit-dilemma'));
  });

  it('do nothing when Slack only adds the preview of a link', async () => {
    const message = aMessage(anna, OLD);
    await send(message, anEdit(message, OLD, {}, { edited: undefined, attachments: [{ from_url: 'https://x.dk' }] }));
    shows(OLD);
    assert.equal(texts().length, 1);
  });

  it('follow an edit that arrives before its message, or at the same time', async () => {
    const first = aMessage(anna, OLD);
    await send(aMessage(anna, 'hjælp'), anEdit(first, NEW), first);
    shows(NEW);
    assert.doesNotMatch(all(), /Opfundet/);
    const second = aMessage(anna, `${OLD} Og igen?`);
    await Promise.all([slack.send(second), slack.send(anEdit(second, 'Må jeg ringe?'))]);
    await slack.flush();
    assert.doesNotMatch(all(), /Opfundet/);
  });

  it('hear nothing of a message that was deleted before it arrived', async () => {
    const message = aMessage(anna, OLD);
    await send(aMessage(anna, 'hjælp'), aDeletion(message), message);
    assert.throws(() => buttonOf(slack.chat(anna), 'submit-dilemma'));
  });

  it('keep the newest of two edits, in whichever order they come', async () => {
    const message = aMessage(anna, OLD);
    const later = anEdit(message, NEW, { ts: '1785000950.000100', event_ts: '1785000950.000100' });
    await send(message, later, anEdit(message, OLD.replace('svar', 'besked'), { event_ts: '1785000940.000100' }));
    shows(NEW);
  });

  it('leave commands and thanks alone', async () => {
    const command = aMessage(anna, 'hjælp');
    await send(command, anEdit(command, NEW), aDeletion(command), command);
    assert.equal(texts().length, 1);
    assert.throws(() => buttonOf(slack.chat(anna), 'submit-dilemma'));
  });

  it('let nobody change what somebody else wrote', async () => {
    const message = aMessage(anna, OLD);
    await send(message, aMessage(bo, 'hjælp'));
    const forged = { ...inside(eventOf(message)), user: bo.id };
    await send(anEdit(message, NEW, {}, { user: bo.id }), aDeletion(message, { previous_message: forged }));
    await send(
      anEdit(message, NEW, { channel: bo.chat }),
      anEdit(message, NEW, { channel: 'C0GENERAL', channel_type: 'channel' }),
    );
    shows(OLD);
  });

  it('meet nobody and fail on nothing, whatever stands in the event', async () => {
    const message = aMessage(anna, OLD);
    const bare = { message: undefined, previous_message: undefined };
    await send(anEdit(message, NEW), aDeletion(message), anEdit(message, NEW, bare), aDeletion(message, bare));
    await send(anEdit(message, NEW, { message: 'x' }), anEdit(message, NEW, {}, { bot_id: 'B0OTHER' }));
    assert.deepEqual([await slack.setup.store.people.all(), texts()], [[], []]);
  });

  it('follow a mention that was edited, and hear one that was added', async () => {
    const mention = aMention(anna, OLD);
    const { ts } = eventOf(mention);
    const edited = (text: string, at: string) => aMention(anna, text, { ts, edited: { user: anna.id, ts: at } });
    await send(mention, edited(NEW, `${ts.slice(0, 10)}.900000`));
    shows(NEW);
    assert.doesNotMatch(all(), /Opfundet/);
    const before = slack.chat(anna).length;
    const added = 'Hvem kan hjælpe mig med naboernes klager over larm?';
    await send(aMention(anna, added, { ts: '1785000100.000001', edited: { ts: '1785000160.000001' } }));
    await send(
      aMention(anna, 'Et gammelt dilemma om en cykelsti', { ts: '1784000100.000001', edited: { ts: '1785000160.1' } }),
    );
    assert.match(all(), /naboernes klager/);
    assert.doesNotMatch(all(), /cykelsti/);
    assert.ok(slack.chat(anna).length >= before);
  });
});
