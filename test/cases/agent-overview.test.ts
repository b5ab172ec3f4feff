import assert from 'node:assert/strict';
import type { AgentOverview } from '../../bot/cases/notice.ts';
import type { Person } from '../../bot/people/person.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const anna = aPerson('anna');
const emil = aPerson('emil');
const bo = anAgent('bo');
const ida = aPerson('ida', { ...anAgent('ida'), roles: ['agent', 'admin'] });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ANSWER = { text: 'Inviter dem på pladsen.', outcome: 'advice' };

describe('the overview of an agent', () => {
  let setup: TestBot;
  const open = async (...people: Person[]): Promise<void> => {
    setup = await openTestBot(people);
  };
  afterEach(() => setup.close());

  const overviewOf = async (agent: Person): Promise<AgentOverview> => {
    await say(setup, agent, 'overblik');
    const notice = setup.chatOf(agent).at(-1)?.notice;
    return notice?.kind === 'agent-overview' ? notice : assert.fail('no overview');
  };
  const askAnonymously = async (person: Person) => {
    await say(setup, person, 'Hvordan får jeg naboerne med fra starten?');
    await pressNewest(setup, person, 'submit-dilemma', { anonymous: 'yes' });
  };

  it('says until when an offer stands, by when the first word is due, and nothing of a time after that', async () => {
    await open(anna, bo);
    const id = await ask(setup, anna);
    const offered = await overviewOf(bo);
    const c = await setup.deps.cases.get(id);
    assert.deepEqual(
      offered.offers.map(({ number, until }) => [number, until]),
      [[1, c?.offers[0]?.until]],
    );
    await setup.bot.press({ from: bo, message: 'm', verb: 'accept-case', data: { case: id } });
    assert.deepEqual(
      (await overviewOf(bo)).yours.map(({ until }) => until),
      [c?.promisedAt],
    );
    await setup.bot.press({ from: bo, message: 'm', verb: 'reply', data: { case: id, text: 'Hvem kender du?' } });
    const after = await overviewOf(bo);
    assert.deepEqual([after.yours.length, after.theirs.map(({ until }) => until)], [0, [null]]);
    await setup.bot.press({ from: anna, message: 'm', verb: 'reply', data: { case: id, text: 'Kun en.' } });
    assert.deepEqual(
      (await overviewOf(bo)).yours.map(({ until, since }) => [until, since]),
      [[null, TUESDAY]],
    );
  });

  it('counts the common list as far as the agent may see it', async () => {
    await open(anna, emil, bo);
    for (const asker of [anna, emil]) {
      const id = await ask(setup, asker);
      await pressNewest(setup, bo, 'decline-case', { reason: 'not-today' });
      const share = { case: id, share: 'yes' };
      await setup.bot.press({ from: asker, message: 'm', verb: 'share-with-all', data: share });
    }
    assert.deepEqual((await overviewOf(bo)).listed, { count: 0, oldest: null }, 'they said no');
    const late = anAgent('late');
    await setup.store.people.add(late);
    assert.deepEqual((await overviewOf(late)).listed, { count: 2, oldest: TUESDAY });
    const manager = anAgent('manager');
    await setup.store.people.add(manager);
    await setup.store.people.change(emil._id, { manager: manager._id });
    assert.equal((await overviewOf(manager)).listed.count, 1);
  });

  it('tells the load, the capacity and the next absence', async () => {
    const absences = [
      { from: '2026-12-21', until: '2026-12-23', substitute: null },
      { from: '2026-12-01', until: '2026-12-02', substitute: null },
      { from: '2026-11-01', until: '2026-11-02', substitute: null },
    ];
    await open(anna, { ...bo, absences });
    await ask(setup, anna);
    await ask(setup, anna);
    const { load, capacity, absence } = await overviewOf({ ...bo, absences });
    assert.deepEqual([load, capacity, absence], [2, 3, { from: '2026-12-01', until: '2026-12-02' }]);
  });

  it('counts the colleagues of the past month, and never tells that two anonymous askers are one', async () => {
    await open(anna, emil, bo);
    const answer = () => pressNewest(setup, bo, 'answer-case', ANSWER);
    const take = () => pressNewest(setup, bo, 'accept-case');
    for (const asking of [
      () => ask(setup, anna),
      () => ask(setup, anna),
      () => askAnonymously(emil),
      () => askAnonymously(emil),
    ]) {
      await asking();
      await take();
      await answer();
    }
    await ask(setup, emil);
    await take();
    assert.equal((await overviewOf(bo)).helped, 3, 'Anna once, and each anonymous case');
    setup.now = new Date(TUESDAY.getTime() + 31 * DAY);
    assert.equal((await overviewOf(bo)).helped, 0);
  });

  it('stands below what an admin sees when an agent is an admin, too', async () => {
    await open(anna, ida);
    await ask(setup, anna);
    await say(setup, ida, 'overblik');
    const notice = setup.chatOf(ida).at(-1)?.notice;
    assert.ok(notice?.kind === 'admin-overview');
    assert.equal(notice.own?.offers.length, 1);
  });

  it('shows nothing of a case whose asker the agent has come to manage', async () => {
    await open(emil, bo);
    await ask(setup, emil);
    await setup.store.people.change(emil._id, { manager: bo._id });
    const { offers, yours, theirs } = await overviewOf(bo);
    assert.deepEqual([offers, yours, theirs], [[], [], []]);
  });
});
