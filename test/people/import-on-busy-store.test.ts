import assert from 'node:assert/strict';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { applyDifference } from '../../app/import/apply.ts';
import type { Difference } from '../../bot/people/directory/compare.ts';
import { aPerson } from '../support/fixtures/builders.ts';

/** A store that cannot write at the given tries of each person; it says who was written, and how long was waited. */
const importOn = async (isAway: (nth: number) => boolean) => {
  const tries = new Map<string, number>();
  const written: string[] = [];
  const waited: number[] = [];
  const change = async (id: string) => {
    const nth = (tries.get(id) ?? 0) + 1;
    tries.set(id, nth);
    if (isAway(nth)) throw new StoreUnavailable('the store cannot change people now');
    written.push(id);
  };
  const gone = Array.from({ length: 30 }, (_, i) => aPerson(`gone-${i}`));
  const difference = { added: [], joined: [], changed: [], moved: [], gone } as unknown as Difference;
  const people = { change } as unknown as Parameters<typeof applyDifference>[1];
  const wait = async (ms: number) => void waited.push(ms);
  const ended = await applyDifference(difference, people, null, undefined, wait).then(
    () => null,
    (error: unknown) => error,
  );
  return { ended, written, waited };
};

describe('a list of people that is written to a busy store', () => {
  it('is written to its end, each person once, when the store is away for a while', async () => {
    const { ended, written, waited } = await importOn((nth) => nth < 4);
    assert.equal(ended, null);
    assert.equal(new Set(written).size, 30);
    assert.equal(written.length, 30);
    assert.deepEqual([...new Set(waited)], [1000, 2000, 4000], 'each wait is twice as long');
  });

  it('is given up when the store has been away for a minute', async () => {
    const { ended, written, waited } = await importOn(() => true);
    assert.ok(ended instanceof StoreUnavailable);
    assert.deepEqual(written, []);
    assert.equal(waited.reduce((sum, ms) => sum + ms, 0) / 20, 60_000, 'for each of the twenty that are tried at once');
  });

  it('is given up at once when the store has a fault of another kind', async () => {
    const people = { change: () => Promise.reject(new TypeError('a bug')) };
    const difference = { added: [], joined: [], changed: [], moved: [], gone: [aPerson('gone')] };
    await assert.rejects(
      applyDifference(
        difference as unknown as Difference,
        people as unknown as Parameters<typeof applyDifference>[1],
        null,
        undefined,
        () => assert.fail('nobody waits'),
      ),
      TypeError,
    );
  });
});
