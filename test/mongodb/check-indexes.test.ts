import assert from 'node:assert/strict';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { checkStore } from '../../app/check/check-store.ts';
import { openStore } from '../../app/open-store.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase } from './support/two-processes.ts';

if (TEST_URI !== null) {
  describe('check on MongoDB', () => {
    it('finds all indexes that the start made, and names each that is missing or different', () =>
      onDatabase(async ({ uri }, raw) => {
        const said = async () =>
          (await checkStore({ MONGODB_URI: uri, SANDBOX: 'on' }))
            .filter(({ says }) => says.includes('index'))
            .filter(({ says }) => !says.includes('may read'))
            .map(({ state, says }) => `${state} ${says}`);
        assert.deepEqual(await said(), [], 'a store that is not there yet has none');
        const database = await openMongo(uri);
        await openStore(database, 'sandbox');
        await database.close();
        assert.deepEqual(await said(), ['ok all indexes are there']);

        const receipts = raw.db().collection('receipts');
        await receipts.drop();
        const lost = 'db.receipts.createIndex({"at":1}, {"name":"at_1"})';
        const [one = ''] = await said();
        assert.ok(one.startsWith('warn an index is missing. The next start makes it'), one);
        assert.ok(one.endsWith(lost), one);
        await receipts.createIndex({ at: -1 }, { name: 'other' });
        await raw.db().collection('drafts').drop();
        const [more = ''] = await said();
        assert.match(more, /^warn \d+ indexes are missing\. .*db\.drafts\.createIndex\(/);
        assert.ok(more.includes(lost), more);
        const made = await raw.db().listCollections().toArray();
        assert.ok(!made.some(({ name }) => name === 'drafts'), 'it makes nothing');

        const again = await openMongo(uri);
        await openStore(again, 'sandbox');
        await again.close();
        assert.deepEqual(await said(), ['ok all indexes are there']);
      }));
  });
}
