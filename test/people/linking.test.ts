import assert from 'node:assert/strict';
import { runJob } from '../../jobs/jobs.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { RECORDED } from '../support/fixtures/recorded.ts';
import { type Account, codeFor, link, meet, newest, pressLink, writes } from './support.ts';

const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
const slack: Account = { platform: 'slack', id: 's-mette', name: 'mette' };
const mallory: Account = { platform: 'slack', id: 's-mallory', name: 'Mallory' };
const agent = anAgent('bo', { addresses: [{ platform: 'teams', id: 't-bo', at: TUESDAY }] });
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('one person on two platforms', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([agent]);
  });
  afterEach(() => setup.close());

  const everybody = async () => (await setup.store.people.all()).map(({ name }) => name).sort();
  const why = (person: Parameters<typeof newest>[1]) => {
    const notice = newest(setup, person);
    return notice?.kind === 'link-not' ? notice.why : notice?.kind;
  };
  const minutesOn = (minutes: number) => {
    setup.now = new Date(setup.now.getTime() + minutes * 60_000);
  };

  it('has one set of cases and settings, and gets messages on the platform they last used', async () => {
    const first = await ask(setup, await meet(setup, teams));
    const second = await ask(
      setup,
      await meet(setup, slack),
      'Må vi låne gymnastiksalen ud om aftenen til foreningen?',
    );
    const mette = await link(setup, teams, slack);
    assert.deepEqual(await everybody(), ['Bo Prøve', mette.name]);
    assert.equal((await meet(setup, teams))._id, mette._id);
    for (const id of [first, second]) assert.equal((await setup.store.cases.get(id))?.asker, mette._id);
    await writes(setup, slack, 'mine sager');
    const mine = newest(setup, mette);
    assert.equal(mine?.kind === 'my-cases' && mine.cases.length, 2);
    setup.posted.length = 0;
    await setup.bot.press({
      from: agent,
      message: 'm',
      verb: 'accept-case',
      data: { case: first, text: 'Hvem er de?' },
    });
    await setup.sender.flush();
    const updates = setup.chatOf(mette).filter(({ notice }) => notice.kind === 'case');
    assert.deepEqual(
      updates.map(({ platform }) => platform),
      ['slack'],
    );
  });

  it('is told in plain words what will happen, and nothing happens before they confirm', async () => {
    const mette = await meet(setup, teams);
    const code = await codeFor(setup, teams);
    assert.match(code, /^[bcdfghjkmnpqrstvwxz]{8}$/);
    const other = await writes(setup, slack, `Link ${code.slice(0, 4)}-${code.slice(4)}.`);
    const card = newest(setup, other);
    assert.deepEqual(card?.kind === 'link-confirm' && [card.name, card.there, card.here], [
      mette.name,
      'teams',
      'slack',
    ]);
    assert.equal((await everybody()).length, 3);
    await pressLink(setup, other, 'refuse-link');
    assert.equal(newest(setup, other)?.kind, 'link-refused');
    await assert.rejects(pressLink(setup, other, 'confirm-link'), { code: 'link-gone' });
    await writes(setup, slack, `forbind ${code}`);
    assert.equal(why(other), 'wrong-code');
    assert.equal((await everybody()).length, 3);
  });

  it('can use a code once, within ten minutes, on another platform, and only if they typed it first', async () => {
    const code = await codeFor(setup, teams);
    const mette = await writes(setup, teams, `forbind ${code}`);
    assert.equal(why(mette), 'same-place');
    const other = await writes(setup, slack, `forbind ${code}`);
    assert.equal(newest(setup, other)?.kind, 'link-confirm');
    const third = await writes(setup, mallory, `forbind ${code}`);
    assert.equal(why(third), 'wrong-code');
    const card = setup.chatOf(other).at(-1)?.notice;
    const data = { link: card?.kind === 'link-confirm' ? card.link : '' };
    for (const from of [third, mette]) {
      await assert.rejects(setup.bot.press({ from, message: 'x', verb: 'confirm-link', data }), { code: 'link-gone' });
    }
    minutesOn(10);
    await assert.rejects(pressLink(setup, other, 'confirm-link'), { code: 'link-gone' });
    const late = await codeFor(setup, teams);
    minutesOn(10);
    await writes(setup, slack, `forbind ${late}`);
    assert.equal(why(other), 'wrong-code');
  });

  it('must wait after five wrong codes, also when typed concurrently; nobody else must wait', async () => {
    const code = await codeFor(setup, teams);
    const wrong = Array.from({ length: 20 }, (_, n) => `forbind gaet-${n}`);
    const thief = await meet(setup, mallory);
    await Promise.all(wrong.map((text) => say(setup, thief, text)));
    const replies = setup.chatOf(thief).map(({ notice }) => (notice.kind === 'link-not' ? notice.why : notice.kind));
    assert.equal(replies.filter((reply) => reply === 'wrong-code').length, 5);
    assert.equal(replies.filter((reply) => reply === 'must-wait').length, 15);
    await writes(setup, mallory, `forbind ${code}`);
    assert.equal(why(thief), 'must-wait');
    const other = await writes(setup, slack, `forbind ${code}`);
    assert.equal(newest(setup, other)?.kind, 'link-confirm');
    minutesOn(10);
    await writes(setup, mallory, 'forbind bcdfghjk');
    assert.equal(why(thief), 'wrong-code');
  });

  it('is charged for no right code, and for no message twice', async () => {
    const person = await meet(setup, slack);
    for (let n = 0; n < 4; n++) await say(setup, person, 'forbind bcdfghjk', 'the same message');
    for (let n = 0; n < 3; n++) await writes(setup, slack, 'forbind bcdfghjk');
    await writes(setup, slack, `forbind ${await codeFor(setup, teams)}`);
    assert.equal(newest(setup, person)?.kind, 'link-confirm');
    for (let n = 0; n < 5; n++) await writes(setup, slack, 'forbind bcdfghjk');
    assert.equal(why(person), 'wrong-code');
    await writes(setup, slack, 'forbind bcdfghjk');
    assert.equal(why(person), 'must-wait');
  });

  it('leaves no code in the store', async () => {
    const code = await codeFor(setup, teams);
    for (const name of await setup.database.names()) {
      const documents = await (await setup.database.collection(name, [])).find({});
      assert.ok(!JSON.stringify(documents).includes(code), name);
    }
  });

  it('cannot be two people on the list, nor a manager and a person they manage', async () => {
    const at = (account: Account) => [{ platform: account.platform, id: account.id, at: TUESDAY }];
    for (const [overrides, refusal] of [
      [{ imported: true }, 'both-listed'],
      [{ manager: agent._id }, 'manager'],
    ] as const) {
      await setup.close();
      const boss = { ...agent, imported: true, addresses: at(slack) };
      setup = await openTestBot([boss, aPerson('mette', { addresses: at(teams), ...overrides })]);
      const typer = await writes(setup, slack, `forbind ${await codeFor(setup, teams)}`);
      assert.equal(why(typer), refusal);
      assert.equal((await everybody()).length, 2);
    }
  });

  it('is refused on the card when linking has become impossible since', async () => {
    const mette = await meet(setup, teams);
    const other = await writes(setup, slack, `forbind ${await codeFor(setup, teams)}`);
    for (const { _id } of [mette, other]) await setup.store.people.change(_id, { imported: true });
    await assert.rejects(pressLink(setup, other, 'confirm-link'), { code: 'link-both-listed' });
  });

  it('cannot be their own agent: such a case goes to another', async () => {
    const { _id } = await meet(setup, slack);
    await setup.store.people.change(_id, { roles: ['agent'], agent: agent.agent });
    const self = await meet(setup, slack);
    await setup.store.people.takeRole(agent._id, 'agent', RECORDED);
    const asker = await meet(setup, teams);
    const waiting = await ask(setup, asker);
    const active = await ask(setup, asker, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    const answered = await ask(setup, asker, 'Hvem bestemmer, om vi må sætte en bænk op ved søen?');
    const act = (verb: string, id: string, data = {}) =>
      setup.bot.press({ from: self, message: 'm', verb, data: { case: id, ...data } });
    for (const id of [active, answered]) await act('accept-case', id);
    await act('answer-case', answered, { text: 'Det gør parkchefen.', outcome: 'advice' });
    await setup.store.people.giveRole(agent._id, 'agent', RECORDED);
    const mette = await link(setup, teams, slack);
    for (const id of [waiting, active]) {
      const c = await setup.store.cases.get(id);
      assert.deepEqual([c?.state, c?.agent], ['waiting', null]);
      assert.equal(c?.offers.find(({ state }) => state === 'open')?.agent, agent._id);
    }
    assert.equal((await setup.store.cases.get(answered))?.state, 'answered');
    await setup.bot.press({
      from: mette,
      message: 'm',
      verb: 'reply',
      data: { case: answered, text: 'Og hvis ikke?' },
    });
    const again = await setup.store.cases.get(answered);
    assert.deepEqual([again?.state, again?.offers.at(-1)?.agent], ['waiting', agent._id]);
  });

  it('stays unknown to the agent as an anonymous asker', async () => {
    const mette = await meet(setup, slack);
    await say(setup, mette, DILEMMA);
    await pressNewest(setup, mette, 'submit-dilemma', { anonymous: 'yes' });
    await pressNewest(setup, agent, 'accept-case');
    const linked = await link(setup, teams, slack);
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    const seen = JSON.stringify(setup.chatOf(agent).map(({ notice }) => notice));
    for (const word of [linked._id, mette._id, 'Mette', '"mette"', 'slack', 's-mette', 't-mette']) {
      assert.ok(!seen.includes(word), word);
    }
    assert.equal((await setup.store.cases.of(linked._id, 9))[0]?.anonymous, true);
  });

  it('keeps drafts, roles, absences and managed people, and follows the list of people', async () => {
    const listed = await meet(setup, { ...teams, emails: ['mette@kommune.dk'] });
    await setup.store.people.change(listed._id, { imported: true, unit: 'Park og Vej' });
    const other = await meet(setup, slack);
    await setup.store.people.change(other._id, { roles: ['hr'], phone: '70 00 01 01' });
    await setup.store.people.addAbsence(other._id, { from: '2026-12-01', until: '2026-12-02', substitute: null });
    await setup.store.people.change(agent._id, { manager: other._id });
    await say(setup, other, DILEMMA);
    const mette = await link(setup, teams, slack);
    assert.equal(mette._id, listed._id, 'whom the list knows stays');
    const { roles, phone, unit, absences } = (await setup.store.people.get(listed._id)) ?? listed;
    assert.deepEqual([roles, phone, unit, absences.length], [['hr'], '70 00 01 01', 'Park og Vej', 1]);
    assert.deepEqual(
      (await setup.store.people.under(listed._id)).map(({ _id }) => _id),
      [agent._id],
    );
    await pressNewest(setup, mette, 'submit-dilemma', { anonymous: 'no' }).catch(() => undefined);
    assert.equal((await setup.store.drafts.openOf(other._id)).length, 0);
    assert.deepEqual(await runJob('links', setup.deps), { 'brought-over': 0 });
    assert.deepEqual(await setup.store.people.joining(), []);
  });

  it('gets no weekly principle anywhere after stopping it anywhere, until they start it again', async () => {
    await writes(setup, slack, 'stop');
    await setup.store.readers.change((await meet(setup, teams))._id, { weekday: 'wed' });
    const mette = await link(setup, teams, slack);
    const wishes = () => setup.store.readers.get(mette._id);
    assert.deepEqual([(await wishes()).weekday, (await wishes()).stoppedAt], ['wed', setup.now]);
    await writes(setup, teams, 'start');
    await runJob('links', setup.deps);
    assert.equal((await wishes()).stoppedAt, null);
  });

  it('is logged without text when linked and when unlinked', async () => {
    const mette = await link(setup, teams, slack);
    await writes(setup, slack, 'adskil');
    const entries = await setup.store.adminLog.newest(9);
    assert.deepEqual(entries.map(({ did, detail }) => [did, detail?.split(' ').sort().join(' ')]).sort(), [
      ['link', 'slack teams'],
      ['unlink', 'teams'],
    ]);
    assert.ok(entries.every(({ by }) => typeof by === 'string'));
    assert.equal(newest(setup, mette)?.kind, 'unlinked');
  });

  it('can unlink as often as they like: the cases stay, and the other account becomes a new person', async () => {
    const own = { ...slack, emails: ['mette@kommune.dk'] };
    const first = await meet(setup, { ...teams, emails: ['mette@kommune.dk'] });
    await setup.store.people.change(first._id, { imported: true });
    assert.equal((await meet(setup, own))._id, first._id, 'the list of people has the address');
    await ask(setup, first);
    const seen = new Set([first._id]);
    for (let times = 0; times < 3; times++) {
      await writes(setup, teams, 'unlink');
      const stranger = await meet(setup, own);
      assert.ok(!seen.has(stranger._id));
      seen.add(stranger._id);
      assert.deepEqual(await setup.store.cases.of(stranger._id, 9), []);
      assert.equal((await meet(setup, own))._id, stranger._id);
      assert.equal((await link(setup, teams, own))._id, first._id);
    }
    await writes(setup, teams, 'adskil');
    await writes(setup, teams, 'adskil');
    assert.equal(why(first), 'not-linked');
    assert.equal((await setup.store.cases.of(first._id, 9)).length, 1);
  });

  it('is linked once, however often they press, even on both sides at the same time', async () => {
    const [first, second] = [await meet(setup, teams), await meet(setup, slack)];
    await ask(setup, first);
    await writes(setup, slack, `forbind ${await codeFor(setup, teams)}`);
    await writes(setup, teams, `forbind ${await codeFor(setup, slack)}`);
    const presses = [first, second, first, second].map((person) => pressLink(setup, person, 'confirm-link'));
    const settled = await Promise.allSettled(presses);
    assert.ok(settled.some(({ status }) => status === 'fulfilled'));
    const [a, b] = [await meet(setup, teams), await meet(setup, slack)];
    assert.equal(a._id, b._id);
    assert.equal((await everybody()).length, 2);
    await runJob('links', setup.deps);
    assert.equal((await setup.store.cases.of(a._id, 9)).length, 1);
  });

  it('is told that there is nothing to link when Sammen has one platform, and gets help when it has two', async () => {
    const mette = await writes(setup, teams, 'hjælp');
    const help = newest(setup, mette);
    assert.equal(help?.kind === 'help' && help.link, true);
    setup.deps.platforms = ['teams'];
    await writes(setup, teams, 'forbind');
    assert.equal(why(mette), 'one-platform');
  });
});
