import assert from 'node:assert/strict';
import { openChat } from '../../../adapters/sandbox/chat.ts';
import { openSandboxClock } from '../../../adapters/sandbox/sandbox-clock.ts';
import { personId } from '../../../bot/ids.ts';
import { masked, TUESDAY } from '../../support/fixtures/builders.ts';
import { eventually } from '../../support/processes/sandbox.ts';
import { type Ports, unique } from './ports-contract.ts';

const line = (person: string, id: string, text = 'Hej') => ({
  _id: id,
  person: personId(person),
  at: TUESDAY,
  from: 'bot' as const,
  text,
  card: '{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json"}',
  neutral: null,
  rev: 3,
});

export const chatContract = (ports: () => Ports): void => {
  describe('the chats of the sandbox', () => {
    it('show each message once, in its current form, with an increasing number', async () => {
      const chat = await openChat(ports().database);
      const person = unique('p');
      const [first, second] = [unique('m'), unique('m')];
      await chat.put(line(person, first), true);
      await chat.put(line(person, second), true);
      await chat.put(line(person, first, 'Hej igen'), false);
      const shown = await chat.messages(personId(person), 0);
      assert.deepEqual(
        shown.map(({ _id, text, seq }) => [_id, text, seq]),
        [
          [second, 'Hej', 2],
          [first, 'Hej igen', 3],
        ],
      );
      assert.deepEqual(
        (await chat.messages(personId(person), 2)).map(({ _id }) => _id),
        [first],
      );
      assert.deepEqual(await chat.get(first), { ...line(person, first, 'Hej igen'), seq: 3 });
    });

    it('let a reader continue from the highest number without missing messages, while several processes write', async () => {
      const person = personId(unique('p'));
      const ids = Array.from({ length: 60 }, () => unique('m'));
      const chats = await Promise.all([1, 2, 3, 4].map(() => openChat(ports().database)));
      let writing = true;
      const seen = new Set<string>();
      const read = async (): Promise<void> => {
        let next = 0;
        for (let last = false; !last; ) {
          last = !writing;
          for (const { _id, seq } of (await chats[0]?.messages(person, next)) ?? []) {
            assert.ok(seq > next);
            next = seq;
            seen.add(_id);
          }
        }
      };
      const write = async (chat: Awaited<ReturnType<typeof openChat>>, lane: number): Promise<void> => {
        for (const [n, id] of ids.entries()) if (n % 4 === lane) await chat.put(line(person, id), true);
      };
      const written = Promise.all(chats.map(write)).finally(() => {
        writing = false;
      });
      await Promise.all([read(), written]);
      assert.deepEqual([...seen].sort(), [...ids].sort());
    });

    it('notify listeners once of each message, also of one from another process', async () => {
      const [here, there] = await Promise.all([openChat(ports().database), openChat(ports().database)]);
      const person = unique('p');
      const heard: string[] = [];
      here.events.on('shown', (shown) => {
        if (shown.person === person) heard.push(`${shown.id} ${shown.seq} ${shown.ping}`);
      });
      const [own, theirs] = [unique('m'), unique('m')];
      await here.put(line(person, own), true);
      await there.put(line(person, theirs), true);
      await there.put(line(person, theirs, 'Hej igen'), false);
      const all = [`${own} 1 true`, `${theirs} 3 false`];
      await eventually('the other process to be heard', async () => (heard.length >= all.length ? true : null));
      assert.deepEqual(heard, all);
      here.stop();
      there.stop();
    });

    it('keep a line until the bot has handled it, then show it once', async () => {
      const chat = await openChat(ports().database);
      const person = unique('p');
      const own = (id: string) => ({ ...line(person, id), from: 'me' as const, text: masked('Hej') });
      const [dealt, dropped] = [own(unique('own')), own(unique('own'))];
      await chat.hold(dealt);
      await chat.hold(dropped);
      const held = (await chat.held()).filter((one) => one.person === person);
      assert.deepEqual(
        new Map(held.map((one) => [one._id, one])),
        new Map([dealt, dropped].map((one) => [one._id, one])),
      );
      assert.deepEqual(await chat.messages(personId(person), 0), []);
      await chat.withdraw(dropped._id);
      await chat.release(dealt);
      await chat.release(dealt);
      assert.deepEqual(
        (await chat.held()).filter((one) => one.person === person),
        [],
      );
      assert.deepEqual(await chat.messages(personId(person), 0), [{ ...dealt, seq: 1 }]);
    });
  });

  describe('the clock of the sandbox', () => {
    it('is shared by all processes, and each advance counts', async () => {
      const { database } = ports();
      let told = 0;
      const here = await openSandboxClock(
        database,
        () => TUESDAY,
        () => undefined,
      );
      const there = await openSandboxClock(
        database,
        () => new Date(0),
        () => {
          told += 1;
        },
      );
      try {
        const before = here.now().getTime();
        const hour = (now: Date) => new Date(now.getTime() + 3_600_000);
        await Promise.all([here.move(hour), there.move(hour), here.move(hour)]);
        await Promise.all([here.refresh(), there.refresh()]);
        const apart = Math.abs(here.now().getTime() - there.now().getTime());
        assert.ok(apart < 1000 && here.now().getTime() - before >= 3 * 3_600_000);
        await here.move(() => TUESDAY);
        await there.refresh();
        assert.ok(told > 0 && there.now().getTime() - TUESDAY.getTime() < 60_000);
      } finally {
        here.stop();
        there.stop();
      }
    });
  });
};
