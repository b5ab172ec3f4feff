import assert from 'node:assert/strict';
import type { Person } from '../../bot/people/person.ts';
import { runJob } from '../../jobs/jobs.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { RECORDED } from '../support/fixtures/recorded.ts';

const asker = aPerson('asker', { email: 'asker@kommune.example' });
const agent = anAgent('agent');
const admin = aPerson('admin', { roles: ['admin'] });
const coordinator = aPerson('koordinator', { email: 'koordinator@kommune.example' });
const DAY = 86_400_000;

describe('the job of the minute', () => {
  let setup: TestBot;
  const open = async (people: readonly Person[], more: object = {}) => {
    setup = await openTestBot(people);
    Object.assign(setup.deps, { organisation: { ...setup.deps.organisation, ...more } });
  };
  afterEach(() => setup.close());

  const offers = async () => {
    const counts = await runJob('offers', setup.deps);
    await setup.sender.flush();
    return counts;
  };
  const kinds = (of: Person) => setup.chatOf(of).map(({ notice }) => notice.kind);
  const stuck = async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'decline-case', { reason: 'not-my-field' });
    await pressNewest(setup, asker, 'share-with-all', { share: 'yes' });
    setup.now = new Date(TUESDAY.getTime() + 2 * DAY);
  };

  it('tells the coordinator that a case waits, without its text, its number or who asked', async () => {
    await open([asker, agent, admin, coordinator], { coordinator: coordinator.email });
    await stuck();
    const counts = await offers();
    assert.deepEqual([counts['human-told'], counts['list-reminded']], [1, 1]);
    assert.deepEqual([kinds(coordinator), kinds(admin)], [['stuck-case'], []]);
    const told = setup.chatOf(coordinator)[0]?.notice;
    assert.deepEqual(Object.keys(told ?? {}).sort(), ['askedAt', 'certainty', 'kind', 'now', 'principle', 'topic']);
    const card = setup.chatOf(asker).at(-1)?.notice;
    assert.ok(card?.kind === 'case' && card.view.viewer === 'asker' && card.view.humanTold);
    assert.equal((await offers())['human-told'], undefined, 'once');
  });

  for (const [why, of] of [
    ['is absent', { absences: [{ from: '2026-11-01', until: '2026-12-31', substitute: null }] }],
    ['has no chat', { addresses: [] }],
  ] as const) {
    it(`tells the admins when the coordinator ${why}`, async () => {
      await open(
        [
          asker,
          agent,
          admin,
          { ...coordinator, ...of, absences: [...('absences' in of ? of.absences : [])] } as Person,
        ],
        {
          coordinator: coordinator.email,
        },
      );
      await stuck();
      await offers();
      assert.deepEqual([kinds(coordinator), kinds(admin)], [[], ['stuck-case']]);
    });
  }

  it('tells the admins when the message to the coordinator was refused', async () => {
    await open([asker, agent, admin, coordinator], { coordinator: coordinator.email });
    await stuck();
    setup.trouble = (to) => {
      if (to._id === coordinator._id) throw new DeliveryError('unreachable', 'blocked');
    };
    await offers();
    await offers();
    assert.deepEqual(kinds(admin), ['stuck-case']);
  });

  it('says nothing of a case that somebody took before the message left', async () => {
    await open([asker, agent, admin, coordinator], { coordinator: coordinator.email });
    await stuck();
    await runJob('offers', setup.deps);
    await setup.bot.press({ from: agent, message: 'any', verb: 'accept-case', data: { case: await theCase() } });
    await setup.sender.flush();
    assert.deepEqual(kinds(coordinator), []);
  });
  const theCase = async () => (await setup.store.cases.shared())[0]?._id ?? assert.fail();

  it('tells the admins once that there is no agent to ask, and promises nobody a time meanwhile', async () => {
    await open([asker, admin]);
    assert.equal((await offers())['admins-warned'], 1);
    await say(setup, asker, 'Hvordan får jeg naboerne med fra starten?');
    const preview = setup.chatOf(asker).at(-1)?.notice;
    assert.ok(preview?.kind === 'draft' && preview.view.promised === null);
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    assert.deepEqual([(await offers())['admins-warned'], kinds(admin)], [undefined, ['no-agents']]);
    const sent = setup.chatOf(asker).at(-1)?.notice;
    assert.ok(sent?.kind === 'case' && sent.view.viewer === 'asker');
    assert.deepEqual([sent.view.promise, sent.view.sharing], ['none', 'no']);

    await setup.store.people.add(agent);
    await offers();
    assert.equal(kinds(agent).at(-1), 'case', 'the first agent who can be asked is asked');
    const asked = setup.chatOf(asker).at(-1)?.notice;
    assert.ok(asked?.kind === 'case' && asked.view.viewer === 'asker');
    assert.deepEqual([asked.view.promise, asked.view.offer?.agent], ['open', agent.name]);
    await setup.store.people.takeRole(agent._id, 'agent', RECORDED);
    assert.equal((await offers())['admins-warned'], 1, 'and again when it happens again');
  });

  it('promises nothing to somebody whom only their own manager could answer', async () => {
    const boss = anAgent('boss');
    const managed = aPerson('managed', { manager: boss._id });
    await open([managed, boss, admin, coordinator], { coordinator: coordinator.email });
    await say(setup, managed, 'Hvordan får jeg naboerne med fra starten?');
    const preview = setup.chatOf(managed).at(-1)?.notice;
    assert.ok(preview?.kind === 'draft' && preview.view.promised === null);
    await pressNewest(setup, managed, 'submit-dilemma', { anonymous: 'yes' });
    assert.equal((await offers())['human-told'], 1, 'a human hears at once');
    assert.deepEqual([kinds(boss), kinds(coordinator)], [[], ['stuck-case']]);
  });
});
