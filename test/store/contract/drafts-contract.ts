import assert from 'node:assert/strict';
import type { Draft } from '../../../bot/drafts/draft.ts';
import { caseId, deliveryId, personId } from '../../../bot/ids.ts';
import { aDraft as draftOf, masked, TUESDAY } from '../../support/fixtures/builders.ts';
import { asWritten, type Ports, unique } from './ports-contract.ts';

const later = (minutes: number): Date => new Date(TUESDAY.getTime() + minutes * 60_000);

const aDraft = (overrides: Partial<Draft> = {}): Draft => draftOf({ _id: caseId(unique('draft')), ...overrides });

export const draftsContract = (ports: () => Ports): void => {
  describe('drafts', () => {
    it('are stored unaltered, once', async () => {
      const { drafts } = ports().store;
      const draft = aDraft();
      assert.equal(await drafts.add(draft), true);
      assert.equal(await drafts.add({ ...draft, text: masked('another') }), false);
      assert.deepEqual(await drafts.get(draft._id), draft);
    });

    it('change at the expected revision only, and a repeated change does nothing', async () => {
      const { drafts } = ports().store;
      const draft = aDraft();
      await drafts.add(draft);
      const say = { kind: 'draft' as const, draft: draft._id };
      const owed = { id: deliveryId(unique('o')), to: draft.person, manner: 'quiet' as const, notBefore: TUESDAY, say };
      const change = { set: { state: 'used' as const, text: masked(''), usedFor: 7 }, owes: [owed] };
      assert.equal(await drafts.change(draft._id, 0, change, 'r'), true);
      assert.equal(await drafts.change(draft._id, 0, change, 'r'), false);
      const expected = { ...draft, rev: 1, state: 'used', text: '', usedFor: 7, receipts: ['r'], owes: [owed] };
      assert.deepEqual(asWritten(await drafts.get(draft._id)), expected);
      assert.equal(await drafts.change(draft._id, 1, { set: {}, owes: [] }, null), true);
    });

    it('take the lines of a person one at a time', async () => {
      const { drafts } = ports().store;
      const person = personId(unique('p'));
      const [first, second] = [aDraft({ person, takesLinesOf: person }), aDraft({ person, takesLinesOf: person })];
      assert.equal(await drafts.taking(person), null);
      assert.equal(await drafts.add(first), true);
      assert.equal(await drafts.add(second), false);
      assert.deepEqual(await drafts.taking(person), first);
      assert.equal(await drafts.change(first._id, 0, { set: { takesLinesOf: first._id }, owes: [] }, null), true);
      assert.equal(await drafts.add(second), true);
      assert.deepEqual(await drafts.taking(person), second);
    });

    it('are found by a message of their writer, also once they are used', async () => {
      const { drafts } = ports().store;
      const draft = aDraft({ state: 'used', receipts: ['one', 'two'] });
      await drafts.add(draft);
      assert.deepEqual(await drafts.byLine(draft.person, 'two'), draft);
      assert.equal(await drafts.byLine(personId(unique('p')), 'two'), null);
      assert.equal(await drafts.byLine(draft.person, 'three'), null);
    });

    it('are found by person while unsent', async () => {
      const { drafts } = ports().store;
      const person = personId(unique('p'));
      const open = [aDraft({ person, at: later(-2), state: 'sending' }), aDraft({ person, at: later(-1) })];
      for (const draft of [...open, aDraft({ person, state: 'used' }), aDraft()]) await drafts.add(draft);
      assert.deepEqual(await drafts.openOf(person), open);
    });

    it('are found once they are kept no longer, the longest overdue first', async () => {
      const { drafts } = ports().store;
      const old = [aDraft({ keptUntil: later(-2), state: 'changing' }), aDraft({ keptUntil: later(-3) })];
      const others = [aDraft({ keptUntil: later(-4), state: 'used' }), aDraft({ keptUntil: later(1) })];
      const mine = [...old, ...others];
      for (const draft of mine) await drafts.add(draft);
      const found = (await drafts.overdue(TUESDAY)).map(({ _id }) => _id);
      const expected = [old[1]?._id, old[0]?._id];
      assert.deepEqual(
        found.filter((id) => mine.some(({ _id }) => _id === id)),
        expected,
      );
    });

    it('are found when their writer is to be reminded, while they are kept', async () => {
      const { drafts } = ports().store;
      const due = aDraft({ remindAt: later(-1), keptUntil: later(60) });
      const mine = [
        due,
        aDraft({ remindAt: later(1), keptUntil: later(60) }),
        aDraft({ remindAt: null, keptUntil: later(60) }),
        aDraft({ remindAt: later(-1), keptUntil: later(0) }),
        aDraft({ remindAt: later(-1), keptUntil: later(60), state: 'used' }),
      ];
      for (const draft of mine) await drafts.add(draft);
      const found = (await drafts.toRemind(TUESDAY)).map(({ _id }) => _id);
      assert.deepEqual(
        found.filter((id) => mine.some(({ _id }) => _id === id)),
        [due._id],
      );
    });
  });
};
