import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { collectionContract } from '../contract/collection-contract.ts';

collectionContract('the embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sammen-test-'));
  const db = await openEmbedded(folder);
  return {
    db,
    reopen: async () => {
      await db.close();
      return openEmbedded(folder);
    },
    cleanup: () => rm(folder, { recursive: true }),
  };
});
