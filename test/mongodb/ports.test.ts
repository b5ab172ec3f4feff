import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { fenceContract } from '../store/contract/fence-contract.ts';
import { marksContract } from '../store/contract/marks-contract.ts';
import { type OpenPorts, portsContract } from '../store/contract/ports-contract.ts';
import { sealedIdsContract } from '../store/contract/sealed-ids-contract.ts';
import { keepsValidators } from './support/known-differences.ts';
import { TEST_URI, testDatabase } from './support/test-database.ts';

const open: OpenPorts = async () => {
  const { uri, drop } = testDatabase();
  return { database: await openMongo(uri), cleanup: drop };
};

if (TEST_URI !== null) {
  portsContract('MongoDB', open);
  marksContract('MongoDB', open);
  fenceContract('MongoDB', open, keepsValidators);
  sealedIdsContract('MongoDB', open);
}
