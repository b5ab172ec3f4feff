import assert from 'node:assert/strict';
import { runJob } from '../../jobs/jobs.ts';
import { anAgent } from '../support/fixtures/builders.ts';
import {
  aCommand,
  aGlobalShortcut,
  aHomeOpened,
  aMention,
  aMessage,
  aMessageShortcut,
  anEvent,
  aUser,
  CHANNEL,
  newTs,
} from './support/events.ts';
import { BOT_ID, BOT_USER } from './support/names.ts';
import { anAccount, buttonOf, openSlackHouse, type SlackHouse, typed, wordsOn } from './support/slack-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const OWN_CHAT = 'Jeg har skrevet til dig i vores egen chat.';
const GUEST = /Jeg er kun for kolleger i kommunen/;

describe('Slack: where people meet Sammen', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse([anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [] })]);
    slack.has(anna, bo);
  });
  afterEach(() => slack.close());

  const inChannel = () => slack.slack.chat(CHANNEL).map(({ text }) => text);
  const received = () => slack.chat(anna).map(({ blocks, text }) => (blocks.length > 0 ? wordsOn(blocks) : text));
  const modal = () => slack.slack.modals.at(-1)?.view ?? assert.fail('no modal was opened');
  const written = (view: Record<string, unknown>) =>
    JSON.stringify(view).match(/"initial_value":("(?:[^"\\]|\\.)*")/)?.[1] ?? '""';

  describe('a mention in a channel', () => {
    it('is answered in a direct message, with one line in the thread and no case text', async () => {
      const mention = aMention(anna, DILEMMA);
      assert.deepEqual(await slack.send(mention), { status: 200, body: '' });
      assert.deepEqual(inChannel(), [OWN_CHAT]);
      assert.equal(slack.slack.chat(CHANNEL)[0]?.thread, (mention.event as { ts: string }).ts);
      assert.match(received().join(), /Hvordan får jeg naboerne med fra starten\?/);
      assert.doesNotMatch(received().join(), /<@|U0SAMMENBT/);
    });

    it('is answered in its own thread', async () => {
      await slack.send(aMention(anna, DILEMMA, { thread_ts: '1784000000.000001' }));
      assert.equal(slack.slack.chat(CHANNEL)[0]?.thread, '1784000000.000001');
    });

    it('is never anonymous, because others have seen who wrote it', async () => {
      await slack.send(aMention(anna, DILEMMA));
      const { message, action, data } = buttonOf(slack.chat(anna), 'submit-dilemma');
      assert.equal(data.anonymous, 'no');
      assert.throws(() => buttonOf(slack.chat(anna), 'submit-dilemma', ({ anonymous }) => anonymous === 'yes'));
      assert.ok(message && action);
    });

    it('becomes a draft that names colleagues as Sammen knows them, and shows no account ids', async () => {
      await slack.say(bo, 'hej');
      await slack.send(aMention(anna, `Kan <@${bo.id}> og <@U0STRANGER|lis> spørge borgerne om R&amp;D &lt;-pladsen?`));
      assert.match(received().join(), /Kan Bo Prøve og en kollega spørge borgerne om R&D <-pladsen\?/);
    });
  });

  describe('/sparring', () => {
    it('without text opens the modal, and Send makes a draft', async () => {
      assert.deepEqual(await slack.send(aCommand(anna, '  ')), { status: 200, body: '' });
      assert.deepEqual(received(), []);
      const { body } = await slack.submit(anna, { text: typed(DILEMMA) });
      assert.equal(JSON.parse(body).response_action, 'update');
      buttonOf(slack.chat(anna), 'submit-dilemma', ({ anonymous }) => anonymous === 'yes');
    });

    it('with a text makes a draft, and says where it is', async () => {
      assert.deepEqual(await slack.send(aCommand(anna, DILEMMA)), { status: 200, body: OWN_CHAT });
      buttonOf(slack.chat(anna), 'submit-dilemma', ({ anonymous }) => anonymous === 'yes');
    });

    it('in the direct message does not say where the draft is', async () => {
      await slack.say(anna, 'hej');
      assert.deepEqual(await slack.send(aCommand(anna, DILEMMA, { channel_id: anna.chat })), { status: 200, body: '' });
    });

    it('accepts the same command words as the chat', async () => {
      await slack.send(aCommand(anna, 'mine sager'));
      await slack.send(aCommand(anna, 'HJÆLP'));
      assert.match(received()[0] ?? '', /Du har ingen sager lige nu/);
      assert.match(received()[1] ?? '', /Sådan kan jeg hjælpe/);
    });

    it('shows an error on the field for a bad text, and keeps the modal open', async () => {
      await slack.send(aCommand(anna, ''));
      for (const [text, fault] of [
        ['   ', /Der stod ikke noget/],
        ['x'.repeat(4001), /for lang/],
      ] as const) {
        const answer = JSON.parse((await slack.submit(anna, { text: typed(text) })).body);
        assert.equal(answer.response_action, 'errors');
        assert.match(answer.errors.text, fault);
      }
      assert.deepEqual(received(), []);
    });
  });

  describe('the shortcuts', () => {
    it('on a message fill in its words, without any name', async () => {
      const text = `<@${bo.id}> og <!subteam^S01|@driften>: naboerne &amp; vi på <https://kommune.example/plads|pladsen>`;
      assert.deepEqual(await slack.send(aMessageShortcut(anna, text)), { status: 200, body: '' });
      assert.equal(JSON.parse(written(modal())), 'en kollega og driften: naboerne & vi på pladsen');
      assert.doesNotMatch(JSON.stringify(modal()), /U0BO|U0SOMEBODY|Bo Prøve/);
      assert.deepEqual(received(), [], 'nothing is kept before Send');
    });

    it('on a long message fill in what fits, and mark that something is missing', async () => {
      await slack.send(aMessageShortcut(anna, 'å'.repeat(5000)));
      const initial = JSON.parse(written(modal()));
      assert.deepEqual([initial.length, initial.at(-1)], [3000, '…']);
    });

    it('elsewhere open an empty modal', async () => {
      await slack.send(aGlobalShortcut(anna));
      assert.equal(written(modal()), '""');
    });

    it('say so when Slack no longer accepts a modal', async () => {
      await slack.say(anna, 'hej');
      slack.slack.trouble = ({ method }) => (method === 'views.open' ? { error: 'expired_trigger_id' } : null);
      assert.equal((await slack.send(aGlobalShortcut(anna))).status, 200);
      assert.deepEqual(slack.whispers(anna), ['Det gik for langsomt for Slack. Tryk igen.']);
    });
  });

  describe('the App Home', () => {
    const home = (who: typeof anna) => wordsOn(slack.slack.homes.get(who.id));

    it('shows the person’s cases, profile and language, and greets a new person', async () => {
      await slack.send(aHomeOpened(anna));
      assert.match(home(anna), /Du har ingen sager lige nu[\s\S]*Ugens princip: [\s\S]*Din profil[\s\S]*English/);
      assert.match(received().join(), /Hej Anna/);
    });

    it('shows an agent what waits for them, then their cases', async () => {
      await slack.say(bo, 'hej');
      await slack.say(anna, DILEMMA);
      await slack.press(anna, 'submit-dilemma', {}, ({ anonymous }) => anonymous === 'no');
      await slack.send(aHomeOpened(bo));
      assert.match(home(bo), /En sag venter på dig[\s\S]*Sag 1 · Kan du tage den\?[\s\S]*Svar senest/);
      assert.match(home(bo), /Sag 1 · Venter på dig[\s\S]*Du er spurgt: Hvordan får jeg naboerne/);
    });

    it('greets without a redraw when opened on the messages tab', async () => {
      await slack.send(aHomeOpened(anna, { tab: 'messages' }));
      assert.deepEqual([slack.slack.homes.size, received().length], [0, 1]);
    });

    it('does not recognise an erased person who only looks; one who writes becomes a new person', async () => {
      await slack.say(anna, 'slet mig');
      await slack.press(anna, 'forget-me');
      assert.deepEqual(await runJob('forget', slack.setup.deps), { forgotten: 1 });
      const before = received().length;
      await slack.send(aHomeOpened(anna, { tab: 'messages' }));
      await slack.send(aHomeOpened(anna));
      assert.match(home(anna), /^Jeg ved ikke, hvem du er/);
      assert.equal(await slack.setup.store.people.byAddress('slack', anna.id), null);
      assert.equal(received().length, before);
      await slack.say(anna, 'hej');
      assert.match(received().at(-1) ?? '', /Hej Anna/);
    });
  });

  describe('an account that is not a colleague', () => {
    const guests: [string, Record<string, unknown>][] = [
      ['a guest', { is_restricted: true }],
      ['a guest of one channel', { is_ultra_restricted: true }],
      ['somebody of another workspace', { is_stranger: true }],
      ['an account of another workspace', { team_id: 'T0ELSEWHERE' }],
    ];
    for (const [name, overrides] of guests) {
      it(`is refused kindly everywhere, and nothing is stored: ${name}`, async () => {
        slack.slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@firma.example', overrides));
        const mention = aMention(anna, DILEMMA);
        await slack.say(anna, DILEMMA);
        await slack.send(mention);
        await slack.send(mention);
        assert.match((await slack.send(aCommand(anna, DILEMMA))).body, GUEST);
        await slack.send(aGlobalShortcut(anna));
        assert.match(wordsOn(modal()), GUEST);
        await slack.send(aHomeOpened(anna));
        assert.match(wordsOn(slack.slack.homes.get(anna.id)), GUEST);
        assert.deepEqual([received().length, inChannel().length], [1, 1]);
        for (const line of [...received(), ...inChannel()]) assert.match(line, GUEST);
        assert.equal((await slack.setup.store.people.all()).length, 1);
      });
    }

    it('does not include a colleague from another workspace of the same organisation', async () => {
      const overrides = { team_id: 'T0ELSEWHERE', enterprise_user: { teams: ['T0SAMMEN01'] } };
      slack.slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk', overrides));
      await slack.say(anna, DILEMMA);
      buttonOf(slack.chat(anna), 'submit-dilemma');
    });

    it('is not identified with anybody by an unconfirmed e-mail address', async () => {
      const overrides = { is_email_confirmed: false };
      slack.slack.users.set(anna.id, anAccount(anna.id, anna.name, 'bo@kommune.dk', overrides));
      await slack.say(anna, 'hej');
      const person = await slack.setup.store.people.byAddress('slack', anna.id);
      assert.deepEqual([person?.email, person?.roles], [null, []]);
    });

    it('is answered in English when its language is English', async () => {
      slack.slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk', { locale: 'en-GB' }));
      await slack.say(anna, 'hello');
      assert.match(received().join(), /Hello|Hi /);
    });
  });

  describe('an event that is not addressed to Sammen', () => {
    const ignored: [string, Record<string, unknown>][] = [
      ['an edit', { subtype: 'message_changed', message: { text: DILEMMA, user: anna.id, ts: '1.1' } }],
      ['a deletion', { subtype: 'message_deleted', deleted_ts: '1.1' }],
      ['a bot’s words', { bot_id: 'B0OTHER', subtype: 'bot_message' }],
      ['a bot’s words as a person', { bot_id: 'B0OTHER' }],
      ['our own words', { user: BOT_USER, bot_id: BOT_ID }],
      ['Slackbot’s words', { user: 'USLACKBOT' }],
      ['talk in a channel', { channel: CHANNEL, channel_type: 'channel' }],
      ['talk in a group', { channel: 'G0GROUP', channel_type: 'mpim' }],
      ['somebody joining', { subtype: 'channel_join', channel: CHANNEL, channel_type: 'channel' }],
    ];
    for (const [name, overrides] of ignored) {
      it(`is acknowledged and ignored: ${name}`, async () => {
        assert.deepEqual(await slack.send(aMessage(anna, DILEMMA, overrides)), { status: 200, body: '' });
        assert.deepEqual(
          slack.slack.calls.map(({ method }) => method),
          ['auth.test'],
        );
      });
    }

    it('is ignored when its type is unknown', async () => {
      for (const type of ['reaction_added', 'team_join', 'something_new'])
        assert.deepEqual(await slack.send(anEvent({ type, user: anna.id })), { status: 200, body: '' });
    });

    it('is ignored when a bot mentions Sammen', async () => {
      await slack.send(aMention(anna, DILEMMA, { bot_id: 'B0OTHER' }));
      assert.deepEqual(inChannel(), []);
    });

    it('does not include a message with a file: its text is read', async () => {
      await slack.send(aMessage(anna, DILEMMA, { subtype: 'file_share', files: [{ id: 'F1' }] }));
      buttonOf(slack.chat(anna), 'submit-dilemma');
    });
  });

  it('looks a person up in Slack once', async () => {
    await slack.say(anna, 'hej');
    await slack.say(anna, 'mange tak');
    await slack.send(aCommand(anna, DILEMMA));
    assert.equal(slack.slack.calls.filter(({ method }) => method === 'users.info').length, 1);
  });

  it('handles lone surrogates and NUL', async () => {
    await slack.send(aMessage(anna, `Hvordan får vi naboerne med \ud800 fra starten\u0000 af?`, { ts: newTs() }));
    assert.match(received().join(), /naboerne med \ufffd fra starten af\?/);
  });
});
