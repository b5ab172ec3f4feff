import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createMessageSender } from '../../app/delivery/create-message-sender.ts';
import { stopwatch } from '../../app/stopwatch.ts';
import { deliveryId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Saying } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { createHolds, probePause } from '../../outbox/holds.ts';
import { createRateLimit } from '../../outbox/rate-limit.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, anOwed, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const on = (platform: Platform, ...more: Platform[]) => ({
  addresses: [platform, ...more].map((each, n) => ({
    platform: each,
    id: each,
    at: new Date(TUESDAY.getTime() - n * 1000),
  })),
});
const anna = aPerson('anna', on('teams'));
const bo = aPerson('bo', on('teams'));
const cy = aPerson('cy', on('slack'));
const admin = anAgent('admin', { ...on('teams', 'slack'), roles: ['admin'] });
const MINUTE = 60_000;

describe('a platform that shuts Sammen out', () => {
  let setup: TestBot;
  let clock: sinon.SinonFakeTimers;
  /** The requests that Teams got. */
  let asked: string[];
  /** Whether Teams shuts Sammen out. */
  let shut: boolean;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    setup = await openTestBot([anna, bo, cy, admin]);
    [asked, shut] = [[], true];
    setup.trouble = (to, platform) => {
      if (platform !== 'teams') return;
      asked.push(to._id);
      if (shut) throw new DeliveryError('barred', 'the secret has run out');
    };
  });
  afterEach(async () => {
    clock.restore();
    await setup.close();
  });

  const owe = (...owed: [id: string, to: Person, more?: Partial<Owed<Saying>>][]) =>
    setup.store.deliveries.add(owed.map(([id, to, more]) => anOwed({ id: deliveryId(id), to: to._id, ...more })));
  const sent = () => setup.posted.map(({ id }) => id as string).filter((id) => !id.startsWith('sending.'));
  const later = async (milliseconds: number) => {
    clock.tick(milliseconds);
    await setup.sender.sweep();
  };
  const aProcess = () =>
    createMessageSender({
      debtors: [],
      deliveries: setup.store.deliveries,
      holds: setup.store.holds,
      alarm: setup.alarm,
      sending: {
        deps: setup.deps,
        posts: setup.store.posts,
        channelOn: (platform) => ({
          post: async (to, id, notice) => {
            setup.trouble?.(to, platform);
            setup.posted.push({ id, to: to._id, platform, notice, updates: 0 });
            return id;
          },
          postInTeam: async () => '',
          reopen: async () => undefined,
          update: async () => undefined,
        }),
      },
      rateLimit: createRateLimit(setup.store.paceBook, {}, stopwatch),
      clock: () => setup.now,
      onFault: () => undefined,
    });

  it('is asked once, not once a message; what waits says so and says why', async () => {
    await owe(['a1', anna], ['a2', anna], ['b1', bo]);
    await setup.sender.flush();
    await setup.sender.flush();
    // Messages to two people may leave at the same moment.
    assert.ok(asked.length <= 2, asked.join());
    const states = await setup.store.deliveries.statesOf([deliveryId('a1'), deliveryId('a2'), deliveryId('b1')]);
    assert.deepEqual(Object.fromEntries(states), {
      a1: { state: 'waiting', reason: 'the secret has run out' },
      a2: { state: 'on-its-way' },
      b1: { state: 'waiting', reason: 'the secret has run out' },
    });
  });

  it('delays nobody on another platform', async () => {
    await owe(['a1', anna], ['c1', cy]);
    await setup.sender.flush();
    assert.deepEqual(sent(), ['c1']);
  });

  it('is probed with one message at growing pauses, and everything goes out in order once it lets Sammen in', async () => {
    await owe(['a1', anna], ['a2', anna], ['b1', bo], ['b2', bo]);
    await setup.sender.flush();
    for (let minutes = 0; minutes < 60; minutes++) await later(MINUTE);
    assert.ok(asked.length >= 7 && asked.length <= 11, `${asked.length} requests in an hour`);
    for (let days = 0; days < 10; days++) await later(24 * 60 * MINUTE);
    assert.deepEqual(sent(), []);
    shut = false;
    await later(10 * MINUTE);
    const of = (person: string) => sent().filter((id) => id.startsWith(person));
    assert.deepEqual(
      [of('a'), of('b')],
      [
        ['a1', 'a2'],
        ['b1', 'b2'],
      ],
    );
    assert.deepEqual(await setup.store.holds.all(), []);
  });

  it('is held for every process, also for one that starts later', async () => {
    await owe(['a1', anna]);
    await setup.sender.flush();
    await owe(['b1', bo]);
    const other = aProcess();
    await other.flush();
    assert.deepEqual(asked, ['anna']);
    shut = false;
    clock.tick(MINUTE);
    await Promise.all([other.flush(), setup.sender.flush()]);
    await setup.sender.flush();
    assert.deepEqual(sent().toSorted(), ['a1', 'b1']);
    await other.stop();
  });

  it('lets a run wait, too, without trying each of its messages', async () => {
    await owe(['a1', anna]);
    await setup.sender.flush();
    for (let n = 0; n < 50; n++) await owe([`run-${n}`, n % 2 === 0 ? anna : bo, { queue: 'teams' }]);
    await setup.sender.drain();
    assert.equal(asked.length, 1);
    shut = false;
    await later(MINUTE);
    await setup.sender.drain();
    assert.equal(sent().length, 51);
  });

  it('works again when it refuses a probe for a reason about the person', async () => {
    await owe(['a1', anna], ['b1', bo]);
    await setup.sender.flush();
    setup.trouble = (to) => {
      if (to._id === anna._id) throw new DeliveryError('unreachable', 'blocked');
    };
    await later(MINUTE);
    assert.deepEqual(sent(), ['b1']);
    assert.deepEqual(await setup.store.holds.all(), []);
  });

  it('stays held when a probe gets no answer', async () => {
    await owe(['a1', anna]);
    await setup.sender.flush();
    setup.trouble = () => {
      throw new DeliveryError('retry', 'Teams answered 503');
    };
    await later(MINUTE);
    assert.equal((await setup.store.holds.all()).length, 1);
  });

  it('is told to the log and to the admins on another platform, once, and so is its end', async () => {
    await owe(['a1', anna], ['b1', bo]);
    await setup.sender.flush();
    for (let minutes = 0; minutes < 30; minutes++) await later(MINUTE);
    const told = () =>
      setup
        .chatOf(admin)
        .map(({ platform, notice }) =>
          notice.kind === 'admin-sending' ? `${notice.state} on ${platform}` : notice.kind,
        );
    assert.deepEqual(told(), ['held on slack']);
    shut = false;
    await later(10 * MINUTE);
    assert.deepEqual(told(), ['held on slack', 'freed on teams']);
    assert.equal(setup.log.filter((line) => line.startsWith('SENDING IS HELD: teams')).length, 1);
    assert.equal(setup.log.filter((line) => line.startsWith('SENDING GOES ON: teams')).length, 1);
  });

  it('is told by another process when the one that found it died before it told', async () => {
    const since = new Date();
    const hold = {
      queue: 'teams' as const,
      since,
      reason: 'shut',
      probes: 0,
      probeAt: new Date(since.getTime() + 9e6),
    };
    await setup.store.holds.add({ ...hold, told: false });
    await setup.sender.sweep();
    await setup.sender.sweep();
    assert.equal(setup.log.length, 1);
  });

  it('is not held for everybody when a policy shuts it out for one person', async () => {
    setup.trouble = (to, platform) => {
      if (platform === 'teams') asked.push(to._id);
      if (to._id === anna._id) throw new DeliveryError('barred', 'BotDisabledByAdmin');
    };
    await owe(['a1', anna]);
    await setup.sender.flush();
    await owe(['b1', bo]);
    await setup.sender.flush();
    assert.deepEqual(sent(), [], 'nobody can know yet');
    await later(31_000);
    assert.deepEqual(sent(), ['b1'], 'who was refused last does not probe first');
    for (let n = 2; n < 12; n++) {
      await later(MINUTE);
      await owe([`b${n}`, bo]);
      await setup.sender.flush();
    }
    assert.equal(sent().length, 11);
    assert.deepEqual(await setup.store.holds.all(), []);
    const told = setup.chatOf(admin).map(({ notice }) => notice.kind === 'admin-sending' && notice.state);
    assert.deepEqual(told, ['held', 'freed'], 'admins hear of it once');
    const states = await setup.store.deliveries.statesOf([deliveryId('a1')]);
    assert.equal(states.get(deliveryId('a1'))?.state, 'waiting');
  });

  it('loses nothing when the process that ends the hold dies before it releases what waits', async () => {
    await owe(['a1', anna], ['b1', bo]);
    await setup.sender.flush();
    const [hold] = await setup.store.holds.all();
    assert.ok(hold);
    await setup.store.holds.remove('teams', hold.since);
    shut = false;
    for (let minutes = 0; minutes < 11; minutes++) await later(MINUTE);
    assert.deepEqual(sent().toSorted(), ['a1', 'b1']);
  });

  it('is held again when it shuts everybody out again for the same reason', async () => {
    await owe(['a1', anna]);
    await setup.sender.flush();
    shut = false;
    await later(MINUTE);
    assert.deepEqual(sent(), ['a1']);
    shut = true;
    await owe(['a2', anna], ['b2', bo]);
    await setup.sender.flush();
    for (let minutes = 0; minutes < 10; minutes++) await later(MINUTE);
    assert.equal((await setup.store.holds.all()).length, 1);
    shut = false;
    for (let minutes = 0; minutes < 11; minutes++) await later(MINUTE);
    assert.deepEqual(sent().toSorted(), ['a1', 'a2', 'b2']);
  });

  it('begins a hold once, however many processes find it shut', async () => {
    const told: string[] = [];
    const { holds: book } = setup.store;
    const processes = Array.from({ length: 5 }, () =>
      createHolds({
        book,
        release: async () => undefined,
        onHeld: async ({ queue }) => void told.push(queue),
        onFreed: async ({ queue }) => void told.push(`${queue} is free`),
        onFault: assert.fail,
      }),
    );
    const refuse = async () => {
      throw new DeliveryError('barred', 'shut');
    };
    for (const { request } of processes) await assert.rejects(request('teams', refuse), { heldOn: 'teams' });
    assert.deepEqual(told, ['teams']);
    clock.tick(probePause(0));
    let probes = 0;
    const probe = async () => void probes++;
    await Promise.allSettled(processes.map(({ request }) => request('teams', probe)));
    assert.deepEqual(told, ['teams', 'teams is free']);
  });
});

describe('the pause between probes', () => {
  it('grows from half a minute to ten minutes', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 50].map((probes) => probePause(probes) / MINUTE),
      [0.5, 1, 2, 4, 8, 10, 10],
    );
  });
});

describe('sending that an operator paused', () => {
  let setup: TestBot;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    setup = await openTestBot([anna]);
  });
  afterEach(async () => {
    clock.restore();
    await setup.close();
  });

  it('sends nothing, neither answers nor runs, until it is resumed', async () => {
    const { holds, deliveries } = setup.store;
    assert.equal(await holds.pause(TUESDAY), true);
    assert.equal(await holds.pause(TUESDAY), false);
    await deliveries.add([
      anOwed({ id: deliveryId('answer'), to: anna._id, answers: true }),
      anOwed({ id: deliveryId('run'), to: anna._id, queue: 'teams' }),
    ]);
    clock.tick(2_000);
    await setup.sender.drain();
    assert.deepEqual(setup.posted, []);
    assert.equal((await holds.since())?.getTime(), TUESDAY.getTime());
    assert.equal(await holds.resume(), true);
    assert.equal(await holds.resume(), false);
    clock.tick(2_000);
    await setup.sender.drain();
    assert.equal(setup.posted.length, 2);
  });
});
