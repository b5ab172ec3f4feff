import assert from 'node:assert/strict';
import { followUp } from '../../jobs/follow-up.ts';
import { anAgent } from '../support/fixtures/builders.ts';
import { aUser } from './support/activities.ts';
import { cardOf, openTeamsHouse, type TeamsHouse, wordsOn } from './support/teams-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');

type CardAnswer = { statusCode: number; type: string; value: unknown };

describe('Teams: a dilemma from question to rating', () => {
  let teams: TeamsHouse;
  beforeEach(async () => {
    teams = await openTeamsHouse([anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [] })]);
    teams.connector.members.set(anna.id, {
      id: anna.id,
      name: 'Anna Prøve',
      email: 'Anna@kommune.dk',
      userRole: 'user',
    });
    teams.connector.members.set(bo.id, { id: bo.id, name: 'Bo Prøve', email: 'Bo@Kommune.dk', userRole: 'user' });
  });
  afterEach(() => teams.close());

  /** Presses a button, and expects the updated card in the response. */
  const press = async (who: typeof anna, verb: string, filledIn: Record<string, unknown> = {}): Promise<string> => {
    const { status, body } = await teams.press(who, verb, filledIn);
    const { statusCode, type, value } = body as CardAnswer;
    assert.deepEqual(
      { status, statusCode, type },
      { status: 200, statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    );
    return wordsOn(value);
  };

  it('runs over HTTP, and each press is answered with the updated card', async () => {
    assert.deepEqual(await teams.say(bo, 'hej'), { status: 200, body: {} });
    assert.match(wordsOn(teams.chat(bo).at(-1)?.sent), /Hej Bo/);

    assert.deepEqual(await teams.say(anna, 'Hvordan får jeg naboerne med fra starten?'), { status: 200, body: {} });
    assert.match(wordsOn(teams.chat(anna).at(-1)?.sent), /naboerne/);
    assert.match(await press(anna, 'submit-dilemma', { anonymous: 'no' }), /Sag 1[\s\S]*Bo Prøve/);
    assert.match(wordsOn(teams.chat(bo).at(-1)?.sent), /Vil du hjælpe Anna Prøve/);

    await press(bo, 'accept-case', { 'accept-case.text': 'Hvem af dem kender du?' });
    assert.match(wordsOn(teams.chat(anna).at(-1)?.sent), /Hvem af dem kender du\?/);
    await press(anna, 'reply', { 'reply.text': 'Kun dem på hjørnet.' });
    assert.match(wordsOn(teams.chat(bo).at(-1)?.sent), /Kun dem på hjørnet\./);
    await press(bo, 'answer-case', {
      'answer-case.text': 'Gå en tur med dem, før der er en plan.',
      'answer-case.outcome': 'advice',
    });
    assert.match(wordsOn(teams.chat(anna).at(-1)?.sent), /Gå en tur med dem/);
    await press(anna, 'rate-answer', { helpful: 'yes' });

    const [c] = await teams.setup.store.cases.of((await teams.setup.store.people.agents())[0]?._id ?? assert.fail(), 1);
    assert.deepEqual({ state: c?.state, rating: c?.rating }, { state: 'answered', rating: 'yes' });
    assert.deepEqual(teams.faults, []);
  });

  it('ends with a question on the day of the step, whose answer reaches the agent', async () => {
    await teams.say(bo, 'hej');
    await teams.say(anna, 'Hvordan får jeg naboerne med fra starten?');
    await press(anna, 'submit-dilemma', { anonymous: 'no' });
    await press(bo, 'accept-case');
    await press(bo, 'answer-case', {
      'answer-case.text': 'Gå en tur med dem, før der er en plan.',
      'answer-case.outcome': 'small-trial',
      'answer-case.trial': 'Inviter to af dem på kaffe',
      'answer-case.trialUntil': '2026-11-26',
      'answer-case.trialSign': 'De kommer igen',
    });
    teams.setup.now = new Date('2026-11-27T07:01:00.000Z');
    for (const _ of ['at eight', 'a minute later']) await followUp(teams.setup.deps);
    await teams.flush();
    const asked = teams.chat(anna).filter(({ sent }) => /Blev forsøget til noget/.test(wordsOn(sent)));
    assert.equal(asked.length, 1);
    assert.match(wordsOn(asked[0]?.sent), /Inviter to af dem på kaffe/);
    const report = { kept: 'partly', 'follow-up.text': 'Kun den ene kunne, men hun tog sin bror med.' };
    assert.match(await press(anna, 'follow-up', report), /Tak, fordi du fortalte det/);
    assert.match(wordsOn(teams.chat(bo).at(-1)?.sent), /hun tog sin bror med/);
    assert.deepEqual(teams.faults, []);
  });

  it('starts with a person found in the directory by the e-mail address that Teams confirms, asked for once', async () => {
    await teams.say(bo, 'hej');
    await teams.say(bo, 'mange tak');
    const [agent] = await teams.setup.store.people.agents();
    assert.deepEqual(
      agent?.addresses.map(({ platform, id }) => [platform, id]),
      [['teams', bo.aadObjectId]],
    );
    assert.equal(teams.connector.calls.filter(({ method }) => method === 'GET').length, 1);
  });

  it('makes a new person a colleague without a unit, in the language of their Teams', async () => {
    await teams.say(anna, 'hello', { locale: 'en-GB' });
    const person = await teams.setup.store.people.byAddress('teams', anna.aadObjectId);
    assert.deepEqual(
      {
        name: person?.name,
        email: person?.email,
        unit: person?.unit,
        roles: person?.roles,
        language: person?.language,
      },
      { name: 'Anna Prøve', email: 'anna@kommune.dk', unit: null, roles: [], language: 'en' },
    );
    assert.match(wordsOn(teams.chat(anna)[0]?.sent), /Hello|Hi/);
  });

  it('sends only a card, with a summary for the notification', async () => {
    await teams.say(anna, 'Hvordan får jeg naboerne med fra starten?');
    const [message] = teams.chat(anna);
    assert.equal(cardOf(message).version, '1.5');
    assert.equal(message?.sent.text, undefined);
    assert.ok(message?.sent.summary);
  });

  it('answers a press and also updates the message, because Teams forgets the answer when it redraws', async () => {
    await teams.say(bo, 'hej');
    await teams.say(anna, 'Hvordan får jeg naboerne med fra starten?');
    const answer = await teams.press(anna, 'submit-dilemma', { anonymous: 'no' });
    const messages = teams.chat(anna);
    assert.deepEqual(
      messages.map(({ updates }) => updates),
      [2],
      'one message, updated by the press and by the arrival of the offer, never a second one',
    );
    assert.match(JSON.stringify((answer.body as CardAnswer).value), /Dit dilemma er på vej til Bo\./u);
    assert.match(JSON.stringify(cardOf(messages[0])), /Bo har fået dit dilemma/u);
  });
});
