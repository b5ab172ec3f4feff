import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { collectionContract } from '../store/contract/collection-contract.ts';
import { knownDifferences } from './support/known-differences.ts';
import { TEST_URI, testDatabase } from './support/test-database.ts';

if (TEST_URI !== null) {
  collectionContract('MongoDB', async () => {
    const { uri, drop } = testDatabase();
    const db = await openMongo(uri);
    return {
      db,
      reopen: async () => {
        await db.close();
        return openMongo(uri);
      },
      cleanup: drop,
      differs: await knownDifferences(),
    };
  });
}
