import assert from 'node:assert/strict';
import { openChats } from '../../../adapters/slack/chats.ts';
import {
  type Collection,
  type Database,
  type Doc,
  FENCED_OUT,
  StoreRefusal,
} from '../../../adapters/store/collection.ts';
import { type Fence, FILLED, NOT_NEGATIVE, oneOf } from '../../../adapters/store/fence.ts';
import { openReferences } from '../../../adapters/teams/references.ts';
import { openStore } from '../../../app/open-store.ts';
import type { OpenPorts } from './ports-contract.ts';

type AnyDoc = Doc & Record<string, unknown>;
type Bound = { readonly $in?: readonly unknown[]; readonly $gt?: unknown; readonly $gte?: unknown };
type Fenced = { collection: Collection<AnyDoc>; fence: Record<string, Bound> };

/** Opens every port and collects their fences. */
const fencesOf = async (database: Database): Promise<Map<string, Fenced>> => {
  const fences = new Map<string, Fenced>();
  const listening: Database = {
    ...database,
    collection: async (name, indexes, fence) => {
      const opened = await database.collection(name, indexes, fence);
      if (fence !== undefined) {
        fences.set(name, { collection: opened as unknown as Collection<AnyDoc>, fence: { ...fence } });
      }
      return opened;
    },
  };
  await openStore(listening, 'sandbox');
  await openReferences(listening);
  await openChats(listening);
  return fences;
};

const insideOf = ({ $in, $gte }: Bound): readonly unknown[] => $in ?? [$gte ?? 'x'];
/** Values outside a fence: an unknown member, the value below the bound, and another type. */
const outsideOf = ({ $in, $gt, $gte }: Bound): readonly unknown[] => {
  if ($in !== undefined) return ['no-such-member', '', 7, ...($in.includes(null) ? [] : [null])];
  if ($gt !== undefined) return ['', 7, null];
  return typeof $gte === 'number' ? [$gte - 1, '7', null] : ['2026-11-23T08:00:00Z', 7, null];
};

/** Whether documents may leave the field out. */
const isOptional = ({ $in }: Bound): boolean => $in?.includes(null) === true;

const isFencedOut = (error: unknown): boolean => error instanceof StoreRefusal && error.code === FENCED_OUT;

type State = 'open' | 'closed';
type Ticket = { _id: string; state: State; rev: number; who: string; note?: string };
const STATES = ['open', 'closed'] as const satisfies State[];
const TICKET: Fence<Ticket> = { state: oneOf(STATES), rev: NOT_NEGATIVE, who: FILLED };

/** The contract of fences (the allowed values of fields). `keeps` says whether this engine enforces them. */
export const fenceContract = (name: string, open: OpenPorts, keeps = async (): Promise<boolean> => true): void => {
  describe(`fences on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenPorts>> | undefined;
    let fences: Map<string, Fenced>;
    before(async function () {
      if (!(await keeps())) this.skip();
      opened = await open();
      fences = await fencesOf(opened.database);
    });
    after(async () => {
      await opened?.database.close();
      await opened?.cleanup();
    });
    const database = (): Database => {
      assert.ok(opened);
      return opened.database;
    };

    it('accept every document with allowed values, including each member of an enum', async () => {
      assert.ok(fences.size > 10);
      for (const [_name, { collection, fence }] of fences) {
        for (const [field, bound] of Object.entries(fence)) {
          for (const value of insideOf(bound)) {
            assert.equal(await collection.insert({ ...modelOf(fence), [field]: value }), true);
            assert.equal(await collection.remove({ _id: 'model' }), 1);
          }
        }
      }
    });

    it('accept a document without a field that may be left out', async () => {
      const optional = new Set<string>();
      for (const [name, { collection, fence }] of fences) {
        for (const [field, bound] of Object.entries(fence)) {
          if (!isOptional(bound)) continue;
          optional.add(`${name}.${field}`);
          const { [field]: _left, ...without } = modelOf(fence);
          assert.equal(await collection.insert({ ...without, _id: 'model' }), true);
          assert.equal(await collection.remove({ _id: 'model' }), 1);
        }
      }
      assert.deepEqual([...optional].sort(), [
        'cases.for',
        'deliveries.heldOn',
        'deliveries.run',
        'drafts.endedAs',
        'drafts.for',
        'goneCases.left',
      ]);
    });

    it('refuse a new document with a forbidden or missing value', async () => {
      for (const [, { collection, fence }] of fences) {
        const before = await collection.count({});
        for (const [field, bound] of Object.entries(fence)) {
          for (const value of [...outsideOf(bound), ...(isOptional(bound) ? [] : [undefined])]) {
            await assert.rejects(collection.insert({ ...modelOf(fence), [field]: value }), isFencedOut);
          }
        }
        assert.equal(await collection.count({}), before);
      }
    });

    it('refuse an update to a forbidden value, and leave the document unchanged', async () => {
      for (const [, { collection, fence }] of fences) {
        const model = modelOf(fence);
        await collection.insert(model);
        for (const [field, bound] of Object.entries(fence)) {
          for (const value of outsideOf(bound)) {
            const out = { $set: { [field]: value, also: true } };
            await assert.rejects(collection.update({ _id: 'model' }, out), isFencedOut);
            await assert.rejects(collection.updateAndGet({ _id: 'model' }, out), isFencedOut);
          }
          if (isOptional(bound)) continue;
          await assert.rejects(collection.update({ _id: 'model' }, { $unset: { [field]: true } }), isFencedOut);
        }
        assert.deepEqual(await collection.get('model'), model);
        await collection.remove({ _id: 'model' });
      }
    });

    it('accept updates of an older version’s document until its values are allowed', async () => {
      const older = await database().collection<AnyDoc>('tickets', []);
      await older.insert({ _id: 'old', state: 'gone' });
      const tickets = await database().collection<Ticket>('tickets', [], TICKET);
      await database().collection<Ticket>('tickets', []);
      assert.equal(await tickets.update({ _id: 'old' }, { $set: { note: 'seen' } }), true);
      assert.equal(await tickets.update({ _id: 'old' }, { $set: { state: 'open', rev: 0, who: 'bo' } }), true);
      await assert.rejects(older.update({ _id: 'old' }, { $set: { state: 'gone' } }), isFencedOut);
      assert.deepEqual(await tickets.find({}), [{ _id: 'old', state: 'open', note: 'seen', rev: 0, who: 'bo' }]);
    });

    it('report the wrong fields, or the code alone, and never the values', async () => {
      const tickets = await database().collection<Ticket>('tickets', [], TICKET);
      const secret: Ticket = { _id: 'secret', state: 'open', rev: -1, who: 'Somebody' };
      await assert.rejects(tickets.insert(secret), (error: Error) => !error.message.includes('Somebody'));
    });
  });
};

const modelOf = (fence: Record<string, Bound>): AnyDoc => ({
  _id: 'model',
  ...Object.fromEntries(Object.entries(fence).map(([field, bound]) => [field, insideOf(bound)[0]])),
});
