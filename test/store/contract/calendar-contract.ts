import assert from 'node:assert/strict';
import type { TownEvent } from '../../../bot/nudges/town-event.ts';
import { masked } from '../../support/fixtures/builders.ts';
import type { Ports } from './ports-contract.ts';

const EVENT: TownEvent = {
  id: 'e1',
  title: masked('Åbent møde i Grønt Råd'),
  place: null,
  day: '2026-12-10',
  lastDay: '2026-12-10',
  at: new Date('2026-12-10T15:00:00.000Z'),
  field: 'all',
};

export const calendarContract = (ports: () => Ports): void => {
  describe('the town’s calendar', () => {
    const calendar = () => ports().store.townCalendar;

    it('is read by one process a day, and keeps the last good reading of the same calendar', async () => {
      const claims = await Promise.all([1, 2, 3].map(() => calendar().claim('a', '2026-12-01')));
      assert.deepEqual(claims.filter(Boolean), [true]);
      assert.deepEqual(await calendar().events('a'), []);
      await calendar().keep('a', [EVENT]);
      assert.deepEqual(await calendar().events('a'), [EVENT]);
      assert.equal(await calendar().claim('a', '2026-12-01'), false);
      assert.deepEqual((await Promise.all([1, 2].map(() => calendar().claim('a', '2026-12-02')))).filter(Boolean), [
        true,
      ]);
      assert.deepEqual(await calendar().events('a'), [EVENT]);
      assert.deepEqual(await calendar().events('b'), []);
    });

    it('remembers that its fault was told, until a good reading or another calendar', async () => {
      assert.equal(await calendar().isFailing(), false);
      await calendar().fail(new Date(0));
      assert.equal(await calendar().isFailing(), true);
      await calendar().keep('a', [EVENT]);
      assert.equal(await calendar().isFailing(), false);
      await calendar().fail(new Date(0));
      assert.equal(await calendar().claim('b', '2026-12-02'), true);
      assert.equal(await calendar().isFailing(), false);
      await calendar().keep('a', [EVENT]);
      assert.deepEqual([await calendar().events('a'), await calendar().events('b')], [[], []]);
    });
  });
};
