import assert from 'node:assert/strict';
import { anAgent } from '../support/fixtures/builders.ts';
import { aMessage, aPress, aUser, newId } from './support/activities.ts';
import { buttonOf, openTeamsHouse, type TeamsHouse, wordsOn } from './support/teams-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

type Line = { type: string; value: string };

describe('Teams: repeated, late and reordered activities', () => {
  let teams: TeamsHouse;
  let url: string;
  beforeEach(async () => {
    teams = await openTeamsHouse([
      anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [] }),
      anAgent('kim', { name: 'Kim Prøve', addresses: [] }),
    ]);
    for (const user of [anna, bo])
      teams.connector.members.set(user.id, {
        id: user.id,
        name: user.name,
        email: `${user.name.split(' ')[0]}@kommune.dk`,
      });
    url = teams.connector.serviceUrl;
  });
  afterEach(() => teams.close());

  it('make one draft of a redelivered message, even concurrently', async () => {
    const message = aMessage(anna, url, DILEMMA);
    await Promise.all([teams.send(message), teams.send(message), teams.send(message)]);
    await teams.send({ ...message, timestamp: '2026-11-24T09:00:15.0000000Z' });
    assert.equal(teams.chat(anna).length, 1);
    assert.equal((await teams.setup.store.people.all()).length, 3, 'and one person');
  });

  it('make two messages of the same id in two conversations', async () => {
    const id = newId();
    await teams.send(aMessage(anna, url, DILEMMA, { id }));
    await teams.send(aMessage(bo, url, DILEMMA, { id }));
    assert.deepEqual([teams.chat(anna).length, teams.chat(bo).length], [1, 1]);
  });

  it('act once on an invoke repeated with a new id, and answer it with the card', async () => {
    await teams.say(anna, DILEMMA);
    const { message, data } = buttonOf(teams.chat(anna), 'submit-dilemma');
    const press = () => aPress(anna, url, message.id, 'submit-dilemma', { ...data, anonymous: 'no' });
    const answers = await Promise.all([teams.send(press()), teams.send(press())]);
    answers.push(await teams.send(press()));
    for (const { status, body } of answers) {
      assert.equal(status, 200);
      assert.match(wordsOn((body as { value: unknown }).value), /Sag \d+/);
    }
    assert.equal((await teams.setup.store.cases.burdens()).length, 1);
    assert.equal(teams.chat(anna).length, 1);
  });

  it('act once on an activity that is delivered again after what it did was undone', async () => {
    await teams.say(anna, 'pause');
    const of = (verb: string) => buttonOf(teams.chat(anna), verb);
    const stopped = async () => {
      const person = (await teams.setup.store.people.all()).find(({ agent }) => agent === null);
      return (await teams.setup.store.readers.get(person?._id ?? assert.fail())).stoppedAt !== null;
    };
    const { message, data } = of('stop-nudges');
    const stop = aPress(anna, url, message.id, 'stop-nudges', data);
    await teams.send(stop);
    assert.equal(await stopped(), true);
    await teams.press(anna, 'resume-nudges');
    await Promise.all([teams.send(stop), teams.send(stop)]);
    assert.equal(await stopped(), false, 'delivered again');
    await teams.send({ ...stop, id: newId() });
    assert.equal(await stopped(), true, 'a stop of its own counts, however soon it comes');
  });

  it('answer a press on a stale card with a line, and update the card', async () => {
    await teams.say(bo, 'hej');
    await teams.say(anna, DILEMMA);
    await teams.press(anna, 'submit-dilemma', { anonymous: 'no' });
    const offer = buttonOf(teams.chat(bo), 'accept-case');
    const late = aPress(bo, url, offer.message.id, 'accept-case', offer.data);
    await teams.press(anna, 'withdraw-case');
    const { status, body } = await teams.send(late);
    const { type, value } = body as Line;
    assert.deepEqual(
      { status, type, value },
      {
        status: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'Sagen er trukket tilbage. Der skal ikke gøres mere.',
      },
    );
    assert.doesNotMatch(wordsOn(offer.message.sent), /jeg tager sagen|naboerne/);
  });

  it('perform a press that arrives after a newer card, which then shows it', async () => {
    await teams.say(bo, 'hej');
    await teams.say(anna, DILEMMA);
    await teams.press(anna, 'submit-dilemma', { anonymous: 'no' });
    const old = buttonOf(teams.chat(anna), 'reply');
    await teams.press(bo, 'accept-case', { 'accept-case.text': 'Hvem af dem kender du?' });
    const { body } = await teams.send(
      aPress(anna, url, old.message.id, 'reply', { ...old.data, 'reply.text': 'Kun dem på hjørnet.' }),
    );
    assert.deepEqual(body, {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Det er gjort.',
    });
    assert.match(wordsOn(teams.chat(anna).at(-1)?.sent), /Kun dem på hjørnet\./);
    assert.match(wordsOn(teams.chat(bo).at(-1)?.sent), /Kun dem på hjørnet\./);
  });

  it('do not answer presses on a card forwarded to a group', async () => {
    await teams.say(anna, DILEMMA);
    const { message, data } = buttonOf(teams.chat(anna), 'submit-dilemma');
    const group = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true };
    const { body } = await teams.send(
      aPress(anna, url, message.id, 'submit-dilemma', { ...data, anonymous: 'no' }, { conversation: group }),
    );
    assert.deepEqual((body as Line).value, 'Tryk på knappen i vores egen chat. Så er det kun dig, der ser svaret.');
    assert.equal((await teams.setup.store.cases.burdens()).length, 0);
  });

  it('answer a malformed press without an error', async () => {
    await teams.say(anna, DILEMMA);
    for (const [verb, data] of [
      ['no-such-verb', {}],
      ['reply', 'text'],
      ['submit-dilemma', { draft: 7 }],
    ] as const) {
      const { status, body } = await teams.send(aPress(anna, url, 'm1', verb, data as object));
      assert.deepEqual(
        [status, (body as Line).value],
        [200, 'Den knap virker ikke længere. Skriv "mine sager", så får du en ny.'],
        verb,
      );
    }
    const { status } = await teams.send({
      ...aPress(anna, url, 'm1', 'reply', {}),
      value: { action: { type: 'Action.Submit' } },
    });
    assert.equal(status, 400);
  });
});
