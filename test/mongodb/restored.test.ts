import assert from 'node:assert/strict';
import { join } from 'node:path';
import { sendDilemma } from '../support/fixtures/sandbox-cases.ts';
import { runCommand } from '../support/processes/running-sammen.ts';
import { eventually, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase, startOn } from './support/two-processes.ts';

if (TEST_URI !== null) {
  describe('a MongoDB database that is restored from a dump', () => {
    it('erases again who was erased since, at its start, with the register that was exported before', () =>
      onDatabase(({ uri }, raw) =>
        inTempFolder(async (folder) => {
          const register = join(folder, 'erasures.ndjson');
          const env = { MONGODB_URI: uri, SANDBOX: 'on' };
          const names = async () => (await sandbox.people()).map(({ name }) => name);
          let running = await startOn(uri, folder);
          const sandbox = sandboxAt(() => running.url);
          const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
          await sandbox.addPerson({ name: 'Kim Bliver', unit: 'Skole' });
          await sendDilemma(sandbox, asker);
          await running.stop();
          // What mongodump and mongorestore do.
          const db = raw.db();
          const dump = await Promise.all(
            (await db.collections()).map(async (one) => ({ one, documents: await one.find().toArray() })),
          );

          running = await startOn(uri, folder);
          await sandbox.say(asker, 'slet mig');
          await sandbox.pressNewest(asker, 'forget-me');
          await eventually('the erasure', async () => {
            await sandbox.job('forget');
            return (await names()).includes('Alma Spørger') ? null : true;
          });
          const exported = await runCommand(['export-erasures', register], env);
          assert.match(exported.out, /holds 1 erased id, and names nobody\./, exported.err);
          await running.stop();

          for (const one of await db.collections()) await one.deleteMany({});
          for (const { one, documents } of dump) if (documents.length > 0) await one.insertMany(documents);
          const repeated = await runCommand(['repeat-erasures', register], env);
          assert.match(repeated.out, /^1 of 1 erased ids are new to this store/, repeated.err);
          running = await startOn(uri, folder);
          const there = await names();
          assert.deepEqual([there.includes('Alma Spørger'), there.includes('Kim Bliver')], [false, true]);
          const again = await runCommand(['repeat-erasures', register], env);
          assert.match(again.out, /^The store knows all of these erasures/, again.err);
          await running.stop();
        }),
      ));
  });
}
