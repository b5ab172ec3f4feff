import assert from 'node:assert/strict';
import { type NudgeRecord, nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import { rollups } from '../../jobs/rollups.ts';
import { openTestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const DAY = 86_400_000;
const WEEK = '2026-W48';

const planned = (id: string, overrides: Partial<NudgeRecord> = {}): NudgeRecord => ({
  _id: nudgeIdFor(WEEK, aPerson(id)._id),
  rev: 0,
  person: aPerson(id)._id,
  unit: 'Havnen',
  week: WEEK,
  message: 'nudge',
  principle: 'bygger-bro',
  text: null,
  before: [],
  plannedAt: TUESDAY,
  sent: null,
  reactions: [],
  receipts: [],
  ...overrides,
});

const reaction = (kind: 'will-try' | 'paused', days: number) => ({
  kind,
  at: new Date(TUESDAY.getTime() + days * DAY),
  text: null,
  answer: null,
});

describe('the weekly principle counts', () => {
  it('each delivery, and each press within seven days except a pause, once even when repeated', async () => {
    const setup = await openTestBot([aPerson('a')]);
    try {
      const { nudges } = setup.store;
      const presses = { a: reaction('will-try', 1), b: reaction('paused', 1), c: reaction('will-try', 8), d: null };
      for (const [id, press] of Object.entries(presses)) {
        const record = planned(id);
        await nudges.add(record);
        if (id !== 'd') await nudges.sent(record._id, { at: TUESDAY, platform: 'sandbox', message: id });
        await rollups(setup.deps);
        if (press !== null) await nudges.change(record._id, 0, { set: {}, reactions: [press] }, `press ${id}`);
      }
      const welcome = planned('e', { message: 'welcome' });
      await nudges.add(welcome);
      await nudges.sent(welcome._id, { at: TUESDAY, platform: 'sandbox', message: 'e' });
      setup.now = new Date(TUESDAY.getTime() + 9 * DAY);
      await rollups(setup.deps);
      await rollups(setup.deps);
      const [week] = await setup.store.rollups.all();
      assert.deepEqual([week?._id, week?.nudged, week?.pressed], [WEEK, 3, 1]);
    } finally {
      await setup.close();
    }
  });
});
