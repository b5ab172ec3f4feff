import assert from 'node:assert/strict';
import sinon from 'sinon';
import { present } from '../../app/delivery/present.ts';
import { deliveryId } from '../../bot/ids.ts';
import type { Address, Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { ask, openHouse, pressNewest, say, type TestHouse } from '../support/fixtures/house.ts';

const on = (platform: Platform, id: string, minute = 0): Address => ({
  platform,
  id: `${platform}-${id}`,
  at: new Date(TUESDAY.getTime() + minute * 60_000),
});
const asker = aPerson('asker', { addresses: [on('teams', 'asker')] });
const agent = anAgent('agent', { addresses: [on('slack', 'agent')] });

describe('delivery across platforms', () => {
  let house: TestHouse;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    house = await openHouse([asker, agent]);
  });
  afterEach(async () => {
    clock.restore();
    await house.close();
  });

  const cards = (person: Person) =>
    house
      .chatOf(person)
      .flatMap(({ notice, platform, updates }) =>
        notice.kind === 'case' ? [{ platform, settled: notice.settled, updates }] : [],
      );
  const moves = (person: Person, address: Address) => house.store.people.seen(person._id, address);
  /** The platforms on which a message was tried, and what they say to it. */
  const refuses = (faults: Partial<Record<Platform, () => Error>>): Platform[] => {
    const tried: Platform[] = [];
    house.trouble = (_to, platform) => {
      tried.push(platform);
      const fault = faults[platform];
      if (fault !== undefined) throw fault();
    };
    return tried;
  };
  const owe = (id: string) =>
    house.store.deliveries.add([
      {
        id: deliveryId(id),
        to: asker._id,
        manner: 'ping',
        notBefore: TUESDAY,
        say: { kind: 'reply', reply: { kind: 'thanks' } },
      },
    ]);
  const outcomeOf = async (id: string) => {
    const found = await house.database.collection<{ _id: string; state: string; reason: string | null }>(
      'deliveries',
      [],
    );
    return found.get(id);
  };
  const no = () => new DeliveryError('unreachable', 'removed');
  const busy = () => new DeliveryError('retry', 'busy');
  const missing = () => new DeliveryError('doubtful', 'no such chat');

  it('brings each side of a case to its own platform, whatever the other side is on', async () => {
    await ask(house, asker);
    await pressNewest(house, agent, 'accept-case', { text: 'Hvem er naboerne?' });
    assert.deepEqual(new Set(house.chatOf(asker).map(({ platform }) => platform)), new Set(['teams']));
    assert.deepEqual(new Set(house.chatOf(agent).map(({ platform }) => platform)), new Set(['slack']));
  });

  it('posts new words where the person last was, and settles the older card where it stands', async () => {
    await ask(house, asker);
    await moves(asker, on('slack', 'asker', 5));
    await pressNewest(house, agent, 'accept-case');
    assert.deepEqual(cards(asker), [{ platform: 'teams', settled: false, updates: 2 }], 'a quiet update moves no card');
    await pressNewest(house, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    assert.deepEqual(cards(asker), [
      { platform: 'teams', settled: true, updates: 3 },
      { platform: 'slack', settled: false, updates: 0 },
    ]);
    await pressNewest(house, asker, 'reply', { text: 'Dem på hjørnet.' });
    assert.deepEqual(cards(asker)[1], { platform: 'slack', settled: false, updates: 1 });
  });

  it('shows a draft where it was written', async () => {
    await moves(asker, on('slack', 'asker', 5));
    await say(house, asker, 'Hvordan får jeg naboerne med fra starten?');
    await moves(asker, on('teams', 'asker', 6));
    await pressNewest(house, asker, 'change-draft');
    const [preview, ...more] = house.chatOf(asker);
    assert.deepEqual([preview?.platform, preview?.updates, more.length], ['slack', 1, 0]);
  });

  it('answers a press with the card of that platform only', async () => {
    const id = await ask(house, asker);
    const message = house.chatOf(asker)[0]?.id ?? '';
    const shown = (platform: Platform) =>
      present({ kind: 'case', id }, asker, { platform, message }, { deps: house.deps, posts: house.store.posts });
    assert.equal((await shown('teams'))?.kind, 'case');
    assert.equal(await shown('slack'), null);
  });

  it('passes over a platform that is configured no more', async () => {
    await ask(house, asker);
    await moves(asker, on('slack', 'asker', -5));
    house.platforms = ['slack'];
    await pressNewest(house, agent, 'accept-case');
    assert.deepEqual(cards(asker), [{ platform: 'teams', settled: false, updates: 1 }]);
    await pressNewest(house, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    assert.deepEqual(cards(asker)[1], { platform: 'slack', settled: false, updates: 0 });
    house.platforms = [];
    await owe('nowhere');
    await house.sender.flush();
    const nowhere = await outcomeOf('nowhere');
    assert.deepEqual(
      [nowhere?.state, nowhere?.reason],
      ['unreachable', 'the person is on no chat platform that is configured'],
    );
  });

  describe('to somebody on two platforms', () => {
    beforeEach(() => moves(asker, on('slack', 'asker', 5)));

    it('goes to the other one after a plain no, once', async () => {
      const tried = refuses({ slack: no });
      await owe('one');
      await house.sender.flush();
      assert.deepEqual(tried, ['slack', 'teams']);
      assert.deepEqual(
        house.chatOf(asker).map(({ platform }) => platform),
        ['teams'],
      );
      assert.equal((await outcomeOf('one'))?.state, 'sent');
    });

    it('waits for the first one after anything less than a no, for the message may have arrived', async () => {
      for (const fault of [busy, () => new Error('socket hang up')]) {
        const tried = refuses({ slack: fault });
        await owe(`${tried.length}-${fault.name}`);
        await house.sender.flush();
        assert.deepEqual(tried, ['slack']);
        refuses({});
        clock.tick(60_000);
        await house.sender.flush();
      }
      assert.deepEqual(
        house.chatOf(asker).map(({ platform }) => platform),
        ['slack', 'slack'],
      );
    });

    it('asks a second time where it is doubtful, and only then elsewhere', async () => {
      const tried = refuses({ slack: missing, teams: busy });
      await owe('one');
      for (let tries = 0; tries < 3; tries++) {
        await house.sender.flush();
        clock.tick(60_000);
      }
      assert.deepEqual(tried, ['slack', 'slack', 'teams', 'slack', 'teams']);
      refuses({ slack: missing, teams: missing });
      for (let tries = 0; tries < 2; tries++) {
        await house.sender.flush();
        clock.tick(60_000);
      }
      const one = await outcomeOf('one');
      assert.deepEqual([one?.state, one?.reason], ['unreachable', 'no such chat; no such chat']);
      assert.deepEqual(house.chatOf(asker), []);
    });

    it('is unreachable when neither takes it, and says both reasons', async () => {
      refuses({ slack: no, teams: () => new DeliveryError('unreachable', 'blocked') });
      await owe('one');
      await house.sender.flush();
      const one = await outcomeOf('one');
      assert.deepEqual([one?.state, one?.reason], ['unreachable', 'removed; blocked']);
    });
  });

  it('does not wait for another platform that shuts Sammen out', async () => {
    await ask(house, asker);
    await moves(asker, on('slack', 'asker', 5));
    await pressNewest(house, agent, 'accept-case');
    refuses({ teams: () => new DeliveryError('barred', 'the secret has run out') });
    await pressNewest(house, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    assert.deepEqual(cards(asker)[1], { platform: 'slack', settled: false, updates: 0 });
  });

  it('waits a little, not for ever, for another platform to settle the older card', async () => {
    await ask(house, asker);
    await moves(asker, on('slack', 'asker', 5));
    await pressNewest(house, agent, 'accept-case');
    const tried = refuses({ teams: busy });
    await pressNewest(house, agent, 'ask-back', { text: 'Hvem er naboerne?' });
    assert.equal(cards(asker).length, 1);
    for (let tries = 0; tries < 2; tries++) {
      clock.tick(60_000);
      await house.sender.flush();
    }
    assert.deepEqual(cards(asker)[1], { platform: 'slack', settled: false, updates: 0 });
    assert.deepEqual(
      tried.filter((platform) => platform === 'teams'),
      ['teams', 'teams', 'teams'],
    );
  });
});
