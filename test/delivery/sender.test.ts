import assert from 'node:assert/strict';
import sinon from 'sinon';
import { deliveryId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Saying } from '../../bot/notices.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { type AtOnce, relay } from '../../outbox/relay.ts';
import { anAgent, anOwed, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { ask, openHouse, pressNewest, say, type TestHouse } from '../support/fixtures/house.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');

const owed = (id: string, overrides: Partial<Owed<Saying>> = {}): Owed<Saying> =>
  anOwed({ id: deliveryId(id), ...overrides });

describe('sending', () => {
  let house: TestHouse;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    house = await openHouse([asker, agent, aPerson('third')]);
  });
  afterEach(async () => {
    clock.restore();
    await house.close();
  });

  const due = async () => (await house.store.deliveries.due(new Date(), house.now)).ready;

  it('a debt is relayed once, however often the relay is interrupted between delivery and striking off', async () => {
    await say(house, asker, 'Hvordan får jeg naboerne med fra starten?');
    const [cases, drafts] = house.store.debtors;
    assert.ok(cases && drafts);
    house.posted.length = 0;
    const draft = { id: 'x', owes: [owed('one'), owed('two')] };
    const struck: string[] = [];
    const dying = { unrelayed: async () => [draft], struck: async () => assert.fail('killed') };
    const later: AtOnce<unknown> = { max: 0, domainNow: house.now, begin: async () => false };
    await assert.rejects(relay([dying], house.store.deliveries, later));
    await relay(
      [{ unrelayed: async () => [draft], struck: async (_id, all) => void struck.push(...all) }],
      house.store.deliveries,
      later,
    );
    await house.sender.flush();
    assert.deepEqual(
      house.posted.map(({ id }) => id),
      ['one', 'two'],
    );
    assert.deepEqual(struck, ['one', 'two']);
  });

  it('a ping that is late waits for working hours; an answer to somebody’s own act comes at any hour', async () => {
    const thursday = new Date('2026-11-26T08:00:00.000Z');
    await house.store.deliveries.add([
      owed('preview', { notBefore: thursday }),
      owed('answer', { notBefore: thursday, answers: true }),
    ]);
    // Sammen was down from Thursday to Saturday.
    const sentBy = async (moment: string) => {
      house.now = new Date(moment);
      await house.sender.flush();
      return house.posted.map(({ id }) => id);
    };
    assert.deepEqual(await sentBy('2026-11-28T10:00:00.000Z'), ['answer']);
    assert.deepEqual(await sentBy('2026-11-30T06:59:00.000Z'), ['answer']);
    assert.deepEqual(await sentBy('2026-11-30T07:00:00.000Z'), ['answer', 'preview']);
  });

  it('keeps the order of a conversation, and a message that waits holds up only its own', async () => {
    house.trouble = (to) => {
      if (to._id === asker._id && house.posted.length === 0)
        throw new DeliveryError('retry', 'busy', { retryAfter: 60_000 });
    };
    await house.store.deliveries.add([owed('first'), owed('second'), owed('other', { to: agent._id })]);
    await house.sender.flush();
    assert.deepEqual(
      house.posted.map(({ id }) => id),
      ['other'],
    );
    house.trouble = null;
    clock.tick(59_000);
    await house.sender.flush();
    assert.deepEqual(
      house.posted.map(({ id }) => id),
      ['other'],
      'not before the platform’s own time has passed',
    );
    clock.tick(120_000);
    await house.sender.flush();
    assert.deepEqual(
      house.posted.map(({ id }) => id),
      ['other', 'first', 'second'],
    );
  });

  it('holds a message until its time in the domain, and lets later ones pass', async () => {
    await house.store.deliveries.add([
      owed('tomorrow', { notBefore: new Date(TUESDAY.getTime() + 86_400_000) }),
      owed('now'),
    ]);
    await house.sender.flush();
    assert.deepEqual(
      house.posted.map(({ id }) => id),
      ['now'],
    );
    house.now = new Date(TUESDAY.getTime() + 86_400_000);
    await house.sender.flush();
    assert.deepEqual(
      house.posted.map(({ id }) => id),
      ['now', 'tomorrow'],
    );
  });

  it('gives a lease to one holder, and takes over from one who died when it has lapsed', async () => {
    await house.store.deliveries.add(owed('one'));
    const until = new Date(Date.now() + 15_000);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        house.store.deliveries.claim(deliveryId('one'), `holder-${i}`, new Date(), until),
      ),
    );
    assert.equal(claims.filter((claim) => claim !== null).length, 1);
    await house.sender.flush();
    assert.equal(house.posted.length, 0, 'somebody else has it');
    clock.tick(15_000);
    await house.sender.flush();
    assert.equal(house.posted.length, 1);
  });

  it('lets nobody whose messages wait for a retry stand in front of the others', async () => {
    house.trouble = (to) => {
      if (to._id === asker._id) throw new DeliveryError('retry', 'busy', { retryAfter: 60_000 });
    };
    const many = Array.from({ length: 250 }, (_, i) => owed(`waits-${i}`));
    await house.store.deliveries.add([...many, owed('other', { to: agent._id })]);
    await house.sender.flush();
    assert.deepEqual(
      house.posted.map(({ id }) => id),
      ['other'],
    );
  });

  it('ends a dead process’s leases at once when no other process can be alive', async () => {
    await house.store.deliveries.add(owed('one'));
    await house.store.deliveries.claim(deliveryId('one'), 'dead', new Date(), new Date(Date.now() + 15_000));
    await house.store.deliveries.freeAll();
    await house.sender.flush();
    assert.equal(house.posted.length, 1);
  });

  it('says truthfully what came of a message: unreachable and failed end it, with the reason', async () => {
    for (const outcome of ['unreachable', 'failed'] as const) {
      house.trouble = () => {
        throw new DeliveryError(outcome, `the platform says ${outcome}`);
      };
      await house.store.deliveries.add(owed(outcome));
      await house.sender.flush();
      assert.deepEqual(await due(), []);
    }
    house.trouble = null;
    clock.tick(86_400_000);
    await house.sender.flush();
    assert.equal(house.posted.length, 0, 'a removed user is not retried for ever');
  });

  it('gives up after its attempts, not before', async () => {
    let tries = 0;
    house.trouble = () => {
      tries++;
      throw new Error('socket hang up');
    };
    await house.store.deliveries.add(owed('one'));
    for (let i = 0; i < 20; i++) {
      await house.sender.flush();
      clock.tick(20 * 60_000);
    }
    assert.equal(tries, 12);
  });
});

describe('a case’s card in the chat', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse([asker, agent]);
  });
  afterEach(() => house.close());

  const cards = (person: typeof asker) =>
    house
      .chatOf(person)
      .flatMap(({ notice }) =>
        notice.kind === 'case' && 'turns' in notice.view
          ? [{ settled: notice.settled, turns: notice.view.turns.map(({ text }) => text) }]
          : [],
      );

  it('is one living card, the newest; the ones before keep their words and give up their buttons', async () => {
    await ask(house, asker);
    await pressNewest(house, agent, 'accept-case');
    await pressNewest(house, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    await pressNewest(house, asker, 'reply', { text: 'Dem på hjørnet.' });
    await pressNewest(house, agent, 'answer-case', { text: 'Gå en tur med dem.', outcome: 'advice' });
    assert.deepEqual(cards(asker), [
      { settled: true, turns: [] },
      { settled: true, turns: ['Hvem er naboerne?', 'Dem på hjørnet.'] },
      { settled: false, turns: ['Gå en tur med dem.'] },
    ]);
    assert.deepEqual(cards(agent), [
      { settled: true, turns: ['Hvem er naboerne?'] },
      { settled: false, turns: ['Dem på hjørnet.', 'Gå en tur med dem.'] },
    ]);
  });

  it('brings words that were held together in one message', async () => {
    await ask(house, asker);
    await pressNewest(house, agent, 'accept-case');
    house.now = new Date('2026-11-24T19:00:00Z');
    await pressNewest(house, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    await pressNewest(house, agent, 'reply', { text: 'Og hvornår?' });
    assert.equal(cards(asker).length, 1, 'nobody is pinged in the evening');
    house.now = new Date('2026-11-25T07:00:00Z');
    await house.sender.flush();
    assert.deepEqual(cards(asker), [
      { settled: true, turns: [] },
      { settled: false, turns: ['Hvem er naboerne?', 'Og hvornår?'] },
    ]);
  });

  it('shows nothing of an offer that was withdrawn before it was delivered', async () => {
    house.now = new Date('2026-11-22T18:00:00Z');
    await ask(house, asker);
    await pressNewest(house, asker, 'withdraw-case');
    house.now = TUESDAY;
    await house.sender.flush();
    assert.deepEqual(house.chatOf(agent), []);
  });

  it('turns into what is true now when something is pressed that no longer holds', async () => {
    await ask(house, asker);
    const [offer] = house.chatOf(agent);
    assert.ok(offer?.notice.kind === 'case');
    const { id } = offer.notice.view;
    house.trouble = () => {
      throw new DeliveryError('failed', 'the update was lost');
    };
    await pressNewest(house, asker, 'withdraw-case');
    house.trouble = null;
    await assert.rejects(house.bot.press({ from: agent, message: offer.id, verb: 'accept-case', data: { case: id } }), {
      code: 'withdrawn',
    });
    await house.sender.flush();
    assert.ok(offer.notice.kind === 'case' && offer.notice.view.viewer === 'past');
    assert.equal(offer.notice.view.state, 'withdrawn');
    assert.ok(!('text' in offer.notice.view));
  });
});
