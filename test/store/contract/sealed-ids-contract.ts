import assert from 'node:assert/strict';
import type { Collection, Database, Doc } from '../../../adapters/store/collection.ts';
import { keptValue } from '../../../adapters/store/kept-values.ts';
import { openStore, type Store } from '../../../app/open-store.ts';
import { factsOfCase } from '../../../bot/adoption/case-facts.ts';
import { createPseudonyms } from '../../../bot/adoption/pseudonym.ts';
import { fingerprint } from '../../../bot/fingerprint.ts';
import { formerPerson } from '../../../bot/former-ids.ts';
import { caseId, deliveryId, personId } from '../../../bot/ids.ts';
import { nudgeIdFor } from '../../../bot/nudges/nudge-record.ts';
import { idByEmail } from '../../../bot/people/meet-colleague.ts';
import {
  aCase,
  aDraft,
  anAgent,
  anOwed,
  aPerson,
  aWelcome,
  masked,
  TUESDAY,
  workingTime,
} from '../../support/fixtures/builders.ts';
import type { OpenPorts } from './ports-contract.ts';

type Any = Doc & Record<string, unknown>;

const KEY = 'the anonymity key of the old store';
export const WEEK = '2026-W48' as const;
export const asker = aPerson(formerPerson('email', 'anna@kommune.dk'), { email: 'anna@kommune.dk', addresses: [] });
export const agent = anAgent(formerPerson('email', 'karen@kommune.dk'), {
  email: 'karen@kommune.dk',
  manager: asker._id,
});
const gone = personId(formerPerson('email', 'slettet@kommune.dk'));
const heard = fingerprint('heard', 'event 1');
export const former = caseId(`d${fingerprint(asker._id, 'message', 'nudge-spar')}`);
export const WORD = 'dokumentationskravene';

const theCase = aCase('answered', {
  _id: former,
  number: 7,
  asker: asker._id,
  agent: agent._id,
  anonymous: true,
  text: masked(WORD),
  receipts: [heard],
  events: [
    { at: TUESDAY, kind: 'asked', by: asker._id, about: null },
    { at: TUESDAY, kind: 'accepted', by: agent._id, about: null },
  ],
});

/** A store of version 15, in which ids show what they were made of. */
export const fillFormerStore = async (database: Database): Promise<void> => {
  const add = async (name: string, ...docs: object[]): Promise<void> => {
    const collection = await database.collection<Any>(name, []);
    for (const doc of docs) await collection.insert(doc as Any);
  };
  await add('meta', { _id: 'store', kind: 'sandbox', version: 15 });
  await keptValue(database, 'anonymity-key', () => KEY);
  await add('people', asker, agent);
  await add('cases', { ...theCase, toCount: true });
  await add(
    'drafts',
    aDraft({ _id: former, person: asker._id, state: 'used', receipts: [heard], takesLinesOf: former }),
  );
  await add('nudges', { ...aWelcome(asker._id), _id: nudgeIdFor(WEEK, asker._id), message: 'nudge', week: WEEK });
  await add('readers', { _id: gone, stoppedAt: TUESDAY });
  await add('posts', { _id: `${asker._id}|${former}`, person: asker._id, case: former, message: `${former}.0.0` });
  await add('adminLog', { _id: 'a', at: TUESDAY, by: gone, did: 'open-report', about: agent._id, detail: null });
  await add('receipts', { _id: heard, at: TUESDAY });
  await add('teamsSaid', { _id: fingerprint('line', 'account'), at: TUESDAY });
  const { id, ...owed } = anOwed({ id: deliveryId(`r${heard}`), to: asker._id });
  await add(
    'deliveries',
    { ...owed, _id: id },
    { ...owed, _id: `${former}.0.0` },
    { ...owed, _id: nudgeIdFor(WEEK, asker._id) },
  );
  const pseudonyms = createPseudonyms(KEY);
  await add('facts', ...factsOfCase(theCase, { time: workingTime, pseudonyms }));
  await add('rollups', {
    _id: WEEK,
    agents: [{ who: pseudonyms.of(agent._id, WEEK), count: 1 }],
    answerers: [],
    raters: [],
  });
  await add('publications', { _id: WEEK, hidden: true });
  await add('runningWeek', { _id: 'now', count: 3 });
};

const dump = async (database: Database): Promise<Record<string, Any[]>> => {
  const all: Record<string, Any[]> = {};
  for (const name of await database.names())
    if (name !== 'meta') all[name] = await (await database.collection<Any>(name, [])).find({}, { sort: { _id: 1 } });
  return all;
};

const openSandbox = (database: Database): Promise<Store> => openStore(database, 'sandbox');

/** A store from before ids were sealed and numbers noised comes to the form of today, on every engine. */
export const sealedIdsContract = (name: string, open: OpenPorts): void => {
  const onStore = async (test: (database: Database) => Promise<void>): Promise<void> => {
    const { database, cleanup } = await open();
    try {
      await test(database);
    } finally {
      await database.close();
      await cleanup();
    }
  };
  describe(`a store on ${name} whose ids show what they were made of`, () => {
    it('is given ids that name nobody; cases, the report and what was stopped go on', () =>
      onStore(async (database) => {
        await fillFormerStore(database);
        const before = createPseudonyms(KEY);
        const store = await openSandbox(database);
        const text = JSON.stringify(await dump(database));
        const traces = [asker._id, agent._id, gone, former, heard, fingerprint('line', 'account')];
        for (const name of [...traces, ...[asker, agent].map(({ _id }) => before.of(_id, WEEK))])
          assert.ok(!text.includes(name), name);
        const [anna, karen] = ['anna', 'karen'].map((name) => idByEmail(`${name}@kommune.dk`, store.seal));
        assert.ok(anna !== undefined && karen !== undefined);
        const c = await store.cases.byNumber(7);
        assert.deepEqual([c?.asker, c?.agent, c?.text], [anna, karen, WORD]);
        assert.equal((await store.people.get(karen))?.manager, anna);
        assert.equal((await store.drafts.of(anna))[0]?._id, c?._id);
        assert.notEqual((await store.readers.get(idByEmail('slettet@kommune.dk', store.seal))).stoppedAt, null);
        // Everything was counted before, so nothing is counted again.
        const pseudonyms = createPseudonyms(KEY);
        assert.ok(c !== null);
        for (const { _id, who } of factsOfCase(c, { time: workingTime, pseudonyms }))
          assert.equal((await store.facts.get(_id))?.who, who, _id);
        const [week] = await store.rollups.all();
        assert.equal(week?.agents[0]?.who, pseudonyms.of(karen, WEEK));
        assert.ok(!('answerers' in week) && !('raters' in week), 'nor who answered in a week');
        assert.deepEqual(
          (await database.names()).filter((name) => /^(publications|runningWeek)$/.test(name)),
          [],
        );
      }));

    it('comes to the same end wherever the change is cut off', () =>
      onStore(async (whole) => {
        await fillFormerStore(whole);
        const lock = await keptValue(whole, 'secret', () => 'the secret that both stores are locked with');
        await openSandbox(whole);
        const key = await keptValue(whole, 'id-key', () => '');
        const expected = await dump(whole);
        let cuts = 0;
        await onStore(async (cut) => {
          await fillFormerStore(cut);
          await keptValue(cut, 'secret', () => lock);
          await keptValue(cut, 'id-key', () => key);
          // Each try dies one write later than the one before.
          for (let writes = 0; ; writes++) {
            const isDone = await openSandbox(dyingAfter(cut, writes)).then(
              () => true,
              () => false,
            );
            if (isDone) break;
            cuts++;
          }
          assert.ok(cuts > 10, String(cuts));
          assert.deepEqual(await dump(cut), expected);
        });
      }));
  });
};

/** A database that writes so often, and then no more. */
const dyingAfter = (database: Database, writes: number): Database => {
  let left = writes;
  const spend =
    <Args extends unknown[], T>(write: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      if (left-- <= 0) throw new Error('the power went');
      return write(...args);
    };
  return {
    ...database,
    collection: async <T extends Doc>(...args: Parameters<Database['collection']>) => {
      const real = (await database.collection(...args)) as unknown as Collection<T>;
      return {
        insert: spend((doc: T) => real.insert(doc)),
        update: spend((filter, update) => real.update(filter, update)),
        updateAndGet: spend((filter, update) => real.updateAndGet(filter, update)),
        remove: spend((filter) => real.remove(filter)),
        get: (id) => real.get(id),
        find: (filter, options) => real.find(filter, options),
        count: (filter) => real.count(filter),
      } as Collection<T>;
    },
  } as Database;
};
