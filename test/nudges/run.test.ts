import assert from 'node:assert/strict';
import type { Deps } from '../../bot/deps.ts';
import { nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import { planRun } from '../../bot/nudges/plan-run.ts';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import type { Run } from '../../bot/nudges/run.ts';
import { progressOf, runReply } from '../../bot/nudges/run-view.ts';
import type { Person } from '../../bot/people/person.ts';
import { runJob } from '../../jobs/jobs.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, aWelcome } from '../support/fixtures/builders.ts';

const WEEK = '2026-W50';
const MONDAY = new Date('2026-12-07T08:01:00.000Z');
const at = (moment: string) => new Date(`2026-12-${moment}:00.000Z`);

const hr = aPerson('hanne', { roles: ['hr'] });
const people = Array.from({ length: 450 }, (_, n) => aPerson(`p${String(n).padStart(3, '0')}`));
const [first, second] = people as [Person, Person];

describe('a weekly run', function () {
  this.timeout(60_000);
  let setup: TestBot;
  const open = async (all: readonly Person[]): Promise<void> => {
    setup = await openTestBot([...all, hr]);
    for (const person of [...all, hr]) await setup.store.nudges.add(aWelcome(person._id));
    setup.now = MONDAY;
  };
  afterEach(() => setup.close());

  const run = async (): Promise<Run> => {
    const found = await setup.store.runs.get(WEEK);
    assert.ok(found);
    return found;
  };
  const nudgesOf = (person: Person) => setup.chatOf(person).filter(({ id }) => id === nudgeIdFor(WEEK, person._id));
  const presses = (verb: string, data: Record<string, unknown> = {}) =>
    setup.bot.press({ from: hr, message: 'm', verb, data: { week: WEEK, rev: setup.posted.length, ...data } });

  it('is planned once, wherever a process dies, and each page is counted once', async () => {
    await open(people);
    const { deps } = setup;
    for (const survives of [0, 130, 3, 350]) {
      let added = 0;
      const dying: Deps = {
        ...deps,
        outbox: {
          ...deps.outbox,
          add: async (owed) => {
            if (added++ >= survives) throw new Error('killed');
            await deps.outbox.add(owed);
          },
        },
      };
      await assert.rejects(planRun(WEEK, dying), /killed/);
    }
    // Two processes plan the rest concurrently.
    await Promise.all([planRun(WEEK, deps), planRun(WEEK, deps)]);
    const { state, counts } = await run();
    assert.deepEqual([state, counts.nudge], ['planned', people.length + 1]);
    assert.deepEqual(await planRun(WEEK, deps).then(({ nudge }) => nudge), 0, 'a second run in a week is none');
    await setup.sender.drain();
    for (const person of [...people, hr]) assert.equal(nudgesOf(person).length, 1, person._id);
  });

  it('fixes its recipients when it starts, and respects their wishes when it sends', async () => {
    const five = people.slice(0, 5);
    await open(five);
    setup.now = at('07T07:05');
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    assert.equal(setup.posted.length, 0, 'nine o’clock has not come');
    const [, , third, fourth, fifth] = five as [Person, Person, Person, Person, Person];
    await setup.bot.press({ from: first, message: 'm', verb: 'stop-nudges', data: {} });
    await setup.bot.press({ from: second, message: 'm', verb: 'pause-nudges', data: { until: '2026-12-09' } });
    await setup.bot.press({
      from: third,
      message: 'm',
      verb: 'set-nudge-time',
      data: { weekday: 'wed', hour: '10:30' },
    });
    await setup.store.people.change(fourth._id, { left: setup.now });
    await setup.store.people.add(aPerson('new'));
    await setup.sender.flush();
    setup.now = MONDAY;
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    const got = five.map((person) => nudgesOf(person).length);
    assert.deepEqual(got, [0, 0, 0, 0, 1]);
    assert.equal(nudgesOf(fifth).length, 1);
    setup.now = at('09T09:31');
    await setup.sender.drain();
    assert.deepEqual(
      five.map((person) => nudgesOf(person).length),
      [0, 0, 1, 0, 1],
      'on the day they chose since',
    );
    assert.deepEqual(nudgesOf(aPerson('new')), []);
  });

  it('is made up for within its week, in working hours, and never later', async () => {
    await open([first, second]);
    setup.now = at('09T19:00');
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    assert.equal(setup.posted.length, 0, 'nobody is pinged in the evening');
    setup.now = at('10T07:00');
    setup.trouble = (to) => {
      if (to._id === second._id) throw new Error('the platform is away');
    };
    await setup.sender.drain();
    assert.equal(nudgesOf(first).length, 1);
    setup.trouble = null;
    setup.now = at('14T08:05');
    const deliveries = await setup.database.collection('deliveries', []);
    await deliveries.update({ _id: nudgeIdFor(WEEK, second._id) }, { $set: { tryAt: new Date(0) } });
    await setup.sender.drain();
    assert.equal(nudgesOf(second).length, 0, 'that week is over');
  });

  it('shows HR and admins how many it did not reach, and how many failed', async () => {
    const third = aPerson('third');
    await open([first, second, third]);
    setup.trouble = (to) => {
      if (to._id === second._id) throw new DeliveryError('unreachable', 'the person removed Sammen');
      if (to._id === third._id) throw new DeliveryError('failed', 'the platform refuses this message');
    };
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    setup.trouble = null;
    const { view } = await runReply('nothing', WEEK, setup.deps);
    assert.deepEqual([view.sent, view.notDelivered], [2, { undeliverable: 1, failed: 1 }]);
    assert.deepEqual(await progressOf(WEEK, setup.deps), { sent: 2, audience: 4, undeliverable: 1, failed: 1 });
  });

  it('stops and starts again when the same buttons are pressed again', async () => {
    await open([first]);
    const press = (verb: string) => setup.bot.press({ from: first, message: 'm', verb, data: {} });
    const stopped = async () => (await setup.store.readers.get(first._id)).stoppedAt !== null;
    assert.deepEqual([await press('stop-nudges'), await stopped()], ['done', true]);
    assert.deepEqual([await press('stop-nudges'), await stopped()], ['repeated', true]);
    assert.deepEqual([await press('resume-nudges'), await stopped()], ['done', false]);
    assert.deepEqual([await press('stop-nudges'), await stopped()], ['done', true]);
    assert.deepEqual([await press('resume-nudges'), await stopped()], ['done', false]);
    assert.deepEqual([await press('resume-nudges'), await stopped()], ['repeated', false]);
  });

  it('is previewed to HR on Thursday, with counts, and can be swapped, tried and cancelled', async () => {
    await open([first, second]);
    await setup.bot.press({ from: second, message: 'm', verb: 'stop-nudges', data: {} });
    setup.now = at('03T07:59');
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    const previews = () => setup.chatOf(hr).flatMap(({ notice }) => (notice.kind === 'run' ? [notice] : []));
    assert.equal(previews().length, 0);
    setup.now = at('03T08:01');
    for (let n = 0; n < 3; n++) await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    assert.equal(previews().length, 1);
    const shown = previews()[0]?.view;
    assert.deepEqual([shown?.week, shown?.counts.nudge, shown?.counts.stopped], [WEEK, 2, 1]);
    assert.ok(!JSON.stringify(previews()).includes(first.name));

    await presses('swap-nudge');
    await setup.sender.flush();
    const now = previews().at(-1)?.view.texts ?? [];
    assert.notDeepEqual(now, shown?.texts);
    await presses('send-to-me');
    await setup.sender.flush();
    const sample = setup.chatOf(hr).at(-1)?.notice;
    assert.equal(sample?.kind === 'nudge-sample' ? sample.text?.da : null, now[0]?.da);

    await presses('cancel-nudge');
    await assert.rejects(presses('swap-nudge'), { code: 'no-run' });
    await assert.rejects(setup.bot.press({ from: first, message: 'm', verb: 'cancel-nudge', data: {} }), {
      code: 'only-hr',
    });
    setup.now = MONDAY;
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    assert.equal(nudgesOf(first).length, 0);
    const written = (await setup.store.adminLog.newest(10)).map(({ did, detail }) => `${did} ${detail}`);
    assert.deepEqual(written.sort(), [`cancel-nudge ${WEEK}`, `swap-nudge ${WEEK}`]);
  });

  it('is previewed with exactly the texts that people get, and how many get each', async () => {
    const units = ['Borgerservice', 'Park og Vej', 'Skolen ved Søen', 'Hjemmeplejen', 'Hovedbiblioteket', 'Havnen'];
    const all = Array.from({ length: 40 }, (_, n) => aPerson(`u${n}`, { unit: units[n % units.length] ?? null }));
    await open(all);
    const principle = principleOf(WEEK);
    const own = setup.deps.library.filter((nudge) => nudge.principle === principle && nudge.field === 'all');
    for (const [n, person] of all.slice(0, 12).entries()) {
      // Some had the text of this week before, each another one.
      const text = own[n % own.length]?.id ?? assert.fail();
      const sent = { at: at('01T08:01'), platform: 'sandbox', message: 'm' } as const;
      const had = { ...aWelcome(person._id), _id: nudgeIdFor('2026-W44', person._id), week: '2026-W44' as const };
      await setup.store.nudges.add({ ...had, message: 'nudge', principle, text, sent });
    }
    setup.now = at('03T08:01');
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    const preview = setup.chatOf(hr).flatMap(({ notice }) => (notice.kind === 'run' ? [notice.view] : []))[0];
    setup.now = MONDAY;
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
    const got = new Map<string, number>();
    for (const person of [...all, hr]) {
      for (const { notice } of nudgesOf(person)) {
        const text = notice.kind === 'nudge' ? notice.view.text?.da : undefined;
        if (text !== undefined) got.set(text, (got.get(text) ?? 0) + 1);
      }
    }
    assert.ok(got.size > 3, `${got.size} texts`);
    const shown = new Map(preview?.texts.map(({ da, audience }) => [da, audience]));
    assert.deepEqual([...shown].sort(), [...got].sort());
  });

  it('can be paused and resumed', async () => {
    await open([first, second]);
    await runJob('weekly-nudge', setup.deps);
    await presses('pause-run');
    await setup.sender.drain();
    assert.equal(nudgesOf(first).length, 0);
    await presses('resume-run');
    await setup.sender.drain();
    assert.deepEqual([nudgesOf(first).length, nudgesOf(second).length], [1, 1]);
  });

  it('does not delay conversations', async () => {
    await open(people.slice(0, 60));
    await runJob('weekly-nudge', setup.deps);
    await setup.bot.hear({ id: 'h1', from: first, text: 'hjælp' });
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ notice }) => notice.kind),
      ['help'],
    );
    await setup.sender.drain();
    assert.equal(setup.posted.length, 62);
  });
});
