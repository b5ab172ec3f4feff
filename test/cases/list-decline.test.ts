import assert from 'node:assert/strict';
import { saidNo } from '../../bot/cases/offer.ts';
import { partOf } from '../../bot/cases/part.ts';
import { refusalFor } from '../../bot/cases/rules.ts';
import { transition } from '../../bot/cases/transition.ts';
import { personId } from '../../bot/ids.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import { aCase, anAgent, circumstancesAt, TUESDAY } from '../support/fixtures/builders.ts';

describe('an agent who says no on the common list', () => {
  const other = personId('p-other');
  const shared = aCase('waiting', { sharing: 'shared', offers: [] });
  const change = transition(
    shared,
    { verb: 'decline-case', case: shared._id, reason: 'not-today' },
    other,
    'listed',
    circumstancesAt({ now: TUESDAY, actor: other }),
  );
  const after = applyChange(shared, change);

  it('no longer sees the case there, and is not asked again', () => {
    assert.ok(saidNo(after.offers, other));
    assert.equal(partOf(after, anAgent(other), new Set()), 'past');
    assert.deepEqual([after.state, after.sharing], ['waiting', 'shared'], 'the others still see it');
  });

  it('only has their own card redrawn, and may still change their mind', () => {
    assert.deepEqual(
      after.owes.map(({ to, manner }) => [to, manner]),
      [[other, 'quiet']],
    );
    assert.equal(refusalFor(after, 'accept-case', 'past', TUESDAY), null);
  });
});
