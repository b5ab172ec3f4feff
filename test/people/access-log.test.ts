import assert from 'node:assert/strict';
import { personId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal } from '../../bot/refusal.ts';
import { retention } from '../../jobs/retention.ts';
import { openTestBot, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson } from '../support/fixtures/builders.ts';

const admin = aPerson('admin', { name: 'Ane Admin', roles: ['admin'] });
const hr = aPerson('hr', { name: 'Lone Bak', roles: ['hr'] });
const asker = aPerson('asker', { name: 'Mette Sand' });

describe('the log of access in the chat', () => {
  let setup: TestBot;
  before(async () => {
    setup = await openTestBot([admin, hr, asker]);
  });
  after(() => setup.close());
  const newest = (of: Person) => setup.chatOf(of).at(-1)?.notice;
  const shown = (of: Person) => {
    const notice = newest(of);
    assert.ok(notice?.kind === 'access-log', notice?.kind);
    return notice;
  };

  it('is for HR and admins, and says by name who did what about whom', async () => {
    await setup.bot.press({ from: admin, message: 'm1', verb: 'give-role', data: { person: asker._id, role: 'hr' } });
    await setup.bot.press({ from: admin, message: 'm2', verb: 'take-role', data: { person: asker._id, role: 'hr' } });
    for (const [reader, word] of [
      [hr, 'adgang'],
      [admin, 'access log'],
    ] as const) {
      await say(setup, reader, word);
      assert.deepEqual(
        shown(reader)
          .lines.map(({ by, did, about, detail }) => [by, did, about, detail])
          .toSorted(),
        [
          [{ as: 'person', name: 'Ane Admin' }, 'give-role', 'Mette Sand', 'hr'],
          [{ as: 'person', name: 'Ane Admin' }, 'take-role', 'Mette Sand', 'hr'],
        ],
      );
    }
    await say(setup, asker, 'adgang');
    assert.deepEqual(newest(asker), { kind: 'not-for-you', word: 'access-log' });
    const press = setup.bot.press({ from: asker, message: 'm3', verb: 'show-access-log', data: { from: 0 } });
    await assert.rejects(press, (error) => error instanceof Refusal && error.code === 'only-hr');
  });

  it('shows each line once over its pages, the newest first, and names nobody who is gone', async () => {
    for (let i = 0; i < 12; i++) {
      const at = new Date(setup.now.getTime() + (i + 1) * 1000);
      await setup.store.adminLog.add(`e${i}`, {
        at,
        by: personId('gone'),
        did: 'export-report',
        about: null,
        detail: `${i}`,
      });
    }
    await say(setup, hr, 'vis mig adgangsloggen');
    const first = shown(hr);
    assert.deepEqual([first.lines.length, first.more, first.lines[0]?.by], [10, true, { as: 'erased' }]);
    await setup.bot.press({ from: hr, message: 'm4', verb: 'show-access-log', data: { from: 10 } });
    await setup.sender.flush();
    const second = shown(hr);
    assert.deepEqual([second.lines.length, second.more], [4, false]);
    const details = [...first.lines, ...second.lines].map(({ detail }) => detail).slice(0, 12);
    assert.deepEqual(
      details,
      Array.from({ length: 12 }, (_none, i) => `${11 - i}`),
    );
  });

  it('is kept for twelve months', async () => {
    const start = setup.now;
    setup.now = new Date(start.getTime() + 364 * 86_400_000);
    await retention(setup.deps);
    assert.equal((await setup.store.adminLog.newest(99)).length, 14);
    setup.now = new Date(start.getTime() + 366 * 86_400_000);
    await retention(setup.deps);
    assert.deepEqual(await setup.store.adminLog.newest(99), []);
    setup.now = start;
  });
});
