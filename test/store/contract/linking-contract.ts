import assert from 'node:assert/strict';
import { personId } from '../../../bot/ids.ts';
import { TUESDAY } from '../../support/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

/** Wishes to be one person on two platforms, and codes that were wrong. */
export const linkingContract = (ports: () => Ports): void => {
  describe('wishes to be one on two platforms', () => {
    const aRequest = (until = TUESDAY) => ({
      _id: unique('link'),
      maker: personId(unique('p')),
      platform: 'teams' as const,
      until,
      state: 'open' as const,
      by: null,
    });

    it('are taken up by one of twenty', async () => {
      const { linkRequests } = ports().store;
      const request = aRequest();
      for (let twice = 0; twice < 2; twice++) await linkRequests.add(request);
      assert.deepEqual(await linkRequests.get(request._id), request);
      const people = Array.from({ length: 20 }, () => personId(unique('p')));
      const took = await Promise.all(
        people.map((by) => linkRequests.change(request._id, 'open', { state: 'typed', by })),
      );
      assert.equal(took.filter((did) => did).length, 1);
      assert.equal((await linkRequests.get(request._id))?.by, people[took.indexOf(true)]);
      assert.equal(await linkRequests.change(unique('link'), 'open', { state: 'done' }), false);
    });

    it('are forgotten when they are old, and wrong codes with them', async () => {
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

    it('count every wrong code, also those that come at once', async () => {
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
