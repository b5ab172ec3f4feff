import assert from 'node:assert/strict';
import type { Database, Doc } from '../../../adapters/store/collection.ts';
import { keptValue } from '../../../adapters/store/kept-values.ts';
import { CARRIED_AWAY, CARRYING, markStore, WrongStore } from '../../../adapters/store/mark-store.ts';
import { MIGRATIONS, type Migration } from '../../../adapters/store/migrations.ts';
import { openStore } from '../../../app/open-store.ts';
import { caseId, personId } from '../../../bot/ids.ts';
import { ASKER, aCase, aDraft, anAgent, aPerson, aStory } from '../../support/fixtures/builders.ts';
import type { OpenPorts } from './ports-contract.ts';

type AnyDoc = Doc & Record<string, unknown>;

/** The mark that says what kind of Sammen owns a store, and its migrations. Each test has its own store. */
export const marksContract = (name: string, open: OpenPorts): void => {
  describe(`the mark of a store on ${name}`, () => {
    const onStore = async (test: (database: Database) => Promise<void>): Promise<void> => {
      const { database, cleanup } = await open();
      try {
        await test(database);
      } finally {
        await database.close();
        await cleanup();
      }
    };
    const versionOf = async (database: Database) =>
      (await (await database.collection<AnyDoc>('meta', [])).get('store'))?.version;

    it('opens the store for the kind that created it and for no other', () =>
      onStore(async (database) => {
        await markStore(database, 'real');
        await markStore(database, 'real');
        await assert.rejects(
          markStore(database, 'sandbox'),
          (error) => error instanceof WrongStore && /real cases.*MONGODB_URI/.test(error.message),
        );
      }));

    for (const [mark, words] of [
      [CARRYING, /being carried over/],
      [CARRIED_AWAY, /left behind/],
    ] as const) {
      it(`does not open a store marked ${mark}`, () =>
        onStore(async (database) => {
          await (await database.collection<AnyDoc>('meta', [])).insert({ _id: mark });
          await assert.rejects(markStore(database, 'real'), words);
        }));
    }

    it('migrates a store from the first form, in order, each step once', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 1 });
        const ran: number[] = [];
        const step = (to: number): Migration => ({ to, run: async () => void ran.push(to) });
        await markStore(database, 'real', [step(2), step(3)]);
        await markStore(database, 'real', [step(2), step(3), step(4)]);
        assert.deepEqual(ran, [2, 3, 4]);
        assert.equal(await versionOf(database), 4);
        await assert.rejects(markStore(database, 'real', [step(2), step(3)]), /newer version/);
      }));

    it('restarts a migration step that did not complete', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 1 });
        let tries = 0;
        const step: Migration = {
          to: 2,
          run: async () => {
            tries += 1;
            if (tries === 1) throw new Error('the power went');
          },
        };
        await assert.rejects(markStore(database, 'real', [step]), /the power went/);
        assert.equal(await versionOf(database), 1);
        await markStore(database, 'real', [step]);
        assert.deepEqual([tries, await versionOf(database)], [2, 2]);
      }));

    it('migrates waiting lines out of the chats, even when several processes start concurrently', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'sandbox', version: 1 });
        const messages = await database.collection<AnyDoc>('sandboxMessages', []);
        const line = { person: 'p', at: new Date(5), from: 'me', text: 'Hej', card: null, rev: null };
        for (const _id of ['own-1', 'own-2']) await messages.insert({ _id, ...line, seq: 0, pending: true });
        await messages.insert({ _id: 'shown', ...line, seq: 1, pending: false });
        await Promise.all([1, 2, 3].map(() => openStore(database, 'sandbox')));
        assert.deepEqual(
          (await messages.find({})).map(({ _id }) => _id),
          ['shown'],
        );
        const waiting = await (await database.collection<AnyDoc>('sandboxLines', [])).find({}, { sort: { _id: 1 } });
        assert.deepEqual(
          waiting.map(({ heldAt: _heldAt, ...rest }) => rest),
          ['own-1', 'own-2'].map((_id) => ({ _id, ...line })),
        );
        assert.equal(await versionOf(database), MIGRATIONS.at(-1)?.to);
      }));

    it('migrates older cards to the platform their person last used, and deletes cards of unknown people', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 3 });
        const people = await database.collection<AnyDoc>('people', []);
        const moved = [
          { platform: 'teams', id: 't', at: new Date(5) },
          { platform: 'slack', id: 's', at: new Date(9) },
        ];
        await people.insert({ _id: 'anna', name: 'Anna', askedAt: new Date(0), addresses: moved });
        await people.insert({ _id: 'bo', name: 'Bo', askedAt: new Date(0), addresses: [] });
        const posts = await database.collection<AnyDoc>('posts', []);
        const post = { case: 'c', message: 'm', from: 0, pinged: 1 };
        for (const person of ['anna', 'bo', 'gone']) await posts.insert({ _id: `${person}|c`, person, ...post });
        await posts.insert({ _id: 'anna|d', person: 'anna', ...post, case: 'd', platform: 'teams' });
        await Promise.all([1, 2, 3].map(() => openStore(database, 'real')));
        assert.deepEqual(
          (await posts.find({}, { sort: { _id: 1 } })).map(({ _id, platform }) => [_id, platform]),
          [
            ['anna|c', 'slack'],
            ['anna|d', 'teams'],
          ],
        );
      }));

    it('migrates what could not be delivered, so that it is found by its recipient', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 11 });
        const deliveries = await database.collection<AnyDoc>('deliveries', []);
        const base = { to: 'anna', order: 'a', manner: 'ping', attempts: 1, reason: 'blocked', say: { kind: 'reply' } };
        const times = {
          notBefore: new Date(5),
          tryAt: new Date(0),
          leaseUntil: new Date(0),
          sentAt: null,
          leaseBy: null,
        };
        for (const state of ['unreachable', 'failed', 'sent', 'due'])
          await deliveries.insert({ _id: state, ...base, ...times, state });
        const [store] = await Promise.all([1, 2].map(() => openStore(database, 'real')));
        assert.deepEqual(
          (await store?.deliveries.undeliveredTo(personId('anna')))?.map(({ id }) => id),
          ['unreachable'],
        );
        assert.deepEqual(
          (await deliveries.find({}, { sort: { _id: 1 } })).map(({ _id, undelivered }) => [_id, undelivered]),
          [
            ['due', undefined],
            ['failed', 'anna'],
            ['sent', undefined],
            ['unreachable', 'anna'],
          ],
        );
      }));

    it('migrates the one e-mail address of a person to who said so, once', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 10 });
        const people = await database.collection<AnyDoc>('people', []);
        const base = { name: 'X', askedAt: new Date(0), imported: false, language: 'da' };
        const account = (platform: string) => ({ platform, id: platform, at: new Date(5) });
        const old: Record<string, object> = {
          listed: { email: 'Listed@kommune.dk', imported: true, addresses: [account('slack')] },
          both: { email: 'both@kommune.dk', addresses: [account('teams'), account('slack')] },
          teams: { email: 'teams@kommune.dk', addresses: [account('teams')] },
          none: { email: null, addresses: [account('sandbox')] },
        };
        for (const [_id, person] of Object.entries(old)) await people.insert({ _id, ...base, ...person });
        await Promise.all([1, 2].map(() => openStore(database, 'real')));
        await openStore(database, 'real');
        const said = (by: string, email: string) => [{ by, name: 'X', email, at: new Date(0) }];
        assert.deepEqual(
          (await people.find({}, { sort: { _id: 1 } })).map(({ _id, said, closed }) => [_id, said, closed]),
          [
            ['both', said('slack', 'both@kommune.dk'), []],
            ['listed', said('list', 'listed@kommune.dk'), []],
            ['none', [], []],
            ['teams', said('teams', 'teams@kommune.dk'), []],
          ],
        );
      }));

    it('migrates every person as unlinked, because linking did not exist before', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 4 });
        const people = await database.collection<AnyDoc>('people', []);
        await people.insert({ _id: 'anna', name: 'Anna', askedAt: new Date(0), addresses: [] });
        await people.insert({
          _id: 'bo',
          name: 'Bo',
          askedAt: new Date(0),
          joined: 'anna',
          joining: true,
          apart: ['x'],
        });
        for (let twice = 0; twice < 2; twice++) await openStore(database, 'real');
        const found = await people.find({}, { sort: { _id: 1 } });
        assert.deepEqual(
          found.map(({ joined, joining, apart }) => [joined, joining, apart]),
          [
            [null, false, []],
            ['anna', true, ['x']],
          ],
        );
      }));

    it('migrates older weeks as not counted for paused and stopped, and rebuilds their publications', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 6 });
        const rest = { directory: 9, withChat: 5 };
        const counted = { standing: { stopped: 1, paused: 0, unreachable: 0 } };
        for (const name of ['headcounts', 'rollups', 'publications']) {
          const weeks = await database.collection<AnyDoc>(name, []);
          await weeks.insert({ _id: '2026-W40', ...rest });
          await weeks.insert({ _id: '2026-W41', ...rest, ...counted, quarterly: [], waited: ['a'], answerers: ['a'] });
        }
        for (let twice = 0; twice < 2; twice++) await openStore(database, 'real');
        const all = async (name: string) =>
          (await database.collection<AnyDoc>(name, [])).find({}, { sort: { _id: 1 } });
        const sums = { quarterly: [], stepsKept: [] };
        const [older, newer] = await all('rollups');
        assert.deepEqual(older, { _id: '2026-W40', ...rest, standing: null, ...sums });
        assert.deepEqual([newer?.standing, newer?.waited, newer?.answerers], [counted.standing, undefined, undefined]);
        assert.deepEqual((await all('headcounts'))[0], { _id: '2026-W40', ...rest, standing: null });
        assert.deepEqual(await all('publications'), []);
      }));

    it('lets the stories be counted that an older version published, and no others', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 18 });
        const stories = await database.collection<AnyDoc>('stories', []);
        for (const state of ['published', 'approved', 'withdrawn'] as const)
          await stories.insert({ ...aStory({ state, case: caseId(state) }), _id: state, changedAt: new Date() });
        const store = await openStore(database, 'real');
        assert.deepEqual(
          (await store.stories.toCount(9)).map(({ _id }) => String(_id)),
          ['published'],
        );
      }));

    it('notes who is an agent, so that what changes about them is found', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 19 });
        const people = await database.collection<AnyDoc>('people', []);
        for (const person of [anAgent('agent'), aPerson('colleague')]) await people.insert(person);
        const { people: port } = await openStore(database, 'real');
        const before = new Date();
        for (const id of ['agent', 'colleague']) await port.change(personId(id), { roles: [] });
        const found = await port.agentsChangedSince(before);
        assert.deepEqual(
          found.map(({ _id }) => String(_id)),
          ['agent'],
        );
      }));

    it('migrates older cases to a follow-up when it is due soon, and skips those long past', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 7 });
        const cases = await database.collection<AnyDoc>('cases', []);
        const days = (many: number) => new Date(Date.now() + many * 86_400_000);
        const onDay = (many: number) => days(many).toISOString().slice(0, 10);
        const older = (_id: string, number: number, fields: object) => {
          const { followUp: _none, ...c } = aCase('closed', { _id: caseId(_id), number, step: null, dueAt: null });
          return cases.insert({ ...c, ...fields });
        };
        await older('a-recent', 901, { closedAt: days(-20) });
        await older('b-long-ago', 902, { closedAt: days(-40) });
        await older('c-step', 903, { closedAt: days(-40), step: { text: 'x', date: onDay(5), state: 'accepted' } });
        await older('d-answered', 904, {
          state: 'answered',
          closedAt: null,
          dueAt: days(9),
          step: { text: 'x', date: onDay(5), state: 'accepted' },
        });
        await older('e-withdrawn', 905, { state: 'withdrawn', closedAt: days(-20) });
        for (let twice = 0; twice < 2; twice++) await openStore(database, 'real');
        const found = await cases.find({}, { sort: { _id: 1 } });
        const dueOn = ({ dueAt }: AnyDoc) => (dueAt instanceof Date ? dueAt.toISOString().slice(0, 10) : null);
        assert.deepEqual(found.map(dueOn), [onDay(-6), null, onDay(5), onDay(5), null]);
        assert.ok(found.every(({ followUp }) => followUp === null));
      }));

    it('lets the clock look at older cases that wait, and at no others', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 11 });
        const cases = await database.collection<AnyDoc>('cases', []);
        for (const [number, state] of (['waiting', 'active', 'answered', 'withdrawn'] as const).entries()) {
          const c = aCase(state, { _id: caseId(state), number: 910 + number, dueAt: null });
          const { waitRemindedAt: _never, humanToldAt: _nobody, ...older } = c;
          await cases.insert(older);
        }
        for (let twice = 0; twice < 2; twice++) await openStore(database, 'real');
        const found = await cases.find({}, { sort: { number: 1 } });
        assert.deepEqual(
          found.map(({ dueAt, askedAt }) => dueAt instanceof Date && askedAt instanceof Date && +dueAt === +askedAt),
          [true, true, false, false],
        );
        assert.ok(found.every((c) => c.waitRemindedAt === null && c.humanToldAt === null));
      }));

    it('migrates drafts to lines, and remembers the message that each was', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 13 });
        const drafts = await database.collection<AnyDoc>('drafts', []);
        const {
          lines: _lines,
          takesLinesOf: _nobody,
          previews: _one,
          keptUntil: _end,
          remindAt: _at,
          ...older
        } = aDraft();
        await drafts.insert({ ...older, _id: 'dheard', receipts: ['pressed'] });
        await drafts.insert({ ...older, _id: 'dsent', text: '', state: 'used' });
        for (let twice = 0; twice < 2; twice++) {
          const { drafts: port } = await openStore(database, 'real');
          const [open, used] = [await port.get(caseId('dheard')), await port.byLine(ASKER, 'sent')];
          assert.deepEqual(open?.lines, [{ heard: 'heard', text: older.text, at: older.at }]);
          assert.deepEqual(open?.receipts, ['heard', 'pressed']);
          assert.deepEqual([open?.keptUntil, open?.remindAt], [new Date(older.at.getTime() + 4 * 86_400_000), null]);
          assert.deepEqual([used?.lines, used?.takesLinesOf, used?.previews], [[], 'dsent', 1]);
        }
      }));

    it('migrates people whom a version that was taken back marked as not erased, so that they can be erased', () =>
      onStore(async (database) => {
        await (await database.collection<AnyDoc>('meta', [])).insert({ _id: 'store', kind: 'real', version: 9 });
        const people = await database.collection<AnyDoc>('people', []);
        const old = { name: 'Anna', askedAt: new Date(0), addresses: [], joined: null, joining: false, apart: [] };
        await people.insert({ _id: 'anna', ...old, forgetting: null, nobody: false });
        await people.insert({ _id: 'bo', ...old });
        await people.insert({ _id: 'going', ...old, forgetting: 'g-1', nobody: false });
        await people.insert({ _id: 'g-1', ...old, forgetting: null, nobody: true });
        const ports = await openStore(database, 'real');
        await openStore(database, 'real');
        const found = await people.find({}, { sort: { _id: 1 } });
        assert.deepEqual(
          found.map(({ _id, forgetting, nobody }) => [_id, forgetting, nobody]),
          [
            ['anna', undefined, undefined],
            ['bo', undefined, undefined],
            ['g-1', undefined, true],
            ['going', 'g-1', undefined],
          ],
        );
        assert.equal(await ports.people.markForErasure(personId('anna'), personId('g-2'), new Date()), true);
      }));

    it('keeps one value when many create it concurrently', () =>
      onStore(async (database) => {
        let made = 0;
        const values = await Promise.all(
          Array.from({ length: 10 }, () => keptValue(database, 'secret', () => `secret ${++made}`)),
        );
        assert.equal(new Set(values).size, 1);
      }));
  });
};
