import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { tickOffers } from '../../bot/cases/clockwork.ts';
import { nextDue } from '../../bot/cases/due.ts';
import type { Circumstances } from '../../bot/cases/move.ts';
import { personId } from '../../bot/ids.ts';
import { applyChange } from '../support/fixtures/apply-change.ts';
import { AGENT, ASKER, aCase, aStanding, circumstancesAt, TUESDAY, workingTime } from '../support/fixtures/builders.ts';

const COORDINATOR = personId('coordinator');
const AGENTS = [aStanding('agent'), aStanding('b'), aStanding('away', { absent: true })];
/** Wednesday and Thursday at ten, as the case began to wait on Tuesday at ten. */
const WEDNESDAY = new Date(TUESDAY.getTime() + 86_400_000);
const THURSDAY = new Date(TUESDAY.getTime() + 2 * 86_400_000);
const justBefore = (at: Date) => new Date(at.getTime() - 1);

const tick = (c: Case, now: Date, more: Partial<Circumstances> = {}) =>
  tickOffers(c, circumstancesAt({ now, agents: AGENTS, lookouts: [COORDINATOR], ...more }));
const ticked = (c: Case, now: Date, more: Partial<Circumstances> = {}): Case =>
  applyChange(c, tick(c, now, more)?.change ?? assert.fail('nothing was due'));
const told = ({ owes }: Case) => owes.map(({ to, manner, say }) => `${manner} ${say.kind} ${to}`).sort();

const waiting = (kind: 'shared' | 'share-asked' | 'share-refused', sharing: Case['sharing']): Case =>
  aCase('waiting', {
    offers: [{ agent: AGENT, at: TUESDAY, until: TUESDAY, state: 'declined', why: null, declined: 'not-today' }],
    sharing,
    promise: 'missed',
    events: [{ at: TUESDAY, kind, by: ASKER, about: null }],
  });

describe('a case that nobody has', () => {
  const shared = waiting('shared', 'shared');

  it('is brought up again on the common list after a working day, once, to those who have not said no', () => {
    assert.equal(tick(shared, justBefore(WEDNESDAY)), null);
    assert.deepEqual(nextDue(shared, workingTime), WEDNESDAY);
    const reminded = ticked(shared, WEDNESDAY);
    assert.deepEqual(told(reminded), ['ping case b']);
    assert.equal(tick(reminded, WEDNESDAY), null);
  });

  it('is told to a human after two working days, once, and the asker hears of that', () => {
    const reminded = ticked(shared, WEDNESDAY);
    assert.equal(tick(reminded, justBefore(THURSDAY)), null);
    const known = ticked(reminded, THURSDAY);
    assert.deepEqual(told(known), [`ping case ${ASKER}`, `ping stuck-case ${COORDINATOR}`]);
    assert.equal(tick(known, new Date('2027-12-01T10:00:00Z')), null, 'never again');
    assert.equal(nextDue(known, workingTime), null);
  });

  it('is told to a human again two working days after the asker wrote once more, and only then', () => {
    const known = ticked(ticked(shared, WEDNESDAY), THURSDAY);
    const monday = new Date('2026-11-30T09:00:00Z');
    const wrote: Case = { ...known, owes: [], wordAt: monday };
    const wednesday = new Date('2026-12-02T09:00:00Z');
    assert.deepEqual(nextDue(wrote, workingTime), wednesday);
    assert.equal(tick(wrote, justBefore(wednesday)), null);
    const again = ticked(wrote, wednesday);
    assert.deepEqual(told(again), [`ping case ${ASKER}`, `ping stuck-case ${COORDINATOR}`]);
    assert.equal(nextDue(again, workingTime), null);
  });

  it('claims no human while there is none to tell, and tells one as soon as there is', () => {
    const reminded = ticked(shared, WEDNESDAY);
    assert.equal(tick(reminded, THURSDAY, { lookouts: [] }), null);
    const friday = new Date(THURSDAY.getTime() + 86_400_000);
    assert.equal(tick(reminded, friday)?.did, 'human-told');
  });

  it('waits for its asker no longer in silence than for an agent', () => {
    const asked = ticked(waiting('share-asked', 'asked'), WEDNESDAY);
    assert.deepEqual(told(asked), [`ping case ${ASKER}`]);
    assert.equal(tick(asked, THURSDAY)?.did, 'human-told');
    const refused = waiting('share-refused', 'refused');
    const nobodyFree = { agents: [aStanding('full', { load: 3 })] };
    assert.equal(tick(refused, WEDNESDAY, nobodyFree), null);
    assert.equal(tick(refused, THURSDAY, nobodyFree)?.did, 'human-told');
  });

  it('is told at once where nobody may read it although agents can be reached, and later where there are none', () => {
    const alone: Case = {
      ...waiting('shared', 'no'),
      offers: [],
      promise: 'none',
      events: [{ at: TUESDAY, kind: 'nobody-there', by: null, about: null }],
    };
    const boss = { agents: [aStanding('boss')], managers: new Set([personId('boss')]) };
    assert.equal(tick(alone, TUESDAY, boss)?.did, 'human-told');
    assert.equal(tick(alone, TUESDAY, { agents: [aStanding('boss', { reachable: false })] }), null);
    assert.equal(tick(alone, TUESDAY, { agents: [aStanding('new')] })?.did, 'moved-on');
  });

  it('counts working days over a weekend and a short Friday', () => {
    const friday = new Date('2026-11-27T14:30:00Z');
    const since = (at: Date): Case => ({ ...shared, events: [{ at, kind: 'shared', by: ASKER, about: null }] });
    // 15.30 on Friday is after closing: the wait begins on Monday at eight.
    assert.deepEqual(nextDue(since(friday), workingTime), new Date('2026-12-01T07:00:00Z'));
    // 15.00 on Thursday: Friday closes at 14.
    assert.deepEqual(nextDue(since(new Date('2026-11-26T14:00:00Z')), workingTime), new Date('2026-11-27T13:00:00Z'));
  });
});

describe('an agent who took a case and does not write', () => {
  const silent = aCase('active', {
    promise: 'open',
    turnOf: 'agent',
    events: [{ at: TUESDAY, kind: 'accepted', by: AGENT, about: null }],
  });
  const promised = silent.promisedAt;
  const later = (at: Date, hours: number) => workingTime.addMinutes(at, hours * 60);

  it('is reminded at the promised time; half a working day later the asker may ask another', () => {
    assert.equal(tick(silent, justBefore(promised)), null);
    const missed = ticked(silent, promised);
    assert.deepEqual(told(missed), [`ping case ${AGENT}`, `ping case ${ASKER}`]);
    assert.equal(tick(missed, justBefore(later(promised, 4))), null);
    assert.deepEqual(nextDue(missed, workingTime), later(promised, 4));
    const choosing = ticked(missed, later(promised, 4));
    assert.deepEqual([choosing.askedOnAt, told(choosing)], [later(promised, 4), [`ping case ${ASKER}`]]);
    assert.equal(tick(choosing, later(promised, 80)), null);
  });

  it('has half a working day of their own when they took it after the promise was missed', () => {
    const takenAt = later(promised, 2);
    const events = [{ at: takenAt, kind: 'accepted', by: AGENT, about: null }] as const;
    const late: Case = { ...silent, promise: 'missed', events: [...events] };
    assert.equal(tick(late, justBefore(later(takenAt, 4))), null);
    const reminded = ticked(late, later(takenAt, 4));
    assert.deepEqual(told(reminded), [`ping case ${AGENT}`]);
    assert.equal(tick(reminded, justBefore(later(takenAt, 8))), null);
    assert.equal(tick(reminded, later(takenAt, 8))?.did, 'asked-on');
  });
});
