import assert from 'node:assert/strict';
import { NEVER } from '../../bot/people/person.ts';
import { anAgent } from '../support/fixtures/builders.ts';
import {
  aMembersAdded,
  aMention,
  aMessage,
  anInstallation,
  aSubmit,
  aUser,
  BOT,
  ofType,
} from './support/activities.ts';
import { APP_ID } from './support/names.ts';
import { buttonOf, openTeamsHouse, type TeamsHouse, wordsOn } from './support/teams-context.ts';

const anna = aUser('anna');
const THREAD = '19:general@thread.tacv2;messageid=1785000000000';
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('Teams: where people meet Sammen', () => {
  let teams: TeamsHouse;
  let url: string;
  beforeEach(async () => {
    teams = await openTeamsHouse([anAgent('bo', { name: 'Bo Prøve', addresses: [] })]);
    teams.connector.members.set(anna.id, {
      id: anna.id,
      name: 'Anna Prøve',
      email: 'anna@kommune.dk',
      userRole: 'user',
    });
    url = teams.connector.serviceUrl;
  });
  afterEach(() => teams.close());

  const texts = (conversation: string) =>
    teams.connector.chat(conversation).map(({ sent }) => sent.text ?? wordsOn(sent));

  describe('a mention in a channel', () => {
    it('is answered in the personal chat when the person has the app, with one line in the thread and no case text', async () => {
      teams.connector.installed.set(anna.id, anna.conversation);
      assert.equal((await teams.send(aMention(anna, url, DILEMMA))).status, 200);
      assert.deepEqual(texts(THREAD), ['Jeg har skrevet til dig i vores egen chat.']);
      assert.match(texts(anna.conversation).join(), /Hvordan får jeg naboerne med fra starten\?/);
      assert.doesNotMatch(texts(anna.conversation).join(), /<at>|&nbsp;|Sammen&/);
    });

    it('is never anonymous, because others have seen who wrote it', async () => {
      teams.connector.installed.set(anna.id, anna.conversation);
      await teams.send(aMention(anna, url, DILEMMA));
      const [preview] = teams.chat(anna);
      assert.doesNotMatch(wordsOn(preview?.sent), /Send uden mit navn/);
      const { body } = await teams.press(anna, 'submit-dilemma', { anonymous: 'yes' });
      assert.match((body as { value: string }).value, /kun sendes med dit navn/);
      await teams.press(anna, 'submit-dilemma');
      assert.equal((await teams.setup.store.cases.burdens()).length, 1);
    });

    it('uses a known personal chat without asking Teams', async () => {
      await teams.say(anna, 'hej');
      await teams.send(aMention(anna, url, DILEMMA));
      assert.ok(!teams.connector.calls.some(({ method, path }) => method === 'POST' && path === '/v3/conversations'));
      assert.equal(texts(anna.conversation).length, 2);
    });

    it('is answered in the thread with how to get the app when the person lacks it, and nothing is stored', async () => {
      assert.equal((await teams.send(aMention(anna, url, DILEMMA))).status, 200);
      const [line, ...more] = texts(THREAD);
      assert.match(line ?? '', /tilføjet mig.*https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/);
      assert.ok(line?.includes(APP_ID) && !line.includes('naboerne'));
      assert.deepEqual(
        [more, texts(anna.conversation), await teams.setup.store.people.byEmail('anna@kommune.dk')],
        [[], [], null],
      );
    });

    it('is answered once, however often it is delivered', async () => {
      teams.connector.installed.set(anna.id, anna.conversation);
      const mention = aMention(anna, url, DILEMMA);
      for (let i = 0; i < 3; i++) await teams.send(mention);
      assert.deepEqual([texts(THREAD).length, texts(anna.conversation).length], [1, 1]);
    });

    it('loses only Sammen’s own name; other mentioned names stay', async () => {
      teams.connector.installed.set(anna.id, anna.conversation);
      const text = '<at>Sammen</at> kan <at>Bo Prøve</at> og jeg spørge borgerne om R&amp;D-pladsen?';
      await teams.send(aMention(anna, url, '', { text }));
      assert.match(texts(anna.conversation).join(), /kan Bo Prøve og jeg spørge borgerne om R&D-pladsen\?/);
    });

    it('is required: other messages are ignored', async () => {
      await teams.send(aMention(anna, url, DILEMMA, { entities: [], text: DILEMMA }));
      assert.deepEqual(teams.connector.calls, []);
    });
  });

  describe('an account that changes', () => {
    const person = async () =>
      (await teams.setup.store.people.byAddress('teams', anna.aadObjectId)) ?? assert.fail('nobody has this account');
    const aDayPasses = async () => {
      const { _id, said } = await person();
      await teams.setup.store.people.unsay(_id, 'teams');
      await teams.setup.store.people.say(
        _id,
        said.map((one) => ({ ...one, at: NEVER })),
      );
    };
    const asked = () => teams.connector.calls.filter(({ method }) => method === 'GET').length;

    it('is asked about once a day, and stays the same person under another name, mail and principal name', async () => {
      await teams.say(anna, 'hej');
      const before = await person();
      const user = { id: anna.id, userRole: 'user', email: 'a.ny@kommune.dk', userPrincipalName: 'AN@kommune.dk' };
      teams.connector.members.set(anna.id, { ...user, name: 'Ny, Anna-Marie (BUF)' });
      await teams.say(anna, 'hjælp');
      assert.equal(asked(), 1);
      await aDayPasses();
      for (const text of ['hjælp', 'hej']) await teams.say(anna, text);
      assert.equal(asked(), 2);
      const after = await person();
      assert.deepEqual([after._id, after.name, after.email], [before._id, 'Ny, Anna-Marie (BUF)', 'a.ny@kommune.dk']);
      assert.deepEqual(
        after.said.map(({ email }) => email),
        ['a.ny@kommune.dk', 'an@kommune.dk'],
      );
      assert.match(texts(anna.conversation).at(-1) ?? '', /Hej Anna-Marie/);
    });

    it('is refused once it is a guest’s', async () => {
      await teams.say(anna, 'hej');
      await aDayPasses();
      teams.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', userRole: 'guest' });
      for (const text of [DILEMMA, DILEMMA]) await teams.say(anna, text);
      assert.match(texts(anna.conversation).at(-1) ?? '', /kun for kolleger/);
      assert.deepEqual([(await person()).addresses, asked()], [[], 2]);
    });
  });

  describe('installing and removing', () => {
    it('leads to one greeting, even when Teams reports it repeatedly', async () => {
      for (let i = 0; i < 2; i++) {
        await teams.send(anInstallation(anna, url, 'add'));
        await teams.send(aMembersAdded(anna, url));
        await teams.send(anInstallation(anna, url, 'add-upgrade'));
      }
      assert.equal(texts(anna.conversation).length, 1);
      assert.match(texts(anna.conversation)[0] ?? '', /Hej Anna/);
    });

    it('leads to a greeting in working hours only, because an administrator may install it for everybody', async () => {
      teams.setup.now = new Date('2026-11-24T22:00:00Z');
      await teams.send(anInstallation(anna, url, 'add'));
      assert.deepEqual(texts(anna.conversation), []);
      teams.setup.now = new Date('2026-11-25T07:00:00Z');
      await teams.flush();
      assert.equal(texts(anna.conversation).length, 1);
    });

    it('leads to no greeting in a team, and greets only the person who got the app', async () => {
      await teams.send({ ...aMention(anna, url, ''), type: 'conversationUpdate', membersAdded: [BOT] });
      await teams.send(aMembersAdded(anna, url, [{ id: '29:somebody-else' }]));
      assert.deepEqual(teams.connector.messages, []);
    });
  });

  describe('an activity that is neither a message nor a press', () => {
    const ignored: [string, object][] = [
      [
        'messageUpdate',
        {
          text: 'Noget andet, jeg ville have spurgt om i stedet',
          channelData: { eventType: 'editMessage', tenant: { id: '5e1c0000-0000-4000-8000-00000000ea57' } },
        },
      ],
      ['messageDelete', {}],
      ['messageReaction', { reactionsAdded: [{ type: 'like' }] }],
      ['typing', {}],
      ['event', { name: 'application/vnd.microsoft.meetingStart' }],
      ['endOfConversation', {}],
      ['somethingNew', {}],
    ];
    for (const [type, overrides] of ignored) {
      it(`is accepted and ignored: ${type}`, async () => {
        assert.deepEqual(await teams.send(ofType(anna, url, type, overrides)), { status: 200, body: {} });
        assert.deepEqual(teams.connector.calls, []);
      });
    }
  });

  describe('a press by Action.Submit', () => {
    it('does the same as Action.Execute, and the card changes by an update', async () => {
      await teams.say(anna, DILEMMA);
      const { message, data } = buttonOf(teams.chat(anna), 'submit-dilemma');
      assert.deepEqual(
        await teams.send(aSubmit(anna, url, message.id, 'submit-dilemma', { ...data, anonymous: 'no' })),
        { status: 200, body: {} },
      );
      assert.equal(teams.chat(anna).length, 1);
      assert.match(wordsOn(message.sent), /Sag 1/);
    });

    it('is refused with a message in the chat', async () => {
      await teams.say(anna, DILEMMA);
      await teams.send(aSubmit(anna, url, teams.chat(anna)[0]?.id ?? '', 'withdraw-case', { case: 'nothing' }));
      await teams.send(aSubmit(anna, url, teams.chat(anna)[0]?.id ?? '', 'no-such-verb', {}));
      assert.deepEqual(
        teams
          .chat(anna)
          .slice(1)
          .map(({ sent }) => sent.text),
        [
          'Jeg kan ikke finde den sag hos dig. Skriv "mine sager", så ser du dine sager.',
          'Den knap virker ikke længere. Skriv "mine sager", så får du en ny.',
        ],
      );
    });
  });

  it('strips Teams’ markup from a message and keeps the words', async () => {
    await teams.send(
      aMessage(anna, url, 'Er 3 &lt; 4, når vi er&nbsp;fem om én plads, og hvad siger I andre til det?\r\n'),
    );
    assert.match(
      texts(anna.conversation)[0] ?? '',
      /Er 3 < 4, når vi er fem om én plads, og hvad siger I andre til det\?/,
    );
  });
});
