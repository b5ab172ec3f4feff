import assert from 'node:assert/strict';
import { aMention, aMessage, aUser, CHANNEL, type Payload } from './support/events.ts';
import { buttonOf, openSlackHouse, type SlackHouse, wordsOn } from './support/slack-context.ts';

const anna = aUser('anna');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const FILE = { id: 'F0PLAN', name: 'plan.pdf', mimetype: 'application/pdf', mode: 'hosted' };

describe('Slack: what stands in a message besides its words', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse();
    slack.has(anna);
  });
  afterEach(() => slack.close());

  const say = (text: string, overrides: Payload = {}) => slack.send(aMessage(anna, text, overrides));
  const texts = () => slack.chat(anna).map(({ text, blocks }) => `${text}\n${wordsOn(blocks)}`);

  it('thanks and greetings with emoji are thanks and greetings', async () => {
    await say('tak :slightly_smiling_face:');
    await say('Hej :wave:');
    assert.equal(texts().length, 2);
    assert.match(texts()[1] ?? '', /Hej Anna/);
    assert.throws(() => buttonOf(slack.chat(anna), 'submit-dilemma'));
  });

  it('emoji in a dilemma are shown as emoji', async () => {
    await say('Hvordan svarer jeg borgeren :thinking_face: når hun ringer :telephone_receiver: hver dag?');
    assert.match(texts()[0] ?? '', /borgeren 🤔 når hun ringer 📞 hver dag/);
  });

  it('`/me` is heard as text', async () => {
    await say(DILEMMA, { subtype: 'me_message' });
    assert.ok(buttonOf(slack.chat(anna), 'submit-dilemma'));
  });

  it('the words beside a file become a draft, and one line says that only they came along', async () => {
    const message = aMessage(anna, DILEMMA, { subtype: 'file_share', files: [FILE, FILE], upload: false });
    for (let i = 0; i < 2; i++) await slack.send(message);
    assert.ok(buttonOf(slack.chat(anna), 'submit-dilemma'));
    assert.equal(texts().filter((text) => /kun din tekst er kommet med/.test(text)).length, 1);
    assert.equal(texts().length, 2);
  });

  it('files alone get one line, however many come at once', async () => {
    for (let i = 0; i < 5; i++) await say('', { subtype: 'file_share', files: [FILE] });
    assert.equal(texts().length, 1);
    assert.match(texts()[0] ?? '', /Jeg kan ikke tage filer med/);
  });

  it('a forwarded message does not come along; the preview of a link is nothing to speak of', async () => {
    await say('', { attachments: [{ is_share: true, is_msg_unfurl: true, text: 'Fru Opfundet ringer' }] });
    assert.match(texts().join(), /Jeg kan ikke tage filer med/);
    assert.doesNotMatch(texts().join(), /Opfundet/);
    await say(`${DILEMMA} <https://kommune.dk>`, { attachments: [{ from_url: 'https://kommune.dk', title: 'K' }] });
    assert.equal(texts().length, 2);
  });

  it('a file in a channel gets its line in the thread', async () => {
    await slack.send(aMention(anna, '', { files: [FILE] }));
    assert.match(slack.slack.chat(CHANNEL)[0]?.text ?? '', /Jeg kan ikke tage filer med/);
    assert.deepEqual(slack.chat(anna), []);
  });

  it('passes on which message a reply in a thread answers, without the quotation on its top', async () => {
    const heard: unknown[] = [];
    const { bot } = slack.setup;
    const original = bot.hear;
    bot.hear = (message) => {
      heard.push([message.text, message.inReplyTo]);
      return original(message);
    };
    await say('&gt; Hvad siger du?\nJa, på torsdag', { thread_ts: '1785000000.000099' });
    await say('Det her begynder en tråd', { ts: '1785000000.900000', thread_ts: '1785000000.900000' });
    await say('Til alle', { subtype: 'thread_broadcast', thread_ts: '1785000000.000099', root: {} });
    assert.deepEqual(heard, [
      ['Ja, på torsdag', '1785000000.000099'],
      ['Det her begynder en tråd', undefined],
      ['Til alle', '1785000000.000099'],
    ]);
  });

  it('ignores what nobody wrote, and fields of the wrong kind', async () => {
    for (const subtype of ['bot_message', 'channel_topic', 'tombstone', 'huddle_thread', 'message_replied', 'no_such'])
      assert.equal((await say(DILEMMA, { subtype })).status, 200, subtype);
    assert.deepEqual(texts(), []);
    assert.equal((await say(DILEMMA, { files: 'x', attachments: [7] })).status, 200);
    assert.equal(texts().length, 1);
  });
});
