import assert from 'node:assert/strict';
import { sumWeek } from '../../bot/adoption/rollup.ts';
import type { Deps } from '../../bot/deps.ts';
import type { CaseId } from '../../bot/ids.ts';
import { goodbyeTo } from '../../bot/lives/erasure/ask-for-erasure.ts';
import { nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal } from '../../bot/refusal.ts';
import { runJob } from '../../jobs/jobs.ts';
import { dyingAt, Killed } from '../support/fakes/dying-ports.ts';
import { anAgent, aPerson, aWelcome, TUESDAY } from '../support/fixtures/builders.ts';
import { allStored, ask, openHouse, pressNewest, say, type TestHouse } from '../support/fixtures/house.ts';
import { type Account, link, meet, newest } from './support.ts';

const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const WEEK = '2026-W48';
const mette = aPerson('mette', { phone: '70 00 01 01', email: 'mette@example.dk', imported: true });
const bo = anAgent('bo');
const eva = anAgent('eva');
const admin = aPerson('adam', { roles: ['admin'] });

/** What forgetting somebody writes to or reads. */
const PORTS = [
  'people',
  'cases',
  'drafts',
  'standingCards',
  'outbox',
  'nudges',
  'readers',
  'facts',
  'rollups',
  'chatAccounts',
] as const;

describe('somebody who wants to be forgotten', function () {
  this.timeout(60_000);
  let house: TestHouse;
  const open = async (...people: Person[]): Promise<void> => {
    house = await openHouse(people);
  };
  afterEach(() => house.close());

  let presses = 0;
  const press = async (from: Person, verb: string, data: Record<string, unknown> = {}) => {
    const outcome = await house.bot.press({ from, message: `m${++presses}`, verb, data });
    await house.sender.flush();
    return outcome;
  };
  const now = (person: Person) => house.store.people.get(person._id);
  const yes = (person: Person) => press(person, 'forget-me', { asked: house.now.toISOString() });
  const forgetMe = async (person: Person): Promise<void> => {
    await yes(person);
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 1 });
    await house.sender.flush();
  };
  const caseNow = async (id: CaseId) => (await house.store.cases.get(id)) ?? assert.fail();

  it('is told what goes and what stays, and nothing happens before the yes', async () => {
    await open(mette, bo);
    await ask(house, mette);
    await say(house, mette, 'Slet mig');
    assert.deepEqual(newest(house, mette), { kind: 'forget-me', asked: TUESDAY, open: 1, agent: false, listed: true });
    await say(house, bo, 'forget me');
    assert.deepEqual(newest(house, bo), { kind: 'forget-me', asked: TUESDAY, open: 0, agent: true, listed: false });
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 0 });
    assert.deepEqual([(await now(mette))?.left, (await now(bo))?.roles], [null, ['agent']]);
  });

  it('leaves nothing behind that names them, and keeps what others had a part in', async () => {
    await open(mette, bo);
    const taken = await ask(house, mette);
    await pressNewest(house, bo, 'accept-case', { text: 'Hvem er naboerne?' });
    await pressNewest(house, mette, 'reply', { text: 'Det er dem ved søen.' });
    const open1 = await ask(house, mette, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await say(house, mette, 'Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?');
    await house.store.nudges.add({ ...aWelcome(mette._id), _id: nudgeIdFor(WEEK, mette._id), week: WEEK });
    await runJob('rollups', house.deps);
    await forgetMe(mette);

    assert.equal(await now(mette), null);
    const kept = [...(await allStored(house.database))].filter(([, text]) => /"mette|Mette|70 00 01 01/.test(text));
    assert.deepEqual(
      kept.map(([name]) => name),
      ['readers mette'],
      'but that no weekly principle is wanted',
    );
    assert.notEqual((await house.store.readers.get(mette._id)).stoppedAt, null);
    assert.deepEqual(house.forgottenAccounts, ['sandbox:mette']);

    const one = await caseNow(taken);
    assert.deepEqual([one.state, one.text, one.turns.length], ['withdrawn', DILEMMA, 2]);
    const other = await caseNow(open1);
    assert.deepEqual([other.state, other.text, other.asker], ['withdrawn', '', one.asker]);
    assert.equal((await house.store.people.get(one.asker))?.nobody, true);
    assert.ok(!(await house.store.people.all()).some(({ nobody }) => nobody));
    await say(house, bo, `sag ${one.number}`);
    const shown = newest(house, bo);
    assert.ok(shown?.kind === 'case');
    assert.deepEqual([shown.view.state, shown.view.asker], ['withdrawn', null]);
  });

  it('gets one goodbye, however often they press, and is not there before it has left', async () => {
    await open(mette, bo);
    house.trouble = () => {
      throw new Error('the platform is away');
    };
    assert.equal(await yes(mette), 'done');
    const being = (await now(mette)) ?? assert.fail();
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 0 });
    assert.equal(await yes(being), 'done');
    house.trouble = null;
    const deliveries = await house.database.collection<{ _id: string }>('deliveries', []);
    await deliveries.update({ _id: goodbyeTo(being.forgetting ?? assert.fail()) }, { $set: { tryAt: new Date(0) } });
    await house.sender.flush();
    assert.equal(house.chatOf(mette).filter(({ notice }) => notice.kind === 'forgotten').length, 1);
    // Whoever writes in that minute hears the same, and begins nothing.
    await say(house, being, DILEMMA);
    await press(being, 'set-language', { language: 'en' });
    assert.deepEqual(
      house.chatOf(mette).map(({ notice }) => notice.kind),
      ['forgotten', 'forgotten', 'forgotten'],
    );
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 1 });
    assert.equal(await now(mette), null);
  });

  it('hands on, as an agent, what they had and were offered; a case they answered finds another when it goes on', async () => {
    await open(mette, bo);
    const answered = await ask(house, mette);
    await pressNewest(house, bo, 'accept-case');
    await pressNewest(house, bo, 'answer-case', { text: 'Inviter dem på kaffe.', outcome: 'advice' });
    const active = await ask(house, mette, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await pressNewest(house, bo, 'accept-case');
    await house.store.people.add(eva);
    await forgetMe(bo);
    const next = await caseNow(active);
    assert.deepEqual([next.state, next.agent, next.offers.at(-1)?.agent], ['waiting', null, eva._id]);
    const before = await caseNow(answered);
    assert.deepEqual([before.state, before.turns.at(-1)?.text], ['answered', 'Inviter dem på kaffe.']);
    await say(house, mette, `sag ${before.number}`);
    const shown = newest(house, mette);
    assert.ok(shown?.kind === 'case');
    assert.deepEqual([shown.view.agent, shown.view.turns.at(-1)?.name], [null, null]);
    await press(mette, 'reply', { case: answered, text: 'Og hvis de ikke vil have kaffe?' });
    await runJob('leavers', house.deps);
    const again = await caseNow(answered);
    assert.deepEqual([again.state, again.offers.at(-1)?.agent], ['waiting', eva._id]);
  });

  it('may begin anew, as somebody new, and still gets no weekly principle', async () => {
    const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
    const slack: Account = { platform: 'slack', id: 's-mette', name: 'mette' };
    await open(bo);
    await meet(house, teams);
    const both = await link(house, teams, slack);
    const id = await ask(house, both);
    await yes((await now(both)) ?? both);
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 0 }, 'the two are still being made one');
    for (let twice = 0; twice < 2; twice++) await runJob('links', house.deps);
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 1 });
    assert.deepEqual(house.forgottenAccounts.sort(), ['slack:s-mette', 'teams:t-mette']);
    assert.ok(![...(await allStored(house.database)).values()].some((text) => text.includes('Mette')));
    const anew = await meet(house, teams);
    assert.deepEqual([anew.left, anew.forgetting, anew.addresses.length], [null, undefined, 1]);
    await say(house, anew, 'mine sager');
    assert.deepEqual(newest(house, anew), { kind: 'my-cases', cases: [], more: false });
    assert.notEqual((await caseNow(id)).asker, anew._id);
    for (const account of [teams, slack])
      assert.notEqual((await house.store.readers.get((await meet(house, account))._id)).stoppedAt, null);
  });

  it('is forgotten under every account they ever had, each counted as it was', async () => {
    await open(bo);
    const [far, mid] = [aPerson('far', { addresses: [] }), aPerson('mid', { addresses: [] })];
    for (const person of [mette, mid, far]) await house.store.people.add(person);
    const { facts } = house.store;
    const { of } = house.deps.pseudonyms;
    // Each in a week of their own, for a sum is looked at when somebody in it is forgotten.
    for (const [n, { _id }] of [mette, mid, far].entries()) {
      const week = `2026-W4${n}`;
      await facts.put({ _id: `f-${_id}`, week, unit: null, who: of(_id, week), kind: 'taken' });
      const head = { _id: week, directory: 9, withChat: 5, standing: null, units: [] };
      await house.store.rollups.add(sumWeek(head, await facts.ofWeek(week)));
    }
    await house.store.people.change(mid._id, { joined: mette._id });
    await house.store.people.change(far._id, { joined: mid._id });
    await forgetMe(mette);
    for (const person of [mette, mid, far]) assert.equal(await now(person), null);
    const weeks = await house.store.rollups.all();
    const whose = (await Promise.all(weeks.map(({ _id }) => facts.ofWeek(_id)))).flat().map(({ who }) => who);
    assert.equal(new Set(whose).size, 3);
    assert.deepEqual(
      weeks.flatMap(({ agents }) => agents.map(({ who }) => who)),
      whose,
    );
    for (const { _id } of [mette, mid, far]) {
      assert.ok(!whose.includes(of(_id, WEEK)));
      assert.notEqual((await house.store.readers.get(_id)).stoppedAt, null);
    }
  });

  it('stays the manager of those they manage, should they come back', async () => {
    await open(mette, aPerson('kim', { manager: mette._id }), bo);
    await ask(house, mette);
    await yes(mette);
    // Also when the agent of a case of theirs makes the other job look.
    await runJob('leavers', house.deps);
    await runJob('forget', house.deps);
    assert.equal((await now(aPerson('kim')))?.manager, mette._id);
  });

  it('is nobody’s any more after a press of another life, or one of long ago', async () => {
    const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
    await open(bo);
    const first = await meet(house, teams);
    const old = { message: 'm', verb: 'forget-me', data: { asked: house.now.toISOString() } };
    await house.bot.press({ ...old, from: first });
    await house.sender.flush();
    await runJob('forget', house.deps);
    const again = await meet(house, teams);
    assert.equal(again._id, first._id);
    assert.equal(await house.bot.press({ ...old, from: again }), 'repeated');
    house.now = new Date(house.now.getTime() + 61 * 60_000);
    await assert.rejects(
      house.bot.press({ ...old, message: 'n', from: again }),
      (error) => error instanceof Refusal && error.code === 'asked-long-ago',
    );
    assert.equal((await now(again))?.forgetting, undefined);
  });

  it('is left alone by a process that comes late, once they are back', async () => {
    const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
    await open(bo);
    const first = await meet(house, teams);
    await yes(first);
    const { people } = house.deps;
    let late: Promise<unknown> = Promise.resolve();
    // The other process has its list when this one is done.
    const slow: Deps = {
      ...house.deps,
      people: {
        ...people,
        forgetting: async () => {
          const list = await people.forgetting();
          await runJob('forget', house.deps);
          late = meet(house, teams).then((back) => ask(house, back));
          await late;
          return list;
        },
      },
    };
    assert.deepEqual(await runJob('forget', slow), { forgotten: 0 });
    const back = await meet(house, teams);
    assert.equal((await house.store.cases.of(back._id, 9))[0]?.text, DILEMMA);
  });

  it('has one nobody in their place, however many presses come at once', async () => {
    await open(mette, bo);
    await Promise.all([1, 2, 3].map(() => yes(mette)));
    assert.equal(house.chatOf(mette).filter(({ notice }) => notice.kind === 'forgotten').length, 1);
  });

  it('leaves no case with nobody, though its asker writes in the middle of it', async () => {
    await open(mette, bo, eva);
    const id = await ask(house, mette);
    const asked = (await caseNow(id)).offers.at(-1)?.agent;
    const has = [bo, eva].find(({ _id }) => _id === asked) ?? assert.fail();
    await pressNewest(house, has, 'accept-case');
    await pressNewest(house, has, 'answer-case', { text: 'Inviter dem på kaffe.', outcome: 'advice' });
    await yes(has);
    const { cases } = house.deps;
    let named = 0;
    const writing: Deps = {
      ...house.deps,
      cases: {
        ...cases,
        naming: async (person) => {
          if (++named === 2) await press(mette, 'reply', { case: id, text: 'Og hvis de ikke vil?' });
          return cases.naming(person);
        },
      },
    };
    assert.deepEqual(await runJob('forget', writing), { forgotten: 1 });
    const c = await caseNow(id);
    assert.deepEqual([c.state, c.agent], ['waiting', null]);
  });

  it('waits an hour at most for a goodbye that a platform does not take', async () => {
    await open(mette, bo);
    house.trouble = () => {
      throw new Error('Slack has shut Sammen out');
    };
    await yes(mette);
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 0 });
    house.now = new Date(house.now.getTime() + 61 * 60_000);
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 1 });
  });

  it('keeps nobody else from it when they cannot be forgotten now', async () => {
    await open(mette, aPerson('kim'));
    await yes(mette);
    await yes(aPerson('kim'));
    const { cases } = house.deps;
    const failing: Deps = {
      ...house.deps,
      cases: {
        ...cases,
        naming: async (person) => {
          if (person === 'kim') throw new Error('this one is broken');
          return cases.naming(person);
        },
      },
    };
    await assert.rejects(runJob('forget', failing), AggregateError);
    assert.equal(await now(mette), null);
    assert.notEqual(await now(aPerson('kim')), null);
  });

  it('is not the last admin', async () => {
    await open(admin, mette);
    await assert.rejects(yes(admin), (error) => error instanceof Refusal && error.code === 'last-admin');
    assert.equal((await now(admin))?.forgetting, undefined);
    await house.store.people.giveRole(mette._id, 'admin');
    await forgetMe(admin);
  });

  it('is forgotten on the word of an admin once they have left, not before', async () => {
    await open(admin, mette, bo);
    const id = await ask(house, mette);
    const refused = (verb: string) =>
      assert.rejects(
        press(admin, verb, { person: mette._id }),
        (error) => error instanceof Refusal && error.code === 'no-such-colleague',
      );
    await refused('forget-colleague');
    await press(admin, 'mark-left', { person: mette._id });
    await press(admin, 'forget-colleague', { person: mette._id });
    const shown = newest(house, admin);
    assert.ok(shown?.kind === 'admin-colleague' && shown.forgetting);
    await refused('bring-back');
    assert.deepEqual(await runJob('forget', house.deps), { forgotten: 1 });
    assert.equal(await now(mette), null);
    assert.notEqual((await caseNow(id)).asker, mette._id);
    assert.equal(house.chatOf(mette).filter(({ notice }) => notice.kind === 'forgotten').length, 0);
    const log = await house.store.adminLog.newest(9);
    assert.deepEqual(log.map(({ did, about }) => [did, about]).sort(), [
      ['forget-colleague', null],
      ['mark-left', mette._id],
    ]);
  });

  it('is forgotten in the end, wherever a process dies in it, and counts as before', async () => {
    for (let call = 1; ; call += 5) {
      await open(mette, bo);
      const id = await ask(house, mette);
      await pressNewest(house, bo, 'accept-case', { text: 'Hvem er naboerne?' });
      await runJob('rollups', house.deps);
      house.now = new Date(TUESDAY.getTime() + 7 * 86_400_000);
      await runJob('rollups', house.deps);
      const [before] = await house.store.rollups.all();
      await yes(mette);
      const died = await runJob('forget', dyingAt(call, house.deps, PORTS)).then(
        () => false,
        (error) => {
          const faults: unknown[] = error instanceof AggregateError ? error.errors : [error];
          if (!faults.every((one) => one instanceof Killed)) throw error;
          return true;
        },
      );
      await runJob('forget', house.deps);
      assert.equal(await now(mette), null);
      assert.deepEqual(await house.store.people.forgetting(), []);
      const { asker } = await caseNow(id);
      assert.equal((await house.store.people.get(asker))?.nobody, true);
      const [after] = await house.store.rollups.all();
      const { waited: were, ...sums } = before ?? assert.fail();
      const { waited: are, ...same } = after ?? assert.fail();
      assert.deepEqual(same, sums);
      assert.deepEqual([were.length, are.length], [1, 1]);
      assert.deepEqual(are, [house.deps.pseudonyms.of(asker, sums._id)]);
      if (!died) return assert.ok(call > 40, String(call));
      await house.close();
    }
  });
});
