import assert from 'node:assert/strict';
import { deliveryId, personId } from '../../../bot/ids.ts';
import type { Outcome } from '../../../outbox/ports.ts';
import { anOwed, TUESDAY } from '../../support/fixtures/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

const at = (seconds: number): Date => new Date(TUESDAY.getTime() + seconds * 1000);

export const holdsContract = (ports: () => Ports): void => {
  describe('holds', () => {
    const hold = {
      queue: 'slack' as const,
      since: at(0),
      reason: 'token_revoked',
      probes: 0,
      probeAt: at(30),
      told: false,
    };

    it('begin once, are probed by one at a time, and end once', async () => {
      const { holds } = ports().store;
      const begun = await Promise.all(Array.from({ length: 10 }, () => holds.add(hold)));
      assert.equal(begun.filter((first) => first).length, 1);
      assert.deepEqual(await holds.get('slack'), hold);
      assert.deepEqual(await holds.all(), [hold]);
      const probes = await Promise.all(Array.from({ length: 10 }, () => holds.takeProbe('slack', at(30), at(90))));
      assert.equal(probes.filter((mine) => mine).length, 1);
      await holds.told('slack', at(0));
      assert.deepEqual(await holds.get('slack'), { ...hold, probes: 1, probeAt: at(90), told: true });
      assert.equal(await holds.remove('slack', at(1)), false, 'another hold');
      const ends = await Promise.all(Array.from({ length: 10 }, () => holds.remove('slack', at(0))));
      assert.equal(ends.filter((mine) => mine).length, 1);
      assert.equal(await holds.takeProbe('slack', at(90), at(120)), false);
      assert.equal(await holds.get('slack'), null);
    });

    it('pause sending until it is resumed', async () => {
      const { holds } = ports().store;
      assert.deepEqual([await holds.isPaused(), await holds.since()], [false, null]);
      assert.deepEqual([await holds.pause(at(0)), await holds.pause(at(1))], [true, false]);
      assert.deepEqual([await holds.isPaused(), await holds.since()], [true, at(0)]);
      assert.deepEqual([await holds.resume(), await holds.resume(), await holds.isPaused()], [true, false, false]);
    });
  });

  describe('the backlog', () => {
    it('counts what is due, by queue, since when, and whom nothing reached', async () => {
      const { deliveries, backlogs } = ports().store;
      // Long before any other test's messages.
      const past = new Date('2001-01-01T10:00:00Z');
      const before = await backlogs.backlog(past);
      const to = personId(unique('p'));
      const add = async (notBefore: Date, more: { queue?: 'slack' } = {}) => {
        const owed = anOwed({ id: deliveryId(unique('d')), to, notBefore, ...more });
        await deliveries.add(owed);
        return owed.id;
      };
      const since = new Date('2001-01-01T09:00:00Z');
      const ids = [await add(past), await add(since), await add(new Date('2001-01-01T08:00:00Z'), { queue: 'slack' })];
      await add(new Date('2001-01-01T11:00:00Z'));
      assert.deepEqual(await backlogs.backlog(past), {
        ...before,
        due: before.due + 2,
        queued: { ...before.queued, slack: (before.queued.slack ?? 0) + 1 },
        oldestSince: since,
      });
      for (const id of ids) {
        await deliveries.claim(id, 'me', new Date(), new Date(Date.now() + 15_000));
        await deliveries.finish(id, 'me', { state: 'unreachable', reason: 'x', undelivered: to });
      }
      // One person, however many messages.
      assert.deepEqual(await backlogs.backlog(past), { ...before, peopleNotReached: before.peopleNotReached + 1 });
    });
  });

  describe('messages that do not go out', () => {
    const ended = async (outcome: Outcome, queue?: 'teams') => {
      const { deliveries } = ports().store;
      const owed = anOwed({ id: deliveryId(unique('d')), to: personId(unique('p')), ...(queue ? { queue } : {}) });
      await deliveries.add(owed);
      await deliveries.claim(owed.id, 'me', new Date(), new Date(Date.now() + 15_000));
      await deliveries.finish(owed.id, 'me', outcome);
      return owed;
    };
    const later = new Date('2100-01-01');

    it('are found, counted, and released when their platform works again', async () => {
      const { deliveries, stuckMessages } = ports().store;
      const before = await stuckMessages.counts();
      const held = await ended({ state: 'due', tryAt: later, reason: 'shut', heldOn: 'teams', uncounted: true });
      const run = await ended({ state: 'queued', tryAt: later, reason: 'shut', heldOn: 'teams' }, 'teams');
      const to = personId(unique('p'));
      const blocked = await ended({ state: 'unreachable', reason: 'Slack answered user_disabled', undelivered: to });
      const busy = await ended({ state: 'due', tryAt: later, reason: 'busy', failingSince: new Date() });
      const long = await ended({ state: 'failed', reason: 'too long', undelivered: to });
      const fine = await ended({ state: 'sent', at: at(1) });
      const past = await ended({ state: 'obsolete' });
      const fresh = anOwed({ id: deliveryId(unique('d')), to });
      await deliveries.add(fresh);
      const ids = [held, run, blocked, busy, long, fine, past, fresh].map(({ id }) => id);
      const found = (await stuckMessages.stuck()).filter(({ id }) => ids.includes(id));
      assert.deepEqual(
        found.map(({ id, state, platform, reason }) => [ids.indexOf(id), state, platform, reason]),
        [
          [0, 'waiting', 'teams', 'shut'],
          [1, 'waiting', 'teams', 'shut'],
          [2, 'undeliverable', 'slack', 'Slack answered user_disabled'],
          [3, 'on-its-way', null, 'busy'],
          [4, 'failed', null, 'too long'],
        ],
      );
      for (const { since } of found) assert.deepEqual(since, TUESDAY);
      const shown = ['attempts', 'id', 'kind', 'platform', 'quiet', 'reason', 'since', 'state'];
      for (const message of found) assert.deepEqual(Object.keys(message).toSorted(), shown, 'neither text nor person');
      assert.equal((await stuckMessages.stuck(1)).length, 1);
      const counts = await stuckMessages.counts();
      assert.deepEqual(
        [counts.waiting - before.waiting, counts.undeliverable - before.undeliverable, counts.failed - before.failed],
        [2, 1, 1],
      );
      await deliveries.release('teams');
      const states = await deliveries.statesOf(ids);
      assert.deepEqual(
        ids.map((id) => states.get(id)?.state),
        ['on-its-way', 'on-its-way', 'undeliverable', 'on-its-way', 'failed', 'sent', 'obsolete', 'on-its-way'],
      );
      assert.equal(await stuckMessages.hurry(busy.id), true);
      assert.equal(await stuckMessages.hurry(busy.id), false);
      assert.equal(await stuckMessages.hurry(fine.id), false);
    });
  });
};
