import assert from 'node:assert/strict';
import sinon from 'sinon';
import { deliveryId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Saying } from '../../bot/notices.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { type DirectSend, relay } from '../../outbox/relay.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, anOwed, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { RECORDED } from '../support/fixtures/recorded.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');

const owed = (id: string, overrides: Partial<Owed<Saying>> = {}): Owed<Saying> =>
  anOwed({ id: deliveryId(id), ...overrides });

describe('sending', () => {
  let setup: TestBot;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    setup = await openTestBot([asker, agent, aPerson('third')]);
  });
  afterEach(async () => {
    clock.restore();
    await setup.close();
  });

  const due = async () => (await setup.store.deliveries.due(new Date(), setup.now)).ready;

  it('relays an owed message once, however often the relay is interrupted between delivery and striking it off', async () => {
    await say(setup, asker, 'Hvordan får jeg naboerne med fra starten?');
    const [cases, drafts] = setup.store.debtors;
    assert.ok(cases && drafts);
    setup.posted.length = 0;
    const draft = { id: 'x', owes: [owed('one'), owed('two')] };
    const struck: string[] = [];
    const dying = { unrelayed: async () => [draft], struck: async () => assert.fail('killed') };
    const later: DirectSend<unknown> = { max: 0, domainNow: setup.now, begin: async () => false };
    await assert.rejects(relay([dying], setup.store.deliveries, later));
    await relay(
      [{ unrelayed: async () => [draft], struck: async (_id, all) => void struck.push(...all) }],
      setup.store.deliveries,
      later,
    );
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ id }) => id),
      ['one', 'two'],
    );
    assert.deepEqual(struck, ['one', 'two']);
  });

  it('holds a late ping until working hours; an answer to a person’s own act is sent at any hour', async () => {
    const thursday = new Date('2026-11-26T08:00:00.000Z');
    await setup.store.deliveries.add([
      owed('preview', { notBefore: thursday }),
      owed('answer', { notBefore: thursday, answers: true }),
    ]);
    // Sammen was down from Thursday to Saturday.
    const sentBy = async (moment: string) => {
      setup.now = new Date(moment);
      await setup.sender.flush();
      return setup.posted.map(({ id }) => id);
    };
    assert.deepEqual(await sentBy('2026-11-28T10:00:00.000Z'), ['answer']);
    assert.deepEqual(await sentBy('2026-11-30T06:59:00.000Z'), ['answer']);
    assert.deepEqual(await sentBy('2026-11-30T07:00:00.000Z'), ['answer', 'preview']);
  });

  it('keeps the order of a conversation; a waiting message holds up only its own conversation', async () => {
    setup.trouble = (to) => {
      if (to._id === asker._id && setup.posted.length === 0)
        throw new DeliveryError('retry', 'busy', { retryAfter: 60_000 });
    };
    await setup.store.deliveries.add([owed('first'), owed('second'), owed('other', { to: agent._id })]);
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ id }) => id),
      ['other'],
    );
    setup.trouble = null;
    clock.tick(59_000);
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ id }) => id),
      ['other'],
      'not before the platform’s own time has passed',
    );
    clock.tick(120_000);
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ id }) => id),
      ['other', 'first', 'second'],
    );
  });

  it('holds a message until its domain time, and lets later ones pass', async () => {
    await setup.store.deliveries.add([
      owed('tomorrow', { notBefore: new Date(TUESDAY.getTime() + 86_400_000) }),
      owed('now'),
    ]);
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ id }) => id),
      ['now'],
    );
    setup.now = new Date(TUESDAY.getTime() + 86_400_000);
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ id }) => id),
      ['now', 'tomorrow'],
    );
  });

  it('gives a lease to one holder, and takes over from a dead one when it has expired', async () => {
    await setup.store.deliveries.add(owed('one'));
    const until = new Date(Date.now() + 15_000);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        setup.store.deliveries.claim(deliveryId('one'), `holder-${i}`, new Date(), until),
      ),
    );
    assert.equal(claims.filter((claim) => claim !== null).length, 1);
    await setup.sender.flush();
    assert.equal(setup.posted.length, 0, 'somebody else has it');
    clock.tick(15_000);
    await setup.sender.flush();
    assert.equal(setup.posted.length, 1);
  });

  it('does not let people whose messages wait for a retry block the others', async () => {
    setup.trouble = (to) => {
      if (to._id === asker._id) throw new DeliveryError('retry', 'busy', { retryAfter: 60_000 });
    };
    const many = Array.from({ length: 250 }, (_, i) => owed(`waits-${i}`));
    await setup.store.deliveries.add([...many, owed('other', { to: agent._id })]);
    await setup.sender.flush();
    assert.deepEqual(
      setup.posted.map(({ id }) => id),
      ['other'],
    );
  });

  it('ends a dead process’s leases immediately when no other process can be alive', async () => {
    await setup.store.deliveries.add(owed('one'));
    await setup.store.deliveries.claim(deliveryId('one'), 'dead', new Date(), new Date(Date.now() + 15_000));
    await setup.store.deliveries.freeAll();
    await setup.sender.flush();
    assert.equal(setup.posted.length, 1);
  });

  it('records the outcome of a message: unreachable and failed are final, with the reason', async () => {
    for (const outcome of ['unreachable', 'failed'] as const) {
      setup.trouble = () => {
        throw new DeliveryError(outcome, `the platform says ${outcome}`);
      };
      await setup.store.deliveries.add(owed(outcome));
      await setup.sender.flush();
      assert.deepEqual(await due(), []);
    }
    setup.trouble = null;
    clock.tick(86_400_000);
    await setup.sender.flush();
    assert.equal(setup.posted.length, 0, 'a removed user is not retried for ever');
  });

  const stateOf = async (id: string) => (await setup.store.deliveries.statesOf([deliveryId(id)])).get(deliveryId(id));
  const posted = () => setup.posted.map(({ id }) => id as string);

  it('sets a message aside that cannot be composed, tells admins once a day, and sends the ones behind it', async () => {
    await setup.store.people.giveRole(agent._id, 'admin', RECORDED);
    setup.trouble = (to) => {
      if (to._id === asker._id && setup.posted.every(({ to: other }) => other !== asker._id))
        throw new TypeError('cannot read what Anna wrote: "Hej"');
    };
    await setup.store.deliveries.add([owed('broken'), owed('also broken')]);
    for (let tries = 0; tries < 8; tries++) {
      await setup.sender.flush();
      clock.tick(10_000);
    }
    setup.trouble = null;
    await setup.store.deliveries.add(owed('behind'));
    await setup.sender.flush();
    const broken = await stateOf('broken');
    assert.equal(broken?.state, 'failed');
    assert.match('reason' in broken ? broken.reason : '', /^Sammen could not compose it: TypeError/);
    assert.doesNotMatch(JSON.stringify(broken), /Hej/, 'the reason quotes nobody');
    assert.deepEqual(
      setup.chatOf(agent).map(({ notice }) => notice.kind),
      ['admin-set-aside'],
    );
    assert.ok(posted().includes('behind'));
  });

  it('lets later messages pass one that is refused for an unknown reason, and goes on trying it', async () => {
    setup.trouble = () => {
      if (!later) throw new DeliveryError('unknown', 'something new');
    };
    let later = false;
    await setup.store.deliveries.add(owed('strange'));
    for (let tries = 0; tries < 4; tries++) {
      clock.tick(10_000);
      await setup.sender.flush();
    }
    later = true;
    await setup.store.deliveries.add(owed('behind'));
    await setup.sender.flush();
    assert.deepEqual(posted(), ['behind']);
    clock.tick(60_000);
    await setup.sender.flush();
    assert.deepEqual(posted(), ['behind', 'strange']);
  });

  it('shows the words of a message that a later one overtook, once it can be sent', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    setup.trouble = (to) => {
      if (to._id === asker._id) throw new DeliveryError('unreachable', 'refused');
    };
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    setup.trouble = null;
    await pressNewest(setup, agent, 'reply', { text: 'Og hvornår?' });
    const [lost] = await setup.store.deliveries.undeliveredTo(asker._id);
    assert.ok(lost !== undefined && lost.say.kind === 'case' && lost.say.case === id);
    await setup.store.deliveries.retry(lost.id);
    await setup.sender.flush();
    const newest = setup.chatOf(asker).at(-1)?.notice;
    const turns = newest?.kind === 'case' && 'turns' in newest.view ? newest.view.turns : [];
    assert.deepEqual(
      turns.map(({ text }) => text),
      ['Hvem er naboerne?', 'Og hvornår?'],
    );
  });
});

describe('a case’s card in the chat', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent]);
  });
  afterEach(() => setup.close());

  const cards = (person: typeof asker) =>
    setup
      .chatOf(person)
      .flatMap(({ notice }) =>
        notice.kind === 'case' && 'turns' in notice.view
          ? [{ settled: notice.settled, turns: notice.view.turns.map(({ text }) => text) }]
          : [],
      );

  it('is the newest one; earlier cards keep their words and lose their buttons', async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    await pressNewest(setup, asker, 'reply', { text: 'Dem på hjørnet.' });
    await pressNewest(setup, agent, 'answer-case', { text: 'Gå en tur med dem.', outcome: 'advice' });
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

  it('shows messages that were held together as one', async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    setup.now = new Date('2026-11-24T19:00:00Z');
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    await pressNewest(setup, agent, 'reply', { text: 'Og hvornår?' });
    assert.equal(cards(asker).length, 1, 'nobody is pinged in the evening');
    setup.now = new Date('2026-11-25T07:00:00Z');
    await setup.sender.flush();
    assert.deepEqual(cards(asker), [
      { settled: true, turns: [] },
      { settled: false, turns: ['Hvem er naboerne?', 'Og hvornår?'] },
    ]);
  });

  it('is not sent for an offer that was withdrawn before delivery', async () => {
    setup.now = new Date('2026-11-22T18:00:00Z');
    await ask(setup, asker);
    await pressNewest(setup, asker, 'withdraw-case');
    setup.now = TUESDAY;
    await setup.sender.flush();
    assert.deepEqual(setup.chatOf(agent), []);
  });

  it('is updated to the current state when a stale button is pressed', async () => {
    await ask(setup, asker);
    const [offer] = setup.chatOf(agent);
    assert.ok(offer?.notice.kind === 'case');
    const { id } = offer.notice.view;
    setup.trouble = () => {
      throw new DeliveryError('failed', 'the update was lost');
    };
    await pressNewest(setup, asker, 'withdraw-case');
    setup.trouble = null;
    await assert.rejects(setup.bot.press({ from: agent, message: offer.id, verb: 'accept-case', data: { case: id } }), {
      code: 'withdrawn',
    });
    await setup.sender.flush();
    assert.ok(offer.notice.kind === 'case' && offer.notice.view.viewer === 'past');
    assert.equal(offer.notice.view.state, 'withdrawn');
    assert.ok(!('text' in offer.notice.view));
  });
});
