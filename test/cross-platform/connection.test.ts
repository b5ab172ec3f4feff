import assert from 'node:assert/strict';
import sinon from 'sinon';
import { keepConnected } from '../../adapters/chat/connection.ts';

/** A platform that answers each attempt with the next fault, and works when there is none. */
const openPlatform = (faults: Error[]) => {
  const seen: string[] = [];
  const connection = keepConnected({
    attempt: async () => {
      seen.push('attempt');
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
    },
    isRefusal: ({ message }: Error) => message === 'refused',
    onAway: (_error, pause) => seen.push(`away, again in ${pause / 1000} s`),
    onBack: () => seen.push('back'),
  });
  return { connection, seen, faults };
};
const away = () => new Error('no network');

describe('the connection to a platform', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  it('is tried again with a growing pause, of a minute at most, until it works', async () => {
    const { connection, seen } = openPlatform(Array.from({ length: 8 }, away));
    await connection.open();
    assert.equal(connection.away()?.reason, 'no network');
    await clock.tickAsync(4 * 60_000);
    assert.deepEqual(
      seen.filter((what) => what.startsWith('away')).map((what) => Number(/\d+/.exec(what))),
      [1, 2, 4, 8, 16, 32, 60, 60],
    );
    assert.equal(seen.at(-1), 'back');
    assert.equal(connection.away(), null);
  });

  it('is not tried again after a refusal at the start', async () => {
    const { connection, seen } = openPlatform([new Error('refused')]);
    await assert.rejects(connection.open(), /refused/);
    await clock.tickAsync(60_000);
    assert.deepEqual(seen, ['attempt']);
  });

  it('that is refused later is only away, because Sammen runs already', async () => {
    const { connection, seen } = openPlatform([away(), new Error('refused')]);
    await connection.open();
    await clock.tickAsync(1_000);
    assert.equal(connection.away()?.reason, 'refused');
    await clock.tickAsync(2_000);
    assert.equal(seen.at(-1), 'back');
  });

  it('is made again when it was lost, once', async () => {
    const { connection, seen, faults } = openPlatform([]);
    await connection.open();
    connection.lost();
    connection.lost();
    faults.push(away());
    await clock.tickAsync(1_000);
    assert.deepEqual(seen, ['attempt', 'attempt', 'away, again in 1 s']);
    connection.lost();
    await clock.tickAsync(1_000);
    assert.deepEqual(seen.slice(3), ['attempt', 'back']);
  });

  it('is left alone once closed', async () => {
    const { connection, seen } = openPlatform([away()]);
    await connection.open();
    connection.close();
    connection.lost();
    await clock.tickAsync(60_000);
    assert.equal(seen.filter((what) => what === 'attempt').length, 1);
  });
});
