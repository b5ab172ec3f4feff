import assert from 'node:assert/strict';
import { anInvoke, aUser } from './support/activities.ts';
import { openTeamsHouse, type TeamsHouse, wordsOn } from './support/teams-context.ts';

const anna = aUser('anna');
const CHANNEL = { conversation: { id: '19:general@thread.tacv2', conversationType: 'channel', isGroup: true } };

type Task = { task: { type: string; value: { title: string; card: { contentType: string; content: Card } } } };
type Card = { body: { type: string; id?: string; value?: string }[]; actions: { data: { dialog: string } }[] };

describe('Teams: the message action', () => {
  let teams: TeamsHouse;
  beforeEach(async () => {
    teams = await openTeamsHouse();
    teams.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', email: 'anna@kommune.dk' });
    teams.connector.installed.set(anna.id, anna.conversation);
  });
  afterEach(() => teams.close());

  const invoke = (name: string, value: unknown) =>
    teams.send(anInvoke(anna, teams.connector.serviceUrl, `composeExtension/${name}`, value, CHANNEL));
  const payload = (content: string) => ({
    commandId: 'get-sparring',
    commandContext: 'message',
    messagePayload: {
      id: '1785000000000',
      linkToMessage: 'https://teams.microsoft.com/l/message/x',
      from: { user: { id: 'aad-1', displayName: 'Ole Navngiven', userIdentityType: 'aadUser' } },
      body: { contentType: 'html', content },
    },
  });
  const open = async (content: string): Promise<Card> => {
    const { status, body } = await invoke('fetchTask', payload(content));
    const { type, value } = (body as Task).task;
    assert.deepEqual(
      [status, type, value.card.contentType],
      [200, 'continue', 'application/vnd.microsoft.card.adaptive'],
    );
    return value.card.content;
  };
  const wordsIn = (card: Card) => card.body.find(({ id }) => id === 'text')?.value;
  const submit = (card: Card, text = wordsIn(card)) =>
    invoke('submitAction', {
      commandId: 'get-sparring',
      commandContext: 'message',
      data: { ...card.actions[0]?.data, text },
    });

  it('shows the words of the message in a dialog, and names nobody', async () => {
    const card = await open(
      '<div><div>Hej <at id="0">Bo Jensen</at>,</div><p>Skaterne vil <b>selv</b> bygge en rampe &amp; male den.&nbsp;Hvem&#229;?</p><attachment id="1"></attachment><ul><li>et</li><li>to</li></ul></div>',
    );
    assert.equal(wordsIn(card), 'Hej en kollega,\nSkaterne vil selv bygge en rampe & male den. Hvemå?\net\nto');
    assert.doesNotMatch(JSON.stringify(card), /Ole|Bo Jensen/);
    assert.deepEqual(teams.connector.calls, [], 'nothing is kept and nobody is told');
  });

  it('makes a draft in the personal chat', async () => {
    const { body } = await submit(await open('<p>Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?</p>'));
    assert.deepEqual(body, { task: { type: 'message', value: 'Jeg har skrevet til dig i vores egen chat.' } });
    assert.match(wordsOn(teams.chat(anna)[0]?.sent), /Skaterne vil selv bygge en rampe/);
  });

  it('makes one draft of a dialog submitted twice, and a second draft of a second dialog on the same message', async () => {
    const first = await open('<p>Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?</p>');
    await Promise.all([submit(first), submit(first)]);
    assert.equal(teams.chat(anna).length, 1);
    await submit(await open('<p>Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?</p>'));
    assert.equal(teams.chat(anna).length, 2);
  });

  it('explains how to get the app to a person who lacks it, and stores nothing', async () => {
    teams.connector.installed.clear();
    const { status, body } = await submit(await open('<p>Skaterne vil selv bygge en rampe.</p>'));
    assert.equal(status, 200);
    assert.match((body as { task: { value: string } }).task.value, /tilføjet mig/);
    assert.deepEqual(await teams.setup.store.people.all(), []);
  });

  it('handles the longest message, an empty one, and a missing one', async () => {
    assert.equal(wordsIn(await open(`<p>${'langt '.repeat(5000)}</p>`))?.length, 3000);
    const empty = await open('');
    assert.equal(wordsIn(empty), '');
    assert.match(JSON.stringify((await submit(empty, ' ')).body), /Der stod ikke noget/);
    for (const value of [null, {}, { messagePayload: 'x' }])
      assert.equal((await invoke('fetchTask', value)).status, 200);
    for (const value of [null, {}, { data: 'x' }]) assert.equal((await invoke('submitAction', value)).status, 400);
  });
});
