import assert from 'node:assert/strict';
import { markStore } from '../../adapters/store/mark-store.ts';
import { MIGRATIONS } from '../../adapters/store/migrations.ts';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { sendDilemma } from '../support/fixtures/sandbox-cases.ts';
import { sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI } from './support/test-database.ts';
import { onDatabase, startOn } from './support/two-processes.ts';

type Migrated = { _id: string; migrated?: boolean };

if (TEST_URI !== null) {
  describe('a newer version that starts beside a running process on MongoDB', () => {
    it('waits until that has stopped by itself, loses nothing, and is then the only one that starts', () =>
      onDatabase(({ uri }) =>
        inTempFolder(async (folder) => {
          const old = await startOn(uri, folder);
          const sandbox = sandboxAt(() => old.url);
          const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
          await sendDilemma(sandbox, asker);
          // It goes on writing until it stops, as people do.
          let written = 0;
          const writing = (async () => {
            while (
              (await sandbox.call('POST', '/sandbox/messages', { person: asker, text: `Linje ${written}` })).status ===
              202
            )
              written++;
          })().catch(() => undefined);

          const newer = await openMongo(uri);
          try {
            const to = (MIGRATIONS.at(-1)?.to ?? 1) + 1;
            const run = async () => {
              for (const name of ['people', 'cases', 'drafts', 'sandboxMessages', 'sandboxLines']) {
                const all = await newer.collection<Migrated>(name, []);
                for (const { _id } of await all.find({})) await all.update({ _id }, { $set: { migrated: true } });
              }
            };
            await newer.alone(() => markStore(newer, 'sandbox', [...MIGRATIONS, { to, run }]));

            const { code, err } = await old.ended;
            await writing;
            const [last = ''] = err.trim().split('\n').slice(-1);
            assert.equal(code, 75, err);
            assert.match(last, /"level":60.*newer version of Sammen/);
            const shown = await newer.collection<Migrated & { text: string }>('sandboxMessages', []);
            const messages = await shown.find({});
            assert.ok(
              messages.every(({ migrated }) => migrated === true),
              'nothing was written in the old form after the migration',
            );
            const lines = messages.filter(({ text }) => /^Linje \d+$/.test(text)).length;
            assert.ok(written > 0 && lines >= written, `${lines} of ${written} acknowledged lines`);
            assert.equal(await (await newer.collection<Migrated>('cases', [])).count({ migrated: true }), 1);
            await assert.rejects(startOn(uri, folder), /written by a newer version of Sammen\. Start that version/);
          } finally {
            await newer.close();
            await old.kill();
          }
        }),
      ));
  });
}
