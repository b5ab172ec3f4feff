import assert from 'node:assert/strict';
import sinon from 'sinon';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { aMessage, aPress, aUser } from './support/activities.ts';
import { buttonOf, openTeamsHouse, type TeamsHouse } from './support/teams-context.ts';

const anna = aUser('anna');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const AWAY = 'Jeg kan ikke gemme lige nu, så der er ikke sket noget. Send det igen om lidt.';

describe('Teams: while the store is unavailable,', () => {
  let teams: TeamsHouse;
  beforeEach(async () => {
    teams = await openTeamsHouse();
    teams.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', email: 'anna@kommune.dk' });
    await teams.say(anna, 'hej');
  });
  afterEach(async () => {
    sinon.restore();
    await teams.close();
  });
  const words = () =>
    teams
      .chat(anna)
      .slice(1)
      .map(({ sent }) => sent.text);

  it('a message is not acknowledged, the person is told once, and Teams’ retry succeeds', async () => {
    const away = sinon.stub(teams.setup.store.drafts, 'add').rejects(new StoreUnavailable('away'));
    const message = aMessage(anna, teams.connector.serviceUrl, DILEMMA);
    assert.equal((await teams.send(message)).status, 503);
    assert.equal((await teams.send(message)).status, 503);
    assert.deepEqual(words(), [AWAY]);
    away.restore();
    assert.equal((await teams.send(message)).status, 200);
    assert.equal(teams.chat(anna).length, 3);
    buttonOf(teams.chat(anna), 'submit-dilemma');
  });

  it('a press is answered with a kind line, and pressing again works', async () => {
    await teams.say(anna, DILEMMA);
    const { message, data } = buttonOf(teams.chat(anna), 'submit-dilemma');
    const press = () =>
      teams.send(aPress(anna, teams.connector.serviceUrl, message.id, 'submit-dilemma', { ...data, anonymous: 'no' }));
    const away = sinon.stub(teams.setup.store.cases, 'add').rejects(new StoreUnavailable('away'));
    const { status, body } = await press();
    assert.deepEqual(
      { status, body },
      { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: AWAY } },
    );
    away.restore();
    assert.equal(((await press()).body as { type: string }).type, 'application/vnd.microsoft.card.adaptive');
    assert.equal((await teams.setup.store.cases.burdens()).length, 1);
  });

  it('a stored press is never reported as lost, even when its card cannot be read', async () => {
    await teams.say(anna, DILEMMA);
    const away = sinon.stub(teams.setup.store.posts, 'get').rejects(new StoreUnavailable('away'));
    const { body } = await teams.press(anna, 'submit-dilemma', { anonymous: 'no' });
    away.restore();
    assert.equal((body as { value: string }).value, 'Det er gjort.');
  });
});
