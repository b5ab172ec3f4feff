import assert from 'node:assert/strict';
import sinon from 'sinon';
import { present } from '../../app/delivery/present.ts';
import { deliveryId } from '../../bot/ids.ts';
import type { Address, Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const on = (platform: Platform, id: string, minute = 0): Address => ({
  platform,
  id: `${platform}-${id}`,
  at: new Date(TUESDAY.getTime() + minute * 60_000),
});
const asker = aPerson('asker', { addresses: [on('teams', 'asker')] });
const agent = anAgent('agent', { addresses: [on('slack', 'agent')] });

describe('delivery across platforms', () => {
  let setup: TestBot;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    setup = await openTestBot([asker, agent]);
  });
  afterEach(async () => {
    clock.restore();
    await setup.close();
  });

  const cards = (person: Person) =>
    setup
      .chatOf(person)
      .flatMap(({ notice, platform, updates }) =>
        notice.kind === 'case' ? [{ platform, settled: notice.settled, updates }] : [],
      );
  const moves = (person: Person, address: Address) => setup.store.people.seen(person._id, address);
  /** The platforms on which a message was tried, with their responses. */
  const refuses = (faults: Partial<Record<Platform, () => Error>>): Platform[] => {
    const tried: Platform[] = [];
    setup.trouble = (_to, platform) => {
      tried.push(platform);
      const fault = faults[platform];
      if (fault !== undefined) throw fault();
    };
    return tried;
  };
  const owe = (id: string) =>
    setup.store.deliveries.add([
      {
        id: deliveryId(id),
        to: asker._id,
        manner: 'ping',
        notBefore: TUESDAY,
        say: { kind: 'reply', reply: { kind: 'thanks' } },
      },
    ]);
  const outcomeOf = async (id: string) => {
    const found = await setup.database.collection<{ _id: string; state: string; reason: string | null }>(
      'deliveries',
      [],
    );
    return found.get(id);
  };
  const no = () => new DeliveryError('unreachable', 'removed');
  const busy = () => new DeliveryError('retry', 'busy');
  const missing = () => new DeliveryError('doubtful', 'no such chat');

  it('reaches each side of a case on its own platform, whichever the other side uses', async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case', { text: 'Hvem er naboerne?' });
    assert.deepEqual(new Set(setup.chatOf(asker).map(({ platform }) => platform)), new Set(['teams']));
    assert.deepEqual(new Set(setup.chatOf(agent).map(({ platform }) => platform)), new Set(['slack']));
  });

  it('posts new words on the platform the person last used, and settles the older card in place', async () => {
    await ask(setup, asker);
    await moves(asker, on('slack', 'asker', 5));
    await pressNewest(setup, agent, 'accept-case');
    assert.deepEqual(cards(asker), [{ platform: 'teams', settled: false, updates: 3 }], 'a quiet update moves no card');
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    assert.deepEqual(cards(asker), [
      { platform: 'teams', settled: true, updates: 4 },
      { platform: 'slack', settled: false, updates: 0 },
    ]);
    await pressNewest(setup, asker, 'reply', { text: 'Dem på hjørnet.' });
    assert.deepEqual(cards(asker)[1], { platform: 'slack', settled: false, updates: 2 });
    const [older] = setup.chatOf(asker);
    assert.equal(older?.notice.kind === 'case' && older.notice.goesOnIn, 'slack');
  });

  it('shows a draft on the platform where it was written', async () => {
    await moves(asker, on('slack', 'asker', 5));
    await say(setup, asker, 'Hvordan får jeg naboerne med fra starten?');
    await moves(asker, on('teams', 'asker', 6));
    await pressNewest(setup, asker, 'change-draft');
    const [preview, ...more] = setup.chatOf(asker);
    assert.deepEqual([preview?.platform, preview?.updates, more.length], ['slack', 1, 0]);
  });

  it('answers a press only with a card of the same platform', async () => {
    const id = await ask(setup, asker);
    const message = setup.chatOf(asker)[0]?.id ?? '';
    const shown = (platform: Platform) =>
      present({ kind: 'case', id }, asker, { platform, message }, { deps: setup.deps, posts: setup.store.posts });
    assert.equal((await shown('teams'))?.kind, 'case');
    assert.equal(await shown('slack'), null);
  });

  it('skips a platform that is no longer configured', async () => {
    await ask(setup, asker);
    await moves(asker, on('slack', 'asker', -5));
    setup.platforms = ['slack'];
    await pressNewest(setup, agent, 'accept-case');
    assert.deepEqual(cards(asker), [{ platform: 'teams', settled: false, updates: 2 }]);
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    assert.deepEqual(cards(asker)[1], { platform: 'slack', settled: false, updates: 0 });
    setup.platforms = [];
    await owe('nowhere');
    await setup.sender.flush();
    const nowhere = await outcomeOf('nowhere');
    assert.deepEqual(
      [nowhere?.state, nowhere?.reason],
      ['unreachable', 'the person is on no chat platform that is configured'],
    );
  });

  describe('to a person on two platforms', () => {
    beforeEach(() => moves(asker, on('slack', 'asker', 5)));

    it('moves to the other platform after a definite refusal, once', async () => {
      const tried = refuses({ slack: no });
      await owe('one');
      await setup.sender.flush();
      assert.deepEqual(tried, ['slack', 'teams']);
      assert.deepEqual(
        setup.chatOf(asker).map(({ platform }) => platform),
        ['teams'],
      );
      assert.equal((await outcomeOf('one'))?.state, 'sent');
    });

    it('stays with the first platform after any other error, because the message may have arrived', async () => {
      for (const fault of [busy, () => new Error('socket hang up')]) {
        const tried = refuses({ slack: fault });
        await owe(`${tried.length}-${fault.name}`);
        await setup.sender.flush();
        assert.deepEqual(tried, ['slack']);
        refuses({});
        clock.tick(60_000);
        await setup.sender.flush();
      }
      assert.deepEqual(
        setup.chatOf(asker).map(({ platform }) => platform),
        ['slack', 'slack'],
      );
    });

    it('opens a chat anew after a second doubtful response before it moves to the other platform', async () => {
      const reopened: Platform[] = [];
      setup.reopens = (_to, platform) => void reopened.push(platform);
      const tried = refuses({ slack: missing, teams: busy });
      await owe('one');
      for (let tries = 0; tries < 3; tries++) {
        await setup.sender.flush();
        clock.tick(60_000);
      }
      assert.deepEqual(tried, ['slack', 'slack', 'slack', 'teams', 'slack', 'slack', 'teams']);
      assert.deepEqual(reopened, ['slack', 'slack']);
      refuses({ slack: missing, teams: missing });
      for (let tries = 0; tries < 2; tries++) {
        await setup.sender.flush();
        clock.tick(60_000);
      }
      const one = await outcomeOf('one');
      assert.deepEqual([one?.state, one?.reason], ['unreachable', 'no such chat; no such chat']);
      assert.deepEqual(setup.chatOf(asker), []);
    });

    it('gets new messages on the other platform while the first shuts Sammen out', async () => {
      const tried = refuses({ slack: () => new DeliveryError('barred', 'the token was revoked') });
      await owe('one');
      await owe('two');
      await setup.sender.flush();
      assert.deepEqual(tried, ['slack', 'teams', 'teams'], 'the platform that shuts it out is not asked again');
      assert.deepEqual(
        setup.chatOf(asker).map(({ id, platform }) => [id, platform]),
        [
          ['one', 'teams'],
          ['two', 'teams'],
        ],
      );
    });

    it('waits for the first platform when the message may have arrived there before it shut Sammen out', async () => {
      refuses({ slack: busy });
      await owe('one');
      await setup.sender.flush();
      const tried = refuses({ slack: () => new DeliveryError('barred', 'the token was revoked') });
      clock.tick(60_000);
      await setup.sender.flush();
      assert.deepEqual(tried, ['slack']);
      assert.equal((await outcomeOf('one'))?.state, 'due');
    });

    it('is unreachable when neither accepts it, with both reasons', async () => {
      refuses({ slack: no, teams: () => new DeliveryError('unreachable', 'blocked') });
      await owe('one');
      await setup.sender.flush();
      const one = await outcomeOf('one');
      assert.deepEqual([one?.state, one?.reason], ['unreachable', 'removed; blocked']);
    });
  });

  for (const [what, fault] of [
    ['shuts Sammen out', () => new DeliveryError('barred', 'the secret has run out')],
    ['is busy', busy],
  ] as const)
    it(`neither waits for nor forgets an older card on a platform that ${what}`, async () => {
      await ask(setup, asker);
      await moves(asker, on('slack', 'asker', 5));
      await pressNewest(setup, agent, 'accept-case');
      refuses({ teams: fault });
      await pressNewest(setup, agent, 'ask-back', { text: 'Hvem er naboerne?' });
      assert.deepEqual(
        cards(asker).map(({ platform, settled }) => [platform, settled]),
        [
          ['teams', false],
          ['slack', false],
        ],
      );
      await pressNewest(setup, agent, 'reply', { text: 'Og hvor mange er de?' });
      assert.equal(cards(asker).length, 3, 'what waits to be settled delays nothing');
      refuses({});
      clock.tick(60_000);
      await setup.sender.flush();
      assert.deepEqual(
        cards(asker).map(({ settled }) => settled),
        [true, true, false],
      );
    });
});
