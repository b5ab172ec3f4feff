import assert from 'node:assert/strict';
import { scored, type WarningSet } from '../support/fixtures/warning-sets.ts';

/** The least found of each kind, in per cent, and over all kinds. See test/data/README.md for how the sets came about. */
const FLOORS: Readonly<Record<WarningSet, { each: number; all: number }>> = {
  given: { each: 80, all: 90 },
  tuning: { each: 80, all: 90 },
  unseen: { each: 80, all: 90 },
  later: { each: 80, all: 85 },
  fresh: { each: 80, all: 90 },
  blind: { each: 85, all: 92 },
  personas: { each: 85, all: 90 },
  talk: { each: 60, all: 75 },
};
/** The ordinary sentences of the sets are short, and were written to be mistaken; those of a talk were not. */
const MAX_ON_TRAPS = 20;
const MAX_IN_TALK = 4;

describe('warnings on labelled sentences', () => {
  for (const [set, { each, all }] of Object.entries(FLOORS) as [WarningSet, { each: number; all: number }][]) {
    it(`find at least ${all} in 100 of the set "${set}", and ${each} of each kind`, () => {
      const { kinds } = scored(set);
      const rates = Object.entries(kinds).map(([kind, { found, of }]) => ({ kind, rate: (100 * found) / of }));
      assert.deepEqual(
        rates.filter(({ rate }) => rate < each),
        [],
      );
      const sum = (of: 'found' | 'of') => Object.values(kinds).reduce((total, kind) => total + kind[of], 0);
      assert.ok((100 * sum('found')) / sum('of') >= all);
    });

    const most = set === 'talk' ? MAX_IN_TALK : MAX_ON_TRAPS;
    it(`raise at most ${most} false alarms in 100 on its ordinary sentences`, () => {
      const { falseAlarms, ordinary } = scored(set);
      assert.ok(falseAlarms.length <= (ordinary * most) / 100, falseAlarms.join('\n'));
    });
  }

  it('raise at most one false alarm on thirty dilemmas they have not learned from', () => {
    const { falseAlarms, ordinary } = scored('dilemmas');
    assert.ok(ordinary === 30 && falseAlarms.length <= 1, falseAlarms.join('\n'));
  });
});
