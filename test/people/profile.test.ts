import assert from 'node:assert/strict';
import { MalformedAction } from '../../bot/conversation/decode-action.ts';
import type { ProfileNotice } from '../../bot/people/notice.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal } from '../../bot/refusal.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const asker = aPerson('asker', { unit: null });
const agent = anAgent('agent');
const friend = anAgent('friend');

describe('the profile card', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent, friend]);
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
  const profile = (of: Person): ProfileNotice => {
    const notice = setup.chatOf(of).findLast(({ notice }) => notice.kind === 'profile')?.notice;
    assert.ok(notice?.kind === 'profile');
    return notice;
  };

  it('shows an agent their profile and a colleague their number, in both languages', async () => {
    for (const word of ['profil', 'Profile']) {
      await say(setup, agent, word);
      assert.deepEqual(profile(agent).agent?.principles, ['lytter-foerst']);
    }
    await say(setup, asker, 'profil');
    assert.equal(profile(asker).agent, null);
  });

  it('lets an agent change everything they help with; fields left out of the card are cleared', async () => {
    await press(agent, 'set-profile', {
      whole: 'yes',
      'set-profile.principles': 'bygger-bro,tydelig-ramme',
      'set-profile.topics': 'oekonomi',
      'set-profile.languages': 'en',
      'set-profile.capacity': '5',
      'set-profile.shown': 'true',
      'set-profile.phone': '+45 70000101',
      'set-profile.place': 'Biblioteket',
    });
    const changed = await now(agent);
    assert.equal(changed.phone, '70 00 01 01');
    assert.deepEqual(changed.agent, {
      principles: ['bygger-bro', 'tydelig-ramme'],
      topics: ['oekonomi'],
      languages: ['en'],
      capacity: 5,
      shown: true,
      place: 'Biblioteket',
    });
    assert.equal(profile(agent).saved, 'profile');
    await press(agent, 'set-profile', { topics: ['lovgivning'], phone: '' });
    assert.deepEqual([(await now(agent)).agent?.principles.length, (await now(agent)).phone], [2, null]);
    await press(agent, 'set-profile', { whole: 'yes', 'set-profile.capacity': '2' });
    const emptied = (await now(agent)).agent;
    assert.deepEqual(
      [emptied?.principles, emptied?.languages, emptied?.shown, emptied?.place],
      [[], ['da'], false, null],
    );
  });

  it('lets a colleague change language and phone, which never makes them an agent', async () => {
    await press(asker, 'set-profile', { whole: 'yes', languages: 'en', phone: '70000102', principles: 'bygger-bro' });
    const changed = await now(asker);
    assert.deepEqual([changed.language, changed.phone, changed.agent], ['en', '70 00 01 02', null]);
    await refused(press(asker, 'set-profile', { phone: '010190-1234' }), 'bad-phone');
    await assert.rejects(press(asker, 'set-profile', { languages: 'sv' }), MalformedAction);
    assert.equal((await now(asker)).phone, '70 00 01 02');
  });

  it('ignores a redelivered press, even after another change', async () => {
    const change = (capacity: number, id: string) => {
      const delivery = { id, at: setup.now, sameWish: 'for-a-minute-while-it-holds' as const };
      return setup.bot.press({ from: agent, message: 'card', verb: 'set-profile', data: { capacity }, delivery });
    };
    assert.equal(await change(1, 'first'), 'done');
    assert.equal(await change(4, 'second'), 'done');
    assert.equal(await change(1, 'first'), 'repeated');
    assert.equal((await now(agent)).agent?.capacity, 4);
    assert.equal(await change(1, 'third'), 'done');
  });

  it('records an absence with days and a substitute, replaces overlapping ones, and ends one on a press', async () => {
    await press(agent, 'set-absence', { from: '2026-11-30', until: '2026-12-04', substitute: friend._id });
    await press(agent, 'set-absence', { from: '2026-12-03', until: '2026-12-10' });
    assert.deepEqual((await now(agent)).absences, [{ from: '2026-12-03', until: '2026-12-10', substitute: null }]);
    await press(await now(agent), 'set-absence', { from: '2026-12-04', until: '2026-12-10', substitute: friend._id });
    const shown = setup.chatOf(agent).at(-1)?.notice;
    assert.ok(shown?.kind === 'absence' && shown.did === 'absence');
    assert.deepEqual(shown.absences, [{ from: '2026-12-04', until: '2026-12-10', substitute: friend.name }]);
    await press(agent, 'end-absence', { from: '2026-12-04', until: '2026-12-10' });
    assert.deepEqual((await now(agent)).absences, []);
    await refused(press(agent, 'set-absence', { from: '2026-11-20', until: '2026-11-23' }), 'date-past');
    await refused(press(agent, 'set-absence', { from: '2026-12-05', until: '2026-12-04' }), 'dates-turned');
    await refused(press(agent, 'set-absence', { from: '2026-12-05' }), 'date-missing');
    await refused(press(agent, 'set-absence', { until: '2026-12-05', substitute: agent._id }), 'not-yourself');
    await refused(press(agent, 'set-absence', { until: '2026-12-05', substitute: 'nobody' }), 'no-such-colleague');
  });

  it('shows an agent their absence by its own word, and tells a colleague that none is needed', async () => {
    for (const [from, agents] of [
      [agent, true],
      [asker, false],
    ] as const) {
      await say(setup, from, 'fravær');
      const shown = setup.chatOf(from).at(-1)?.notice;
      assert.ok(shown?.kind === 'absence' && shown.agent === agents);
    }
  });

  it('offers an agent who said "not today" cases again on the day they name, and not before', async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'decline-case', { reason: 'not-today', until: '2026-11-27' });
    assert.deepEqual((await now(agent)).absences, [{ from: '2026-11-24', until: '2026-11-26', substitute: null }]);
    await pressNewest(setup, friend, 'decline-case', { reason: 'not-my-field', until: '2026-11-27' });
    assert.deepEqual((await now(friend)).absences, []);
  });

  it('leaves the question for the unit to the card that confirms the first Send, which asks once', async () => {
    const id = await ask(setup, asker);
    const card = () => {
      const notice = setup.chatOf(asker).find(({ notice: one }) => one.kind === 'case' && one.view.id === id)?.notice;
      assert.ok(notice?.kind === 'case' && notice.view.viewer === 'asker');
      return notice.view;
    };
    assert.deepEqual(card().units, ['Park og Vej']);
    await pressNewest(setup, asker, 'set-unit', { 'set-unit.otherUnit': '  park  OG vej ' });
    const { unit } = (await setup.store.cases.get(id)) ?? assert.fail('the case is gone');
    assert.deepEqual([(await now(asker)).unit, card().units, unit], ['Park og Vej', null, 'Park og Vej']);
    const other = aPerson('other', { unit: null });
    await setup.store.people.add(other);
    await ask(setup, other);
    await ask(setup, other, 'Hvad gør jeg, når foreningen ikke svarer på min mail?');
    const asked = setup
      .chatOf(other)
      .flatMap(({ notice }) =>
        notice.kind === 'case' && notice.view.viewer === 'asker' ? [notice.view.units !== null] : [],
      );
    assert.deepEqual(asked, [true, false]);
    await press(other, 'set-unit', { unit: 'Ring 20 30 40 50' });
    assert.ok(!(await now(other)).unit?.includes('20 30'));
    await refused(press(other, 'set-unit', { unit: ' ' }), 'empty-text');
    await refused(press(other, 'set-unit', { unit: 'x'.repeat(101) }), 'too-long');
  });
});
