import assert from 'node:assert/strict';
import { bringOver } from '../../bot/accounts/linking/bring-over.ts';
import { deliveryId } from '../../bot/ids.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, anOwed, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { RECORDED } from '../support/fixtures/recorded.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');
const DAY = 86_400_000;

describe('what could not be delivered to a person', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent]);
  });
  afterEach(() => setup.close());

  const blocked = () => {
    setup.trouble = (to) => {
      if (to._id === asker._id) throw new DeliveryError('unreachable', 'blocked');
    };
  };
  const comesBack = async () => {
    setup.trouble = null;
    const again = await setup.bot.returned(asker);
    await setup.sender.flush();
    return again;
  };
  const words = () =>
    setup
      .chatOf(asker)
      .flatMap(({ notice }) =>
        notice.kind === 'case' && 'turns' in notice.view ? [notice.view.turns.map(({ text }) => text)] : [],
      );

  it('is sent in one card when they are back, and once', async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    blocked();
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    await pressNewest(setup, agent, 'reply', { text: 'Og hvornår?' });
    assert.equal(words().length, 1);
    assert.ok((await comesBack()) >= 2);
    assert.deepEqual(words().at(-1), ['Hvem er naboerne?', 'Og hvornår?']);
    assert.equal(words().length, 2, 'the second message is in the first');
    assert.equal(await comesBack(), 0);
    assert.equal(words().length, 2);
  });

  it('is not sent when it no longer holds: a case that was withdrawn, an old short answer', async () => {
    await setup.store.people.giveRole(agent._id, 'admin', RECORDED);
    blocked();
    const reply = { say: { kind: 'reply', reply: { kind: 'thanks' } }, answers: true } as const;
    await setup.store.deliveries.add([
      anOwed({ ...reply, id: deliveryId('old'), to: asker._id, notBefore: new Date(TUESDAY.getTime() - 2 * DAY) }),
      anOwed({ ...reply, id: deliveryId('new'), to: asker._id, notBefore: TUESDAY }),
    ]);
    await setup.sender.flush();
    await comesBack();
    assert.deepEqual(
      setup.chatOf(asker).map(({ id }) => id),
      ['new'],
    );
  });

  it('stays undelivered when it failed for a reason of its own', async () => {
    setup.trouble = () => {
      throw new DeliveryError('failed', 'too long');
    };
    await setup.store.deliveries.add([anOwed({ id: deliveryId('one'), to: asker._id })]);
    await setup.sender.flush();
    assert.equal(await comesBack(), 0);
  });

  it('is sent when another account is linked to them', async () => {
    const other = aPerson('other', { addresses: [{ platform: 'slack', id: 'other', at: TUESDAY }] });
    await setup.store.people.add(other);
    blocked();
    await setup.store.deliveries.add([anOwed({ id: deliveryId('one'), to: asker._id, notBefore: TUESDAY })]);
    await setup.sender.flush();
    setup.trouble = null;
    await setup.store.people.change(other._id, { joined: asker._id, joining: true });
    for (let rounds = 0; rounds < 5; rounds++) {
      const from = (await setup.store.people.get(other._id)) ?? assert.fail('nobody is known');
      if (from.joining) await bringOver(from, setup.deps);
    }
    await setup.sender.flush();
    assert.deepEqual(
      setup.chatOf(asker).map(({ id }) => id),
      ['one'],
    );
  });
});
