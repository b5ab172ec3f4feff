import assert from 'node:assert/strict';
import { openClosedDays } from '../../../adapters/store/closed-days.ts';
import { personId } from '../../../bot/ids.ts';
import { anAgent, aPerson, TUESDAY } from '../../support/fixtures/builders.ts';
import { RECORDED } from '../../support/fixtures/recorded.ts';
import { type Ports, unique } from './ports-contract.ts';

/** The store's contract for admins and lists of people. */
export const directoryContract = (ports: () => Ports): void => {
  describe('the directory', () => {
    it('grants and revokes a role once, however often it is called', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      await people.add(aPerson(id));
      await Promise.all([1, 2, 3].map(() => people.giveRole(id, 'hr', RECORDED)));
      await people.giveRole(id, 'admin', RECORDED);
      assert.deepEqual((await people.get(id))?.roles, ['hr', 'admin']);
      for (let twice = 0; twice < 2; twice++) await people.takeRole(id, 'hr', RECORDED);
      assert.deepEqual((await people.get(id))?.roles, ['admin']);
      const admins = await people.withRole('admin');
      assert.ok(admins.some(({ _id }) => _id === id));
    });

    it('changes only the given fields, and ends an absence', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      const absence = { from: '2026-12-01', until: '2026-12-02', substitute: personId('x') };
      const before = anAgent(id, { absences: [absence] });
      await people.add(before);
      await people.change(id, { unit: null, left: TUESDAY, leaving: true });
      await people.change(id, {});
      assert.deepEqual(await people.get(id), { ...before, unit: null, left: TUESDAY, leaving: true });
      assert.ok((await people.leaving()).some(({ _id }) => _id === id));
      await people.dropAbsence(id, absence);
      assert.deepEqual((await people.get(id))?.absences, []);
    });

    it('finds who reports to whom, and the units by size', async () => {
      const { people } = ports().store;
      const [boss, unit] = [unique('boss'), unique('Enhed')];
      for (const n of [1, 2]) await people.add(aPerson(unique(`u${n}`), { manager: personId(boss), unit }));
      await people.add(aPerson(unique('none'), { unit: null }));
      assert.equal((await people.under(personId(boss))).length, 2);
      const units = await people.units();
      assert.equal(units.filter((one) => one === unit).length, 1);
      assert.ok(units.every((one) => typeof one === 'string' && one !== ''));
    });

    it('finds people by how a word of their name or unit begins, also after either changed', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      const mark = unique('q')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
      await people.add(aPerson(id, { name: `Åse ${mark}Holm`, unit: 'Park og Vej' }));
      const found = async (word: string) => (await people.foundBy(word, 9)).map(({ _id }) => _id);
      assert.deepEqual(await found(`${mark}ho`), [id]);
      assert.deepEqual(await found(`${mark}holms`), []);
      await people.change(id, { unit: `Æ${mark}` });
      assert.deepEqual(await found(`æ${mark}`), [id]);
      await people.change(id, { name: 'Åse Lund' });
      assert.deepEqual(await found(mark), []);
      assert.deepEqual((await people.foundBy(`æ${mark}`, 9))[0], await people.get(id), 'with no other field');
    });

    it('remembers receipts until they are deleted, and each admin action once', async () => {
      const { receipts, adminLog } = ports().store;
      const id = unique('r');
      assert.equal(await receipts.has(id), false);
      for (let twice = 0; twice < 2; twice++) await receipts.add(id, new Date(0));
      assert.equal(await receipts.has(id), true);
      await receipts.drop(id);
      assert.equal(await receipts.has(id), false);
      await receipts.add(id, new Date(0));
      await receipts.forget(new Date(1));
      assert.equal(await receipts.has(id), false);
      const entry = { at: TUESDAY, by: personId('a'), did: 'give-role' as const, about: null, detail: unique('hr') };
      for (let twice = 0; twice < 2; twice++) await adminLog.add(id, entry);
      assert.deepEqual(
        (await adminLog.newest(100)).filter(({ detail }) => detail === entry.detail),
        [entry],
      );
    });

    it('finds what somebody did and what was done about them, newest first, and forgets it in time', async () => {
      const { adminLog } = ports().store;
      const [me, other] = [personId(unique('me')), personId(unique('other'))];
      const at = (hour: number) => new Date(TUESDAY.getTime() + hour * 3_600_000);
      const mine = { at: at(1), by: me, did: 'open-report' as const, about: null, detail: null };
      const about = { at: at(2), by: other, did: 'give-role' as const, about: me, detail: 'hr' };
      const typed = {
        at: at(3),
        by: null,
        operator: 'drift',
        did: 'read-case' as const,
        about: null,
        case: 4,
        detail: null,
      };
      for (const entry of [mine, about, typed]) await adminLog.add(unique('entry'), entry);
      assert.deepEqual(await adminLog.naming(me), [about, mine]);
      assert.deepEqual(
        (await adminLog.newest(100)).filter(({ operator }) => operator === 'drift'),
        [typed],
      );
      await adminLog.forget(at(2));
      assert.deepEqual(await adminLog.naming(me), [about]);
    });

    it('lets one of several presses of a wish be the last, and forgets it in time', async () => {
      const { receipts } = ports().store;
      const wish = unique('w');
      const press = (receipt: string, at: number) => ({ receipt, at: new Date(at) });
      const race = (before: Parameters<typeof receipts.setLastPress>[1], at: number) =>
        Promise.all(['a', 'b', 'c'].map((name) => receipts.setLastPress(wish, before, press(name, at))));
      assert.equal(await receipts.lastPress(wish), null);
      for (const at of [5, 10]) {
        const before = await receipts.lastPress(wish);
        const won = await race(before, at);
        assert.deepEqual(won.toSorted(), [false, false, true]);
        assert.deepEqual(await receipts.lastPress(wish), press(['a', 'b', 'c'][won.indexOf(true)] ?? '', at));
      }
      await receipts.forget(new Date(11));
      assert.equal(await receipts.lastPress(wish), null);
    });

    it('lets an admin override the organisation’s closed days, in every process', async () => {
      const { database } = ports();
      const [here, there] = [
        await openClosedDays(database, ['2031-12-24']),
        await openClosedDays(database, ['2031-12-24']),
      ];
      assert.equal(here.has('2031-12-24'), true);
      await here.set('2031-12-24', false);
      await here.set('2031-12-23', true);
      assert.deepEqual(here.from('2031-12-01'), ['2031-12-23']);
      assert.deepEqual(there.from('2031-12-01'), ['2031-12-24']);
      await there.refresh();
      assert.deepEqual(there.from('2031-12-01'), ['2031-12-23']);
    });
  });
};
