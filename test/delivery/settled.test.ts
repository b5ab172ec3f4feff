import assert from 'node:assert/strict';
import { deliveryId } from '../../bot/ids.ts';
import type { DeliveryState } from '../../bot/messages/delivery-states.ts';
import type { Saying } from '../../bot/notices.ts';
import { whileLeased } from '../../outbox/lease.ts';
import type { Delivery, Outcome } from '../../outbox/ports.ts';
import { isWatched, type SettledDeps, tellUntold } from '../../outbox/settled.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anOwed, aPerson } from '../support/fixtures/builders.ts';

const id = deliveryId('one');

describe('the end of a delivery', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([aPerson('asker')]);
  });
  afterEach(() => setup.close());

  const stored = async () => (await setup.store.deliveries.statesOf([id])).get(id)?.state;
  const finished = async (outcome: Outcome, deps: Pick<SettledDeps<Saying>, 'onSettled'> & { watched?: boolean }) => {
    const { deliveries } = setup.store;
    const lease = new Date(Date.now() + 15_000);
    await deliveries.add(anOwed({ id }));
    const claimed = (await deliveries.claim(id, 'me', new Date(), lease)) ?? assert.fail('it is claimed already');
    await whileLeased(claimed, 'me', async () => outcome, {
      deliveries,
      untold: deliveries,
      watches: () => deps.watched ?? true,
      onSettled: deps.onSettled,
      onFault: () => undefined,
    });
  };
  const sent: Outcome = { state: 'sent', at: new Date('2026-11-24T09:00:00Z') };

  it('is stored before it is told, so whoever looks then sees it', async () => {
    const seen: unknown[] = [];
    await finished(sent, { onSettled: async (_delivery, { state }) => void seen.push([state, await stored()]) });
    assert.deepEqual(seen, [['sent', 'sent']]);
    assert.deepEqual(await setup.store.deliveries.untold(), []);
  });

  it('is told again by the next sweep when the process died, or telling failed, after it was stored', async () => {
    await finished(sent, { onSettled: async () => assert.fail('killed') });
    const told: [Delivery<Saying>['_id'], DeliveryState][] = [];
    const deps = {
      untold: setup.store.deliveries,
      onSettled: async ({ _id }: Delivery<Saying>, state: DeliveryState) => void told.push([_id, state]),
      onFault: assert.fail,
    };
    await tellUntold(deps);
    await tellUntold(deps);
    assert.equal(told.length, 1);
    assert.deepEqual([told[0]?.[0], told[0]?.[1].state], [id, 'sent']);
  });

  it('is not told when nobody watches', async () => {
    await finished(sent, { watched: false, onSettled: async () => assert.fail('told') });
    assert.deepEqual(await setup.store.deliveries.untold(), []);
  });

  const rows: [outcome: Outcome, before: Partial<Delivery<Saying>>, told: boolean][] = [
    [sent, {}, true],
    [{ state: 'obsolete' }, {}, true],
    [{ state: 'unreachable', reason: 'blocked' }, {}, true],
    [{ state: 'failed', reason: 'too long' }, {}, true],
    [{ state: 'due', tryAt: new Date(), reason: 'busy' }, {}, false],
    [{ state: 'due', tryAt: new Date(), reason: 'shut', heldOn: 'teams' }, {}, true],
    [{ state: 'due', tryAt: new Date(), reason: 'shut', heldOn: 'teams' }, { heldOn: 'teams' }, false],
  ];
  for (const [outcome, before, told] of rows)
    it(`${told ? 'is' : 'is not'} ${JSON.stringify(outcome)} after ${JSON.stringify(before)}`, async () => {
      await setup.store.deliveries.add(anOwed({ id }));
      const claimed = await setup.store.deliveries.claim(id, 'me', new Date(), new Date(Date.now() + 15_000));
      assert.ok(claimed);
      assert.equal(isWatched({ ...claimed, ...before }, outcome, { watches: () => true }), told);
    });
});
