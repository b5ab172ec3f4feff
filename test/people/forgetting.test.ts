import assert from 'node:assert/strict';
import { sumWeek } from '../../bot/adoption/rollup.ts';
import type { Deps } from '../../bot/deps.ts';
import type { CaseId } from '../../bot/ids.ts';
import { goodbyeId } from '../../bot/messages/ids.ts';
import { nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal } from '../../bot/refusal.ts';
import { weekAfter } from '../../bot/time/iso-week.ts';
import { runJob } from '../../jobs/jobs.ts';
import { dieAtCall, Killed } from '../support/fakes/dying-ports.ts';
import { ask, dumpStore, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aWelcome, TUESDAY } from '../support/fixtures/builders.ts';
import { RECORDED } from '../support/fixtures/recorded.ts';
import { type Account, link, meet, newest } from './support.ts';

const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const WEEK = '2026-W48';
const mette = aPerson('mette', { phone: '70 00 01 01', email: 'mette@example.dk', imported: true });
const bo = anAgent('bo');
const eva = anAgent('eva');
const admin = aPerson('adam', { roles: ['admin'] });

/** The ports that erasing a person reads or writes. */
const PORTS = [
  'people',
  'cases',
  'drafts',
  'livingCardsOfPerson',
  'outbox',
  'nudges',
  'readers',
  'facts',
  'rollups',
  'chatAccounts',
  'erasures',
] as const;

describe('a person who asks to be erased', function () {
  this.timeout(60_000);
  let setup: TestBot;
  const open = async (...people: Person[]): Promise<void> => {
    setup = await openTestBot(people);
  };
  afterEach(() => setup.close());

  let presses = 0;
  const press = async (from: Person, verb: string, data: Record<string, unknown> = {}) => {
    const outcome = await setup.bot.press({ from, message: `m${++presses}`, verb, data });
    await setup.sender.flush();
    return outcome;
  };
  const now = (person: Person) => setup.store.people.get(person._id);
  const yes = (person: Person) => press(person, 'forget-me', { asked: setup.now.toISOString() });
  const forgetMe = async (person: Person): Promise<void> => {
    await yes(person);
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 1 });
    await setup.sender.flush();
  };
  const caseNow = async (id: CaseId) => (await setup.store.cases.get(id)) ?? assert.fail();

  it('is told what is deleted and what stays, and nothing happens before they confirm', async () => {
    await open(mette, bo);
    await ask(setup, mette);
    await say(setup, mette, 'Slet mig');
    assert.deepEqual(newest(setup, mette), {
      kind: 'forget-me',
      asked: TUESDAY,
      open: 1,
      held: 0,
      agent: false,
      listed: true,
      told: [],
      moreTold: 0,
    });
    await say(setup, bo, 'forget me');
    assert.deepEqual(newest(setup, bo), {
      kind: 'forget-me',
      asked: TUESDAY,
      open: 0,
      held: 0,
      agent: true,
      listed: false,
      told: [],
      moreTold: 0,
    });
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 0 });
    assert.deepEqual([(await now(mette))?.left, (await now(bo))?.roles], [null, ['agent']]);
  });

  it('leaves nothing behind that names them; what others took part in stays', async () => {
    await open(mette, bo);
    const taken = await ask(setup, mette);
    await pressNewest(setup, bo, 'accept-case', { text: 'Hvem er naboerne?' });
    await pressNewest(setup, mette, 'reply', { text: 'Det er dem ved søen.' });
    const open1 = await ask(setup, mette, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await say(setup, mette, 'Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?');
    await setup.store.nudges.add({ ...aWelcome(mette._id), _id: nudgeIdFor(WEEK, mette._id), week: WEEK });
    await runJob('rollups', setup.deps);
    await forgetMe(mette);

    assert.equal(await now(mette), null);
    const kept = [...(await dumpStore(setup.database))].filter(([, text]) => /"mette|Mette|70 00 01 01/.test(text));
    assert.deepEqual(
      kept.map(([name]) => name),
      ['readers mette'],
      'but that no weekly principle is wanted',
    );
    assert.notEqual((await setup.store.readers.get(mette._id)).stoppedAt, null);
    assert.deepEqual(setup.forgottenAccounts, ['sandbox:mette']);

    const takenCase = await caseNow(taken);
    assert.deepEqual([takenCase.state, takenCase.text, takenCase.turns.length], ['withdrawn', DILEMMA, 2]);
    const other = await caseNow(open1);
    assert.deepEqual([other.state, other.text, other.asker], ['withdrawn', '', takenCase.asker]);
    assert.equal((await setup.store.people.get(takenCase.asker))?.nobody, true);
    assert.ok(!(await setup.store.people.all()).some(({ nobody }) => nobody));
    await say(setup, bo, `sag ${takenCase.number}`);
    const shown = newest(setup, bo);
    assert.ok(shown?.kind === 'case' && shown.view.viewer === 'agent');
    assert.deepEqual([shown.view.state, 'asker' in shown.view], ['withdrawn', false]);
  });

  it('gets one goodbye, however often they press, and is erased only after it is sent', async () => {
    await open(mette, bo);
    setup.trouble = () => {
      throw new Error('the platform is away');
    };
    assert.equal(await yes(mette), 'done');
    const being = (await now(mette)) ?? assert.fail();
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 0 });
    assert.equal(await yes(being), 'done');
    setup.trouble = null;
    const deliveries = await setup.database.collection<{ _id: string }>('deliveries', []);
    await deliveries.update({ _id: goodbyeId(being.forgetting ?? assert.fail()) }, { $set: { tryAt: new Date(0) } });
    await setup.sender.flush();
    assert.equal(setup.chatOf(mette).filter(({ notice }) => notice.kind === 'forgotten').length, 1);
    // A person who writes before the erasure gets the same reply and starts nothing.
    await say(setup, being, DILEMMA);
    await press(being, 'set-language', { language: 'en' });
    assert.deepEqual(
      setup.chatOf(mette).map(({ notice }) => notice.kind),
      ['forgotten', 'forgotten', 'forgotten'],
    );
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 1 });
    assert.equal(await now(mette), null);
  });

  it('loses, as an agent, their cases and offers to others; a case they answered gets a new agent when it continues', async () => {
    await open(mette, bo);
    const answered = await ask(setup, mette);
    await pressNewest(setup, bo, 'accept-case');
    await pressNewest(setup, bo, 'answer-case', { text: 'Inviter dem på kaffe.', outcome: 'advice' });
    const active = await ask(setup, mette, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await pressNewest(setup, bo, 'accept-case');
    await setup.store.people.add(eva);
    await forgetMe(bo);
    const next = await caseNow(active);
    assert.deepEqual([next.state, next.agent, next.offers.at(-1)?.agent], ['waiting', null, eva._id]);
    const before = await caseNow(answered);
    assert.deepEqual([before.state, before.turns.at(-1)?.text], ['answered', 'Inviter dem på kaffe.']);
    await say(setup, mette, `sag ${before.number}`);
    const shown = newest(setup, mette);
    assert.ok(shown?.kind === 'case' && shown.view.viewer === 'asker');
    const word = shown.view.turns.at(-1);
    assert.deepEqual([shown.view.agent, word?.by === 'other' && word.who], [null, { as: 'erased' }]);
    await press(mette, 'reply', { case: answered, text: 'Og hvis de ikke vil have kaffe?' });
    await runJob('leavers', setup.deps);
    const again = await caseNow(answered);
    assert.deepEqual([again.state, again.offers.at(-1)?.agent], ['waiting', eva._id]);
  });

  it('may return as a new person, and still gets no weekly principle', async () => {
    const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
    const slack: Account = { platform: 'slack', id: 's-mette', name: 'mette' };
    await open(bo);
    await meet(setup, teams);
    const both = await link(setup, teams, slack);
    const id = await ask(setup, both);
    await yes((await now(both)) ?? both);
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 0 }, 'the two are still being linked');
    for (let twice = 0; twice < 2; twice++) await runJob('links', setup.deps);
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 1 });
    assert.deepEqual(setup.forgottenAccounts.sort(), ['slack:s-mette', 'teams:t-mette']);
    assert.ok(![...(await dumpStore(setup.database)).values()].some((text) => text.includes('Mette')));
    const anew = await meet(setup, teams);
    assert.deepEqual([anew.left, anew.forgetting, anew.addresses.length], [null, undefined, 1]);
    await say(setup, anew, 'mine sager');
    const empty = { kind: 'my-cases', now: TUESDAY, cases: [], questions: [], more: false };
    assert.deepEqual(newest(setup, anew), empty);
    assert.notEqual((await caseNow(id)).asker, anew._id);
    for (const account of [teams, slack])
      assert.notEqual((await setup.store.readers.get((await meet(setup, account))._id)).stoppedAt, null);
  });

  it('is erased under every account they ever had, and every figure stays the same', async () => {
    await open(bo);
    const [far, mid] = [aPerson('far', { addresses: [] }), aPerson('mid', { addresses: [] })];
    for (const person of [mette, mid, far]) await setup.store.people.add(person);
    const { facts } = setup.store;
    const { of } = setup.deps.pseudonyms;
    // One week per account, because a rollup is re-examined when a person in it is erased.
    for (const [n, { _id }] of [mette, mid, far].entries()) {
      const week = weekAfter('2026-W40', n);
      await facts.put({ _id: `f-${_id}`, week, unit: null, who: of(_id, week), kind: 'taken' });
      const head = { _id: week, directory: 9, withChat: 5, standing: null, units: [] };
      await setup.store.rollups.add(sumWeek(head, await facts.ofWeek(week)));
    }
    await setup.store.people.change(mid._id, { joined: mette._id });
    await setup.store.people.change(far._id, { joined: mid._id });
    await forgetMe(mette);
    for (const person of [mette, mid, far]) assert.equal(await now(person), null);
    const weeks = await setup.store.rollups.all();
    const whose = (await Promise.all(weeks.map(({ _id }) => facts.ofWeek(_id)))).flat().map(({ who }) => who);
    assert.equal(new Set(whose).size, 3);
    assert.deepEqual(
      weeks.flatMap(({ agents }) => agents.map(({ who }) => who)),
      whose,
    );
    for (const { _id } of [mette, mid, far]) {
      assert.ok(!whose.includes(of(_id, WEEK)));
      assert.notEqual((await setup.store.readers.get(_id)).stoppedAt, null);
    }
  });

  it('is again the manager of the same people if they come back', async () => {
    await open(mette, aPerson('kim', { manager: mette._id }), bo);
    await ask(setup, mette);
    await yes(mette);
    // Even when the agent of one of their cases makes the other job run.
    await runJob('leavers', setup.deps);
    await runJob('forget', setup.deps);
    assert.equal((await now(aPerson('kim')))?.manager, mette._id);
  });

  it('is unaffected by a press from before an earlier erasure, or an expired one', async () => {
    const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
    await open(bo);
    const first = await meet(setup, teams);
    const old = { message: 'm', verb: 'forget-me', data: { asked: setup.now.toISOString() } };
    await setup.bot.press({ ...old, from: first });
    await setup.sender.flush();
    await runJob('forget', setup.deps);
    const again = await meet(setup, teams);
    assert.equal(again._id, first._id);
    assert.equal(await setup.bot.press({ ...old, from: again }), 'repeated');
    setup.now = new Date(setup.now.getTime() + 61 * 60_000);
    await assert.rejects(
      setup.bot.press({ ...old, message: 'n', from: again }),
      (error) => error instanceof Refusal && error.code === 'asked-long-ago',
    );
    assert.equal((await now(again))?.forgetting, undefined);
  });

  it('is not erased again by a slow process after they come back', async () => {
    const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
    await open(bo);
    const first = await meet(setup, teams);
    await yes(first);
    const { people } = setup.deps;
    let late: Promise<unknown> = Promise.resolve();
    // The other process still has its list when this one is done.
    const slow: Deps = {
      ...setup.deps,
      people: {
        ...people,
        forgetting: async () => {
          const list = await people.forgetting();
          await runJob('forget', setup.deps);
          late = meet(setup, teams).then((back) => ask(setup, back));
          await late;
          return list;
        },
      },
    };
    assert.deepEqual(await runJob('forget', slow), { forgotten: 0 });
    const back = await meet(setup, teams);
    assert.equal((await setup.store.cases.of(back._id, 9))[0]?.text, DILEMMA);
  });

  it('is replaced by one anonymous person, however many presses arrive concurrently', async () => {
    await open(mette, bo);
    await Promise.all([1, 2, 3].map(() => yes(mette)));
    assert.equal(setup.chatOf(mette).filter(({ notice }) => notice.kind === 'forgotten').length, 1);
  });

  it('leaves no case with an erased agent, even when its asker writes during the erasure', async () => {
    await open(mette, bo, eva);
    const id = await ask(setup, mette);
    const asked = (await caseNow(id)).offers.at(-1)?.agent;
    const has = [bo, eva].find(({ _id }) => _id === asked) ?? assert.fail();
    await pressNewest(setup, has, 'accept-case');
    await pressNewest(setup, has, 'answer-case', { text: 'Inviter dem på kaffe.', outcome: 'advice' });
    await yes(has);
    const { cases } = setup.deps;
    let named = 0;
    const writing: Deps = {
      ...setup.deps,
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

  it('waits at most an hour for a goodbye that the platform does not accept', async () => {
    await open(mette, bo);
    setup.trouble = () => {
      throw new Error('Slack has shut Sammen out');
    };
    await yes(mette);
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 0 });
    setup.now = new Date(setup.now.getTime() + 61 * 60_000);
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 1 });
  });

  it('does not block the erasure of others when their own fails', async () => {
    await open(mette, aPerson('kim'));
    await yes(mette);
    await yes(aPerson('kim'));
    const { cases } = setup.deps;
    const failing: Deps = {
      ...setup.deps,
      cases: {
        ...cases,
        naming: async (person) => {
          if (person === 'kim') throw new Error('this erasure fails');
          return cases.naming(person);
        },
      },
    };
    await assert.rejects(runJob('forget', failing), AggregateError);
    assert.equal(await now(mette), null);
    assert.notEqual(await now(aPerson('kim')), null);
  });

  it('cannot be the last admin', async () => {
    await open(admin, mette);
    await assert.rejects(yes(admin), (error) => error instanceof Refusal && error.code === 'last-admin');
    assert.equal((await now(admin))?.forgetting, undefined);
    await setup.store.people.giveRole(mette._id, 'admin', RECORDED);
    await forgetMe(admin);
  });

  it('can be erased by an admin after they have left, not before', async () => {
    await open(admin, mette, bo);
    const id = await ask(setup, mette);
    const refused = (verb: string) =>
      assert.rejects(
        press(admin, verb, { person: mette._id }),
        (error) => error instanceof Refusal && error.code === 'no-such-colleague',
      );
    await refused('forget-colleague');
    await press(admin, 'mark-left', { person: mette._id });
    await press(admin, 'forget-colleague', { person: mette._id });
    const shown = newest(setup, admin);
    assert.ok(shown?.kind === 'admin-colleague' && shown.forgetting);
    await refused('bring-back');
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 1 });
    assert.equal(await now(mette), null);
    assert.notEqual((await caseNow(id)).asker, mette._id);
    assert.equal(setup.chatOf(mette).filter(({ notice }) => notice.kind === 'forgotten').length, 0);
    const log = await setup.store.adminLog.newest(9);
    assert.deepEqual(log.map(({ did, about }) => [did, about]).sort(), [
      ['forget-colleague', null],
      ['mark-left', mette._id],
    ]);
  });

  it('is erased in the end, wherever a process dies, and the figures stay the same', async () => {
    for (let call = 1; ; call += 5) {
      await open(mette, bo);
      const id = await ask(setup, mette);
      await pressNewest(setup, bo, 'accept-case', { text: 'Hvem er naboerne?' });
      await runJob('rollups', setup.deps);
      setup.now = new Date(TUESDAY.getTime() + 7 * 86_400_000);
      await runJob('rollups', setup.deps);
      const [before] = await setup.store.rollups.all();
      await yes(mette);
      const died = await runJob('forget', dieAtCall(call, setup.deps, PORTS)).then(
        () => false,
        (error) => {
          const faults: unknown[] = error instanceof AggregateError ? error.errors : [error];
          if (!faults.every((fault) => fault instanceof Killed)) throw error;
          return true;
        },
      );
      await runJob('forget', setup.deps);
      assert.equal(await now(mette), null);
      assert.deepEqual(await setup.store.people.forgetting(), []);
      const { asker } = await caseNow(id);
      assert.equal((await setup.store.people.get(asker))?.nobody, true);
      const [after] = await setup.store.rollups.all();
      assert.deepEqual(after, before ?? assert.fail());
      if (!died) return assert.ok(call > 40, String(call));
      await setup.close();
    }
  });
});
