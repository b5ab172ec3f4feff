import assert from 'node:assert/strict';
import { ADMIN_ACTIONS } from '../../bot/admin/command.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal } from '../../bot/refusal.ts';
import { leavers } from '../../jobs/leavers.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { RECORDED } from '../support/fixtures/recorded.ts';

const admin = aPerson('admin', { roles: ['admin'] });
const asker = aPerson('asker');
const agent = anAgent('agent');
const second = anAgent('second');
const RIGHT = {
  number: 1,
  words: 'Jensen',
  just: 'look',
  person: 'agent',
  role: 'hr',
  part: 'roles',
  who: 'a',
  from: '2026-12-01',
  until: '2026-12-02',
  date: '2026-12-30',
};

describe('admins', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([admin, asker, agent, second]);
  });
  afterEach(() => setup.close());

  let pressed = 0;
  const press = async (from: Person, verb: string, data: Record<string, unknown> = {}, message = `m${++pressed}`) => {
    const outcome = await setup.bot.press({ from, message, verb, data });
    await setup.sender.flush();
    return outcome;
  };
  const refused = (attempt: Promise<unknown>, code: string) =>
    assert.rejects(attempt, (error) => error instanceof Refusal && error.code === code, code);
  const now = async ({ _id }: Person): Promise<Person> => (await setup.store.people.get(_id)) ?? assert.fail();
  const newest = (of: Person) => setup.chatOf(of).at(-1)?.notice;

  it('get their card with a word that is not a command for anybody else', async () => {
    await say(setup, admin, 'admin');
    const counts = { agents: 2, unreachable: [], away: 0, closedDays: 0, run: null, teams: 0 };
    assert.deepEqual(newest(admin), {
      kind: 'admin',
      now: setup.now,
      setUpLink: setup.deps.links.setUp(admin._id),
      ...counts,
    });
    await say(setup, asker, 'admin');
    assert.deepEqual(newest(asker), { kind: 'not-for-you', word: 'admin' });
  });

  it('see by name which agents cannot be reached, and colleagues see it on the list', async () => {
    await setup.store.people.add(anAgent('silent', { name: 'Silje Stum', addresses: [] }));
    await say(setup, admin, 'admin');
    const menu = newest(admin);
    assert.deepEqual(menu?.kind === 'admin' && menu.unreachable, ['Silje Stum']);
    await press(admin, 'show-admin', { part: 'agents' });
    const agents = newest(admin);
    assert.ok(agents?.kind === 'admin-agents');
    const unreachable = agents.agents.filter((line) => line.unreachable).map(({ name }) => name);
    assert.deepEqual(unreachable, ['Silje Stum']);
    await say(setup, asker, 'agenter');
    const listed = newest(asker);
    assert.ok(listed?.kind === 'agents');
    assert.deepEqual(
      listed.agents.filter((line) => line.unreachable).map(({ name }) => name),
      ['Silje Stum'],
    );
  });

  it('are the only ones who may use admin actions, which they lose with the role', async () => {
    const before = await setup.store.people.all();
    for (const verb of Object.keys(ADMIN_ACTIONS)) await refused(press(agent, verb, RIGHT), 'only-admin');
    await setup.store.people.takeRole(admin._id, 'admin', RECORDED);
    await refused(press(admin, 'give-role', RIGHT), 'only-admin');
    await setup.store.people.giveRole(admin._id, 'admin', RECORDED);
    assert.deepEqual(await setup.store.people.all(), before);
    assert.deepEqual(await setup.store.adminLog.newest(10), []);
  });

  it('grant and revoke roles, and each change is logged with who did it to whom', async () => {
    await press(admin, 'give-role', { person: asker._id, role: 'agent' });
    assert.deepEqual([(await now(asker)).roles, (await now(asker)).agent?.capacity], [['agent'], 3]);
    assert.deepEqual(newest(asker), { kind: 'now-agent', by: admin.name });
    await press(admin, 'take-role', { person: asker._id, role: 'agent' });
    assert.deepEqual((await now(asker)).roles, []);
    const log = (await setup.store.adminLog.newest(10)).map(({ by, did, about, detail }) => [by, did, about, detail]);
    assert.deepEqual(log.toSorted(), [
      ['admin', 'give-role', 'asker', 'agent'],
      ['admin', 'take-role', 'asker', 'agent'],
    ]);
  });

  it('never revoke the last admin’s role, and revoke their own only when another admin exists', async () => {
    await refused(press(admin, 'take-role', { person: admin._id, role: 'admin' }), 'last-admin');
    await refused(press(admin, 'mark-left', { person: admin._id }), 'not-yourself');
    assert.deepEqual((await now(admin)).roles, ['admin']);
    await press(admin, 'give-role', { person: asker._id, role: 'admin' });
    const both = await Promise.allSettled([
      press(admin, 'take-role', { person: asker._id, role: 'admin' }),
      press(asker, 'take-role', { person: admin._id, role: 'admin' }),
    ]);
    assert.ok(both.some(({ status }) => status === 'rejected' || status === 'fulfilled'));
    assert.ok((await setup.store.people.withRole('admin')).length > 0);
  });

  it('do not restore a role by a redelivered press', async () => {
    const data = { person: asker._id, role: 'hr' };
    const give = (id: string) => {
      const delivery = { id, at: setup.now, sameWish: 'for-a-minute-while-it-holds' as const };
      return setup.bot.press({ from: admin, message: 'card', verb: 'give-role', data, delivery });
    };
    await give('first');
    await press(admin, 'take-role', data);
    assert.equal(await give('first'), 'repeated');
    assert.deepEqual((await now(asker)).roles, []);
    assert.equal(await give('second'), 'done');
  });

  it('find colleagues by part of their name', async () => {
    await press(admin, 'find-colleague', { 'find-colleague.who': 'SEC' });
    const card = newest(admin);
    assert.ok(card?.kind === 'admin-people');
    assert.deepEqual(
      card.people.map(({ id }) => id),
      ['second'],
    );
    assert.deepEqual(await setup.store.adminLog.newest(1), []);
  });

  it('see who is away, and record absences for others', async () => {
    await press(admin, 'set-colleague-absence', {
      person: agent._id,
      from: '2026-11-24',
      until: '2026-11-25',
      substitute: second._id,
    });
    const shown = newest(admin);
    assert.ok(shown?.kind === 'admin-absences');
    assert.deepEqual(
      shown.absences.map(({ person, substitute }) => [person.id, substitute]),
      [['agent', second.name]],
    );
    await ask(setup, asker);
    assert.deepEqual(setup.chatOf(agent), []);
    assert.equal(setup.chatOf(second).length, 1);
  });

  it('close days with immediate effect, so that no promise falls there, and reopen days that the organisation closed', async () => {
    const { time, closedDays } = setup.deps;
    await press(admin, 'add-closed-day', { date: '2026-11-25' });
    assert.equal(time.isWorkingDay('2026-11-25'), false);
    await press(admin, 'remove-closed-day', { date: '2026-11-25' });
    assert.equal(time.isWorkingDay('2026-11-25'), true);
    await refused(press(admin, 'add-closed-day', { date: '2026-11-20' }), 'date-past');
    await refused(press(admin, 'add-closed-day', {}), 'date-missing');
    assert.deepEqual(closedDays.from('2026-11-24'), []);
  });

  describe('mark a colleague as having left', () => {
    it('and offers go to others, active cases return with a message to the asker, own cases stay', async () => {
      const own = await ask(setup, agent, 'Hvad gør jeg med nøglen til skuret?');
      const id = await ask(setup, asker);
      await pressNewest(setup, agent, 'accept-case', { text: 'Jeg ser på det.' });
      const before = setup.chatOf(asker).length;
      await press(admin, 'mark-left', { person: agent._id });
      const c = await setup.store.cases.get(id);
      assert.deepEqual([c?.state, c?.agent, c?.offers.at(-1)?.agent], ['waiting', null, 'second']);
      assert.equal(c?.events.filter(({ kind }) => kind === 'agent-left').length, 1);
      const word = newest(asker);
      assert.equal(setup.chatOf(asker).length, before + 1);
      assert.ok(word?.kind === 'case' && word.view.viewer === 'asker' && word.view.before?.agent === agent.name);
      assert.equal((await setup.store.cases.get(own))?.asker, agent._id);
      const gone = await now(agent);
      assert.deepEqual([gone.roles, gone.leaving, gone.left], [[], false, setup.now]);
      assert.deepEqual(await leavers(setup.deps), {});
    });

    it('and the job completes, once, what a killed process left unfinished', async () => {
      const held = await ask(setup, asker);
      assert.equal((await setup.store.cases.get(held))?.offers.at(-1)?.agent, 'agent');
      await setup.store.people.change(agent._id, { left: setup.now, leaving: true, roles: [], manager: null });
      await setup.store.people.change(asker._id, { manager: agent._id });
      const counts = await Promise.all([leavers(setup.deps), leavers(setup.deps)]);
      assert.equal(
        counts.reduce((sum, count) => sum + (count['offers-moved-on'] ?? 0), 0),
        1,
      );
      assert.equal((await setup.store.cases.get(held))?.offers.at(-1)?.agent, 'second');
      assert.equal((await now(asker)).manager, null);
      assert.equal((await now(agent)).leaving, false);
    });

    it('and a case they answered goes to another agent when its asker writes again', async () => {
      const id = await ask(setup, asker);
      await pressNewest(setup, agent, 'accept-case');
      await pressNewest(setup, agent, 'answer-case', { text: 'Inviter dem.', outcome: 'advice' });
      await press(admin, 'mark-left', { person: agent._id });
      assert.equal((await setup.store.cases.get(id))?.state, 'answered');
      await pressNewest(setup, asker, 'reply', { text: 'De kom ikke.' });
      assert.deepEqual(await leavers(setup.deps), { 'offers-moved-on': 0, 'cases-handed-on': 1 });
      assert.equal((await setup.store.cases.get(id))?.offers.at(-1)?.agent, 'second');
    });
  });
});
