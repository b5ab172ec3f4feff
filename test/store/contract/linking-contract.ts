import assert from 'node:assert/strict';
import { nudgeId, type PersonId, personId } from '../../../bot/ids.ts';
import type { NudgeMessage } from '../../../bot/nudges/nudge-record.ts';
import type { Week } from '../../../bot/time/iso-week.ts';
import { TUESDAY } from '../../support/fixtures/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

/** The store's contract for link requests and wrong codes. */
export const linkingContract = (ports: () => Ports): void => {
  describe('link requests', () => {
    const aRequest = (until = TUESDAY) => ({
      _id: unique('link'),
      maker: personId(unique('p')),
      platform: 'teams' as const,
      until,
      state: 'open' as const,
      by: null,
    });

    it('are claimed by one of twenty', async () => {
      const { linkRequests } = ports().store;
      const request = aRequest();
      for (let twice = 0; twice < 2; twice++) await linkRequests.add(request);
      assert.deepEqual(await linkRequests.get(request._id), request);
      assert.deepEqual(await linkRequests.of(request.maker), [request]);
      const people = Array.from({ length: 20 }, () => personId(unique('p')));
      const took = await Promise.all(
        people.map((by) => linkRequests.change(request._id, 'open', { state: 'typed', by })),
      );
      assert.equal(took.filter((did) => did).length, 1);
      assert.equal((await linkRequests.get(request._id))?.by, people[took.indexOf(true)]);
      assert.equal(await linkRequests.change(unique('link'), 'open', { state: 'done' }), false);
    });

    it('are deleted when they are old, together with wrong codes', async () => {
      const { linkRequests } = ports().store;
      const [old, fresh] = [aRequest(new Date(1)), aRequest()];
      const person = personId(unique('p'));
      for (const request of [old, fresh]) await linkRequests.add(request);
      await linkRequests.setWrongCodes(person, null, { heard: ['a'], at: new Date(1) });
      await linkRequests.forget(new Date(2));
      assert.equal(await linkRequests.get(old._id), null);
      assert.deepEqual(await linkRequests.get(fresh._id), fresh);
      assert.equal(await linkRequests.wrongCodes(person), null);
    });

    it('merge the weekly principle: one welcome, one message a week', async () => {
      const { nudges } = ports().store;
      const [from, to] = [personId(unique('p')), personId(unique('p'))];
      const sent = { at: TUESDAY, platform: 'slack' as const, message: 'm' };
      const record = (person: PersonId, week: string, was: typeof sent | null, message: NudgeMessage = 'nudge') => ({
        _id: nudgeId(unique('n')),
        rev: 0,
        person,
        unit: null,
        week: week as Week,
        message,
        principle: 'bygger-bro' as const,
        text: null,
        before: [],
        plannedAt: TUESDAY,
        sent: was,
        reactions: [],
        receipts: [],
      });
      const records = {
        only: record(from, '2026-W40', null),
        bothA: record(from, '2026-W41', sent),
        bothB: record(to, '2026-W41', sent),
        hereA: record(from, '2026-W42', sent),
        hereB: record(to, '2026-W42', null),
        thereA: record(from, '2026-W43', null),
        thereB: record(to, '2026-W43', sent),
        welcomeA: record(from, '2026-W30', sent, 'welcome'),
        welcomeB: record(to, '2026-W39', null, 'welcome'),
      };
      for (const one of Object.values(records)) await nudges.add(one);
      assert.equal(await nudges.become(from, to), 5);
      assert.equal(await nudges.become(from, to), 0);
      assert.deepEqual(await nudges.of([from]), []);
      const { only, bothA, bothB, hereA, thereB, welcomeA } = records;
      assert.deepEqual(
        (await nudges.of([to])).map(({ _id }) => _id).sort(),
        [only, bothA, bothB, hereA, thereB, welcomeA].map(({ _id }) => _id).sort(),
      );
    });

    it('count every wrong code, including concurrent ones', async () => {
      const { linkRequests } = ports().store;
      const person = personId(unique('p'));
      const count = (before: Awaited<ReturnType<typeof linkRequests.wrongCodes>>, heard: string) =>
        linkRequests.setWrongCodes(person, before, { heard: [...(before?.heard ?? []), heard], at: TUESDAY });
      for (const n of [1, 2, 3]) {
        const before = await linkRequests.wrongCodes(person);
        const did = await Promise.all(Array.from({ length: 10 }, (_, i) => count(before, `${n}-${i}`)));
        assert.equal(did.filter((one) => one).length, 1);
      }
      assert.equal((await linkRequests.wrongCodes(person))?.heard.length, 3);
    });
  });
};
