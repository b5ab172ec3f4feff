import assert from 'node:assert/strict';
import { factsOfCase } from '../../bot/adoption/case-facts.ts';
import { createPseudonyms } from '../../bot/adoption/pseudonym.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { Kept } from '../../bot/words.ts';
import { ASKER, aCase, masked, TUESDAY, workingTime } from '../support/fixtures/builders.ts';

const DAY = 86_400_000;
const pseudonyms = createPseudonyms('a key for tests, not for people');
const step = { text: masked('Mødes på pladsen'), date: '2026-11-24' };

const reported = (kept: Kept, days: number) => ({
  at: new Date(TUESDAY.getTime() + days * DAY),
  kind: 'followed-up' as const,
  by: ASKER,
  about: null,
  kept,
});
const counted = (events: Case['events'], about: typeof step | null = step) =>
  factsOfCase(
    aCase('closed', {
      events,
      followUp: { askedAt: TUESDAY, step: about, kept: events.at(-1)?.kept ?? null, saidAt: TUESDAY },
    }),
    { time: workingTime, pseudonyms },
  ).filter(({ kind }) => kind === 'followed-up');

describe('the outcome of a next step counts', () => {
  it('once, with the latest report in the week of the first, for the asker’s pseudonym and unit', () => {
    const [fact, more] = counted([reported('no', 0), reported('yes', 2), reported('partly', 8)]);
    assert.equal(more, undefined);
    assert.ok(fact?.kind === 'followed-up');
    assert.deepEqual(
      [fact.kept, fact.week, fact.unit, fact.who],
      ['yes', '2026-W48', 'Park og Vej', pseudonyms.of(ASKER, '2026-W48')],
    );
    assert.equal(fact._id, counted([reported('no', 0)])[0]?._id, 'corrected, not counted twice');
  });

  it('only after a report, and only when there was a step', () => {
    assert.deepEqual(counted([]), []);
    assert.deepEqual(counted([reported('yes', 0)], null), []);
  });
});
