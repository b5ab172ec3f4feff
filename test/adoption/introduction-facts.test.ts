import assert from 'node:assert/strict';
import { factsOfCase } from '../../bot/adoption/case-facts.ts';
import { createPseudonyms } from '../../bot/adoption/pseudonym.ts';
import { sumWeek } from '../../bot/adoption/rollup.ts';
import type { Case } from '../../bot/cases/case.ts';
import { personId } from '../../bot/ids.ts';
import { aCase, TUESDAY, workingTime } from '../support/fixtures/builders.ts';

const pseudonyms = createPseudonyms('a key for tests, not for people');
const bente = personId('bente');
const facts = (...kinds: Case['events'][number]['kind'][]) =>
  factsOfCase(aCase('active', { events: kinds.map((kind) => ({ at: TUESDAY, kind, by: bente, about: bente })) }), {
    time: workingTime,
    pseudonyms,
  });
const head = { _id: '2026-W48' as const, directory: 40, withChat: 40, standing: null, units: [] };

describe('an introduction counts', () => {
  it('when both said yes, and names nobody', () => {
    const counted = facts('introduction-proposed', 'introduction-agreed', 'introduced');
    const [fact, ...more] = counted.filter(({ kind }) => kind === 'introduction');
    assert.deepEqual(more, []);
    assert.equal(fact?.who, null);
    assert.doesNotMatch(JSON.stringify(counted), /bente/u);
    assert.equal(sumWeek(head, counted).introductions, 1);
  });

  it('not when it was proposed, declined, lapsed or called off', () => {
    const counted = facts(
      'introduction-proposed',
      'introduction-agreed',
      'introduction-declined',
      'introduction-lapsed',
      'introduction-ended',
    );
    assert.equal(sumWeek(head, counted).introductions, 0);
  });
});
