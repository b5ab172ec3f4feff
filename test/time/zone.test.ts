import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { zoneNamed } from '../../bot/time/zone.ts';

const NAMES = ['Europe/Copenhagen', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Monrovia'];

describe('a time zone that caches its offsets', () => {
  it('has the same offsets as luxon, to the second in which the clocks change', () => {
    const moments = fc.integer({ min: Date.UTC(1890, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), moments, (name, moment) => {
        assert.equal(zoneNamed(name).offset(moment), new IANAZone(name).offset(moment));
      }),
    );
    const change = Date.UTC(2026, 2, 29, 1);
    const copenhagen = zoneNamed('Europe/Copenhagen');
    assert.deepEqual(
      [change - 1, change, change - 1].map((moment) => copenhagen.offset(moment)),
      [60, 120, 60],
    );
  });

  it('rejects names that are not zones, and has no offset for an invalid moment', () => {
    assert.equal(zoneNamed('Europe/Kobenhavn').isValid, false);
    assert.ok(Number.isNaN(zoneNamed('Europe/Copenhagen').offset(Number.NaN)));
  });
});
