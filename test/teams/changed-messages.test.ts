import assert from 'node:assert/strict';
import { type Activity, aMention, aMessage, aUser, ofType, type User } from './support/activities.ts';
import { buttonOf, openTeamsHouse, type TeamsHouse, wordsOn } from './support/teams-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const OLD = 'Fru Opfundet på Elmevej vil have svar, hvad svarer jeg?';
const NEW = 'En borger på vejen vil have svar, hvad svarer jeg?';

describe('Teams: messages that people edit, delete or bring back', () => {
  let teams: TeamsHouse;
  let url: string;
  beforeEach(async () => {
    teams = await openTeamsHouse();
    url = teams.connector.serviceUrl;
    for (const { id, name } of [anna, bo])
      teams.connector.members.set(id, { id, name, email: `${name.split(' ')[0]}@kommune.dk` });
  });
  afterEach(() => teams.close());

  const texts = () => teams.chat(anna).map(({ sent }) => `${sent.text ?? ''}\n${wordsOn(sent)}`);
  const all = () => texts().join('\n');
  const send = async (...activities: Activity[]) => {
    for (const activity of activities) assert.equal((await teams.send(activity)).status, 200);
  };
  const change = (of: Activity, type: string, eventType: string, overrides: object = {}, user: User = anna) =>
    ofType(user, url, type, {
      id: of.id,
      conversation: of.conversation,
      channelData: { eventType, tenant: (of.channelData as { tenant: object }).tenant },
      ...overrides,
    });
  const anEdit = (of: Activity, text: string, overrides: object = {}, user: User = anna) =>
    change(of, 'messageUpdate', 'editMessage', { text, textFormat: 'plain', ...overrides }, user);
  const aDeletion = (of: Activity, overrides: object = {}, user: User = anna) =>
    change(of, 'messageDelete', 'softDeleteMessage', overrides, user);
  const anUndo = (of: Activity, text: string) => change(of, 'messageUpdate', 'undeleteMessage', { text });
  const shows = (text: string) => {
    assert.match(all(), new RegExp(text.replace('?', '\\?')));
    assert.ok(buttonOf(teams.chat(anna), 'submit-dilemma'));
  };
  const showsNoDraft = () => assert.throws(() => buttonOf(teams.chat(anna), 'submit-dilemma'));

  it('let the unsent draft follow an edit, in the same message', async () => {
    const message = aMessage(anna, url, OLD);
    await send(message, anEdit(message, NEW), anEdit(message, NEW), message);
    shows(NEW);
    assert.doesNotMatch(all(), /Opfundet/);
    assert.equal(texts().length, 1);
  });

  it('throw the draft away with its last line, and bring it back', async () => {
    const message = aMessage(anna, url, OLD);
    await send(message, aDeletion(message), aDeletion(message));
    showsNoDraft();
    assert.doesNotMatch(all(), /Opfundet/);
    await send(anUndo(message, OLD), anUndo(message, OLD));
    shows(OLD);
    assert.equal(texts().length, 1);
    await send(anEdit(message, NEW));
    shows(NEW);
  });

  it('leave what was sent as it is, and tell their writer', async () => {
    const message = aMessage(anna, url, OLD);
    await send(message);
    await teams.press(anna, 'submit-dilemma');
    for (const change of [anEdit(message, NEW), aDeletion(message)]) {
      const before = texts().length;
      await send(change, change);
      assert.match(texts().at(-1) ?? '', /er stadig sendt/);
      assert.equal(texts().length, before + 1, 'once for each change');
    }
    assert.equal((await teams.setup.store.cases.byNumber(1))?.text, OLD);
  });

  it('bring back nothing that no deletion took', async () => {
    const command = aMessage(anna, url, 'hjælp');
    await send(command, aDeletion(command), anUndo(command, 'hjælp'));
    assert.equal(texts().length, 1);
  });

  it('follow an edit that arrives before its message, or at the same time', async () => {
    const first = aMessage(anna, url, OLD);
    await send(aMessage(anna, url, 'hjælp'), anEdit(first, NEW), first);
    shows(NEW);
    const second = aMessage(anna, url, `${OLD} Og igen?`);
    await Promise.all([teams.send(second), teams.send(anEdit(second, 'Må jeg ringe til hende?'))]);
    await teams.flush();
    assert.doesNotMatch(all(), /Opfundet/);
  });

  it('keep the newest of two edits, in whichever order they come', async () => {
    const message = aMessage(anna, url, OLD);
    await send(message, anEdit(message, NEW, { timestamp: '2026-11-24T09:05:00Z' }));
    await send(anEdit(message, OLD.replace('svar', 'besked'), { timestamp: '2026-11-24T09:04:00Z' }));
    shows(NEW);
  });

  it('leave commands alone', async () => {
    const command = aMessage(anna, url, 'hjælp');
    await send(command, anEdit(command, NEW), aDeletion(command), command);
    assert.equal(texts().length, 1);
    showsNoDraft();
  });

  it('let nobody change what somebody else wrote', async () => {
    const message = aMessage(anna, url, OLD);
    await send(message, aMessage(bo, url, 'hjælp'), anEdit(message, NEW, {}, bo), aDeletion(message, {}, bo));
    shows(OLD);
  });

  it('meet nobody and fail on nothing, whatever stands in the activity', async () => {
    const message = aMessage(anna, url, OLD);
    await send(anEdit(message, NEW), aDeletion(message), anUndo(message, OLD), anEdit(message, NEW, { id: undefined }));
    await send(
      anEdit(message, '', {
        text: 7,
        channelData: 'x',
        conversation: { id: 'a:1', tenantId: '5e1c0000-0000-4000-8000-00000000ea57' },
      }),
    );
    assert.deepEqual([await teams.setup.store.people.all(), texts()], [[], []]);
  });

  it('follow an edited mention in a channel', async () => {
    await teams.say(anna, 'hjælp');
    const mention = aMention(anna, url, OLD);
    const { attachments: _html, entities } = mention;
    await send(mention, anEdit(mention, `<at>Sammen</at> ${NEW}`, { entities }));
    shows(NEW);
    assert.doesNotMatch(all(), /Opfundet|at>/);
    await send(aDeletion(mention));
    showsNoDraft();
  });
});
