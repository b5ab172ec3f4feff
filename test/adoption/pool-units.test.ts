import assert from 'node:assert/strict';
import { OTHERS, poolUnits, UNKNOWN_UNIT, UNSPLIT } from '../../bot/adoption/pool-units.ts';

const sizes = (units: Record<string, number>) => Object.entries(units).map(([unit, people]) => ({ unit, people }));

describe('units under five', () => {
  it('are pooled when they are two and have five people', () => {
    const { groups, groupOf } = poolUnits(sizes({ Skolen: 20, Museet: 3, Havnen: 2 }));
    assert.deepEqual(groups, [
      { group: 'Skolen', people: 20 },
      { group: OTHERS, people: 5 },
    ]);
    assert.deepEqual(['Skolen', 'Museet', 'Havnen', 'Lukket'].map(groupOf), ['Skolen', OTHERS, OTHERS, OTHERS]);
  });

  it('are pooled with the smallest other unit when they are too few', () => {
    for (const small of [{ Museet: 4 }, { Museet: 2, Havnen: 2 }]) {
      const { groups } = poolUnits(sizes({ Skolen: 20, Parken: 7, ...small }));
      assert.deepEqual(
        groups.map(({ group }) => group),
        ['Skolen', OTHERS],
      );
    }
  });

  it('leave only the total when pooling is impossible', () => {
    for (const units of [{ Museet: 4 }, { Museet: 2, Havnen: 2 }]) {
      assert.deepEqual([poolUnits(sizes(units)).groups, poolUnits(sizes(units)).groupOf('Museet')], [[], UNSPLIT]);
    }
  });

  it('may be absent: then each unit is shown alone, as are people without a unit', () => {
    const { groups, groupOf } = poolUnits([...sizes({ Skolen: 5 }), { unit: null, people: 6 }]);
    assert.deepEqual(
      groups.map(({ group }) => group),
      ['Skolen', UNKNOWN_UNIT],
    );
    assert.deepEqual([groupOf(null), groupOf('Lukket')], [UNKNOWN_UNIT, UNSPLIT]);
  });
});
