import assert from 'node:assert/strict';
import { boundsAt } from '../../bot/keeping/bounds.ts';

const timeZone = 'Europe/Copenhagen';
const at = (iso: string): Date => new Date(iso);
const day = (date: Date): string => date.toISOString().slice(0, 10);

describe('what is kept how long', () => {
  it('keeps cases for twelve months unless the municipality says otherwise', () => {
    const now = at('2027-12-01T09:00:00Z');
    assert.equal(boundsAt(now, { timeZone }).cases.toISOString(), '2026-12-01T09:00:00.000Z');
    const { cases } = boundsAt(now, { timeZone, retention: { caseTextMonths: 3 } });
    assert.equal(cases.toISOString(), '2027-09-01T08:00:00.000Z', 'months go by the calendar of the place');
  });

  it('keeps a case that can still be opened again, also in a short month', () => {
    const { cases } = boundsAt(at('2027-03-01T09:00:00Z'), { timeZone, retention: { caseTextMonths: 1 } });
    assert.ok(cases < at('2027-01-30T09:00:00.000Z'), cases.toISOString());
    assert.equal(day(cases), '2027-01-30');
  });

  it('keeps nothing that may quote a case longer than the case', () => {
    const now = at('2027-12-01T09:00:00Z');
    for (const caseTextMonths of [1, 2, 3, 12, 120]) {
      const { cases, drafts, messages, chats } = boundsAt(now, { timeZone, retention: { caseTextMonths } });
      for (const other of [drafts, messages, chats]) assert.ok(other >= cases, String(caseTextMonths));
    }
    const { drafts, messages, chats, receipts, linkRequests } = boundsAt(now, { timeZone });
    assert.deepEqual([drafts, messages, chats, receipts, linkRequests].map(day), [
      '2027-10-02',
      '2027-10-02',
      '2027-06-04',
      '2027-11-17',
      '2027-11-30',
    ]);
  });
});
