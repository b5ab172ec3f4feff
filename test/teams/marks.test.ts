import assert from 'node:assert/strict';
import { aMention, aUser, ofType } from './support/activities.ts';
import { buttonOf, openTeamsHouse, type TeamsHouse, wordsOn } from './support/teams-context.ts';

const anna = aUser('anna');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const FILE = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  content: { downloadUrl: 'https://kommune.sharepoint.example/plan', uniqueId: '1', fileType: 'pdf' },
  contentUrl: 'https://kommune.sharepoint.example/plan.pdf',
  name: 'plan.pdf',
};

describe('Teams: what stands in a message besides its words', () => {
  let teams: TeamsHouse;
  beforeEach(async () => {
    teams = await openTeamsHouse();
    teams.connector.members.set(anna.id, { id: anna.id, name: anna.name, email: 'anna@kommune.dk', userRole: 'user' });
  });
  afterEach(() => teams.close());

  const texts = () => teams.chat(anna).map(({ sent }) => `${sent.text ?? ''}\n${wordsOn(sent)}`);

  it('a word in a quoted reply is that word', async () => {
    await teams.say(anna, '<quoted messageId="1785000000001"/> hjælp', {
      entities: [{ type: 'quotedReply', quotedReply: { messageId: '1785000000001', senderName: 'Sammen' } }],
    });
    assert.match(texts()[0] ?? '', /Sådan kan jeg hjælpe/);
    assert.equal(texts().length, 1);
  });

  it('a dilemma in a quoted reply is a draft without the quotation', async () => {
    await teams.say(anna, `<quoted messageId="1785000000001"/>\r\n${DILEMMA}`);
    assert.ok(buttonOf(teams.chat(anna), 'submit-dilemma'));
    assert.match(texts()[0] ?? '', new RegExp(DILEMMA.replace('?', '\\?')));
    assert.doesNotMatch(JSON.stringify(teams.chat(anna)), /quoted|messageId|1785000000001/);
  });

  it('the words beside a file become a draft, and one line says that only they came along', async () => {
    await teams.say(anna, DILEMMA, { attachments: [FILE], id: '1785000009001' });
    await teams.say(anna, DILEMMA, { attachments: [FILE], id: '1785000009001' });
    assert.ok(buttonOf(teams.chat(anna), 'submit-dilemma'));
    assert.equal(texts().filter((text) => /kun din tekst er kommet med/.test(text)).length, 1);
    assert.equal(texts().length, 2);
  });

  it('pictures alone get one line, however many come at once', async () => {
    for (let i = 0; i < 5; i++)
      await teams.say(anna, '', { attachments: [{ contentType: 'image/png', contentUrl: 'x' }] });
    assert.equal(texts().length, 1);
    assert.match(texts()[0] ?? '', /Jeg kan ikke tage filer med/);
  });

  it('a file in a channel gets its line in the thread', async () => {
    await teams.say(anna, 'hej');
    const before = texts().length;
    await teams.send(aMention(anna, teams.connector.serviceUrl, '', { attachments: [FILE] }));
    const [line] = teams.connector.chat('19:general@thread.tacv2;messageid=1785000000000');
    assert.match(line?.sent.text ?? '', /Jeg kan ikke tage filer med/);
    assert.equal(texts().length, before);
  });

  it('answers nothing to activities that it does not know', async () => {
    for (const type of ['messageReaction', 'typing', 'event', 'endOfConversation', 'handoff', 'no-such-type']) {
      const activity = ofType(anna, teams.connector.serviceUrl, type, { text: DILEMMA, name: 'x/y', value: {} });
      assert.equal((await teams.send(activity)).status, 200, type);
    }
    for (const name of ['application/vnd.microsoft.meetingStart', 'task/fetch', 'message/submitAction', undefined]) {
      const invoke = ofType(anna, teams.connector.serviceUrl, 'invoke', { name, value: { data: 7 } });
      assert.equal((await teams.send(invoke)).status, 501, name);
    }
    assert.deepEqual(texts(), []);
  });
});
