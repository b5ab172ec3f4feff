import assert from 'node:assert/strict';
import sinon from 'sinon';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { decidedNow } from '../../adapters/store/decided.ts';
import { createMessageSender } from '../../app/delivery/create-message-sender.ts';
import { stopwatch } from '../../app/stopwatch.ts';
import { type DeliveryId, deliveryId, personId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Notice, Saying } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Debt, Delivery, Owing } from '../../outbox/ports.ts';
import { createRateLimit } from '../../outbox/rate-limit.ts';
import { relay } from '../../outbox/relay.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, anOwed, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');

const owed = (id: string, overrides: Partial<Owed<Saying>> = {}): Owed<Saying> =>
  anOwed({ id: deliveryId(id), ...overrides });

describe('a relay that sends immediately', () => {
  let setup: TestBot;
  let clock: sinon.SinonFakeTimers;
  /** An extra document that owes messages, as a case does. */
  let debts: { id: string; owes: Debt<Saying>[] }[];
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    setup = await openTestBot([asker, agent]);
    debts = [];
  });
  afterEach(async () => {
    sinon.restore();
    clock.restore();
    await setup.close();
  });

  const owe = (...owes: Owed<Saying>[]): void => {
    debts.push({ id: `document-${debts.length}`, owes: decidedNow(owes) });
  };
  const owing: Owing<Saying> = {
    unrelayed: async () => debts.map(({ id, owes }) => ({ id, owes: [...owes] })),
    struck: async (id, owed) => {
      debts = debts.filter((one) => one.id !== id || one.owes.some((debt) => !owed.includes(debt.id)));
    },
  };
  const post = async (to: Person, id: DeliveryId, notice: Notice): Promise<string> => {
    setup.trouble?.(to, 'slack');
    setup.posted.push({ id, to: to._id, platform: 'slack', notice, updates: 0 });
    return id;
  };
  /** One of several processes on this store. */
  const aProcess = (debtors: readonly Owing<Saying>[] = [owing]) =>
    createMessageSender({
      debtors,
      deliveries: setup.store.deliveries,
      holds: setup.store.holds,
      alarm: setup.alarm,
      sending: {
        deps: setup.deps,
        posts: setup.store.posts,
        channelOn: () => ({
          post,
          postInTeam: async () => '',
          reopen: async () => undefined,
          update: async () => undefined,
        }),
      },
      rateLimit: createRateLimit(setup.store.paceBook, {}, stopwatch),
      clock: () => setup.now,
      onFault: () => undefined,
    });
  const sent = () => setup.posted.map(({ id }) => id as string);
  const stored = (id: string) =>
    setup.database.collection<Delivery<unknown>>('deliveries', []).then((all) => all.get(id));

  it('adds the messages it sends as already claimed, without a separate claim', async () => {
    const claim = sinon.spy(setup.store.deliveries, 'claim');
    owe(owed('one'), owed('two', { to: agent._id }));
    await aProcess().flush();
    assert.deepEqual(sent().sort(), ['one', 'two']);
    assert.equal(claim.callCount, 0);
    assert.deepEqual(debts, []);
    const { state, attempts, leaseBy } = (await stored('one')) ?? {};
    assert.deepEqual({ state, attempts, leaseBy }, { state: 'sent', attempts: 1, leaseBy: null });
  });

  it('holds a lease while it sends, so that no other process does', async () => {
    owe(owed('one'));
    const leases: boolean[] = [];
    setup.trouble = () => void leases.push(true);
    let release: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => {
      release = resolve;
    });
    sinon.replace(setup.deps.people, 'get', async () => {
      await waits;
      return asker;
    });
    const first = aProcess().flush();
    while ((await stored('one')) === null || debts.length > 0) await new Promise(setImmediate);
    await aProcess([]).flush();
    clock.tick(14_999);
    await aProcess([]).flush();
    assert.deepEqual(sent(), []);
    release();
    await first;
    assert.deepEqual([sent(), leases.length], [['one'], 1]);
  });

  for (const [moment, dies] of [
    ['added and before the debt is struck off', 'struck'],
    ['struck off and before it is sent', 'sent'],
  ] as const) {
    it(`loses nothing when the process dies after a message is ${moment}`, async () => {
      owe(owed('one'), owed('two'));
      // Simulates a process that is killed in between.
      await relay(
        [{ ...owing, ...(dies === 'struck' ? { struck: async () => undefined } : {}) }],
        setup.store.deliveries,
        {
          max: 1,
          domainNow: setup.now,
          begin: async (debt) =>
            (await setup.store.deliveries.addClaimed(debt, 'dead', new Date(Date.now() + 15_000))) !== null,
        },
      );
      const other = aProcess();
      await other.flush();
      assert.deepEqual(sent(), [], 'nobody knows yet that it is dead, and the second waits for the first');
      clock.tick(15_000);
      await other.flush();
      assert.deepEqual(sent(), ['one', 'two']);
      assert.deepEqual(debts, []);
      assert.equal((await stored('one'))?.attempts, 2);
    });
  }

  it('sends each message once, even when the store fails to strike it off', async () => {
    owe(owed('one'));
    const away = { ...owing, struck: () => Promise.reject(new StoreUnavailable('away')) };
    await assert.rejects(aProcess([away]).flush(), StoreUnavailable);
    assert.deepEqual(sent(), ['one']);
    await aProcess().flush();
    assert.deepEqual(sent(), ['one']);
    assert.deepEqual(debts, []);
  });

  it('finishes everything it started when the store fails', async () => {
    owe(owed('one'));
    owe(owed('two', { to: agent._id }));
    const { addClaimed } = setup.store.deliveries;
    sinon.replace(setup.store.deliveries, 'addClaimed', async (debt, ...more) => {
      if (debt.id === 'one') throw new StoreUnavailable('away');
      for (let turns = 0; turns < 50; turns++) await new Promise(setImmediate);
      return addClaimed(debt, ...more);
    });
    await assert.rejects(aProcess().flush(), StoreUnavailable);
    assert.deepEqual(sent(), ['two']);
  });

  it('starts nothing new when it is stopped, and leaves the rest to others', async () => {
    owe(owed('one'));
    const stopped: Promise<void>[] = [];
    const sender = aProcess([
      {
        ...owing,
        unrelayed: async () => {
          stopped.push(sender.stop());
          return owing.unrelayed();
        },
      },
    ]);
    await sender.flush();
    await Promise.all(stopped);
    assert.deepEqual(sent(), []);
    await aProcess().flush();
    assert.deepEqual(sent(), ['one']);
  });

  it('lets an older message go first: one that waits, is being sent elsewhere, or is owed by another document', async () => {
    await setup.store.deliveries.add([owed('waits'), owed('elsewhere', { to: agent._id })]);
    const until = new Date(Date.now() + 15_000);
    await setup.store.deliveries.claim(deliveryId('waits'), 'me', new Date(), until);
    await setup.store.deliveries.finish(deliveryId('waits'), 'me', {
      state: 'due',
      tryAt: new Date(Date.now() + 10_000),
      reason: 'busy',
    });
    await setup.store.deliveries.claim(deliveryId('elsewhere'), 'other', new Date(), until);
    owe(owed('third'));
    owe(owed('behind', { to: agent._id }));
    const [third, ...others] = debts;
    owe(owed('fourth'));
    assert.ok(third);
    debts = [...debts.filter((one) => one !== third && !others.includes(one)), ...others, third];
    const sender = aProcess();
    await sender.flush();
    assert.deepEqual(sent(), []);
    clock.tick(10_000);
    await sender.flush();
    assert.deepEqual(sent(), ['waits', 'third', 'fourth']);
    await setup.store.deliveries.finish(deliveryId('elsewhere'), 'other', { state: 'sent', at: new Date() });
    await sender.flush();
    assert.deepEqual(sent(), ['waits', 'third', 'fourth', 'behind']);
  });

  it('keeps the order of a conversation owed by several documents, whichever is read first', async () => {
    for (const id of ['one', 'two', 'three', 'four']) owe(owed(id));
    debts.reverse();
    await aProcess().flush();
    assert.deepEqual(sent(), ['one', 'two', 'three', 'four']);
  });

  it('sends nothing directly while a message from an early version, which has no position, is owed', async () => {
    owe(owed('new'));
    debts.push({ id: 'old', owes: [owed('old')] });
    const begun = sinon.spy(setup.store.deliveries, 'addClaimed');
    await aProcess().flush();
    assert.equal(begun.callCount, 0);
    assert.deepEqual(sent().sort(), ['new', 'old']);
  });

  it('does not start messages that are held until a time or belong to a run', async () => {
    owe(owed('tomorrow', { notBefore: new Date(TUESDAY.getTime() + 86_400_000) }), owed('now'));
    owe(owed('run', { to: agent._id, queue: 'slack' }));
    const begun = sinon.spy(setup.store.deliveries, 'addClaimed');
    await aProcess().flush();
    assert.deepEqual(
      begun.args.map(([{ id }]) => id),
      ['now'],
    );
    assert.deepEqual(sent(), ['now']);
    for (const [id, state] of [
      ['tomorrow', 'due'],
      ['run', 'queued'],
    ] as const) {
      const kept = await stored(id);
      assert.deepEqual([kept?.state, kept?.attempts, kept?.leaseBy], [state, 0, null]);
    }
  });

  it('sends a message it claimed outside working hours when they begin', async () => {
    setup.now = new Date('2026-11-28T10:00:00.000Z');
    owe(owed('ping'));
    const sender = aProcess();
    await sender.flush();
    assert.deepEqual(sent(), []);
    setup.now = new Date('2026-11-30T07:00:00.000Z');
    await sender.flush();
    assert.deepEqual(sent(), ['ping']);
  });

  it('starts no more messages concurrently than it has workers, and sends all', async () => {
    const many = Array.from({ length: 120 }, (_, i) => personId(`many-${i}`));
    for (const id of many) await setup.store.people.add(aPerson(id));
    owe(...many.map((to, i) => owed(`message-${i}`, { to })));
    const begun = sinon.spy(setup.store.deliveries, 'addClaimed');
    await aProcess().flush();
    assert.equal(begun.callCount, 40);
    assert.equal(new Set(sent()).size, many.length);
    assert.equal(sent().length, many.length);
  });

  it('sends each message from one process only, in order for each person, when several relay concurrently', async () => {
    const people = Array.from({ length: 12 }, (_, i) => aPerson(`one-of-${i}`));
    for (const person of people) await setup.store.people.add(person);
    for (let n = 0; n < 5; n++) owe(...people.map(({ _id }) => owed(`${_id}-${n}`, { to: _id })));
    const processes = Array.from({ length: 4 }, () => aProcess());
    await Promise.all(processes.map((one) => one.flush()));
    for (const one of processes) await one.flush();
    for (const { _id } of people) {
      assert.deepEqual(
        sent().filter((id) => id.startsWith(`${_id}-`)),
        [0, 1, 2, 3, 4].map((n) => `${_id}-${n}`),
      );
    }
  });
});
