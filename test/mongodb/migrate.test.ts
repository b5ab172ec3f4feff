import assert from 'node:assert/strict';
import { openCopy } from '../../adapters/store/embedded/read-copy.ts';
import { askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { runCommand, startSammen } from '../support/processes/running-sammen.ts';
import { eventually, type Sandbox, sandboxAt, TUESDAY } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { startFaultProxy } from './support/fault-proxy.ts';
import { isEncrypted, serverAt, TEST_URI, throughProxy } from './support/test-database.ts';
import { onDatabase, startOn } from './support/two-processes.ts';

const migrate = (folder: string, uri: string) => runCommand(['migrate'], { DATA_DIR: folder, MONGODB_URI: uri });

/** Runs a pilot in this folder for a while; returns what two of its people see. */
const aPilot = async (folder: string, beforeItStops: (sandbox: Sandbox) => Promise<void> = async () => undefined) => {
  const pilot = await startSammen(folder);
  const sandbox = sandboxAt(() => pilot.url);
  await sandbox.setClock(TUESDAY);
  const { asker, agent } = await askAndAnswer(sandbox);
  const chats = await Promise.all([asker, agent].map((person) => sandbox.messages(person)));
  const people = await sandbox.people();
  await beforeItStops(sandbox);
  assert.equal((await pilot.stop()).code, 0);
  return { asker, agent, chats, people };
};

if (TEST_URI !== null) {
  describe('migrate', () => {
    it('moves a pilot: people, chats and cases continue where they were, and the old store stays as it is', () =>
      onDatabase(({ uri }, raw) =>
        inTempFolder(async (folder) => {
          const pilot = await aPilot(folder, async () => {
            const refused = await migrate(folder, uri);
            assert.equal(refused.code, 1);
            assert.match(refused.err, /^Another Sammen uses /m, 'it refuses while the bot runs');
          });
          assert.equal((await runCommand(['journal', '1'], { DATA_DIR: folder })).code, 0);
          const migrated = await migrate(folder, uri);
          assert.equal(migrated.code, 0, migrated.err);
          assert.match(migrated.out, /^cases +1$/m);
          const deeds = await raw.db().collection('adminLog').find({ did: 'read-journal' }).toArray();
          assert.equal(deeds.length, 1, 'a line that no running Sammen took over comes along');
          const copy = await openCopy(folder);
          for (const name of (await copy?.names()) ?? []) {
            if (name === 'meta') continue;
            const here = await (await copy?.collection(name, []))?.find({}, { sort: { _id: 1 } });
            const there = await raw.db().collection(name).find().sort({ _id: 1 }).toArray();
            assert.deepEqual(there, here, name);
          }

          const again = await migrate(folder, uri);
          assert.equal(again.code, 0, 'a second run changes nothing');
          assert.equal(again.out, migrated.out);
          await assert.rejects(startSammen(folder), /was carried over to MongoDB.*MONGODB_URI/s);

          const running = await startOn(uri, folder);
          const sandbox = sandboxAt(() => running.url);
          const { asker, agent, chats, people } = pilot;
          assert.deepEqual(await sandbox.people(), people);
          assert.deepEqual(await Promise.all([asker, agent].map((person) => sandbox.messages(person))), chats);
          await sandbox.pressNewest(asker, 'rate-answer', { helpful: 'yes' });
          await sandbox.pressNewest(asker, 'reply', { text: 'Vi mødes på tirsdag.' });
          assert.ok((await sandbox.read(agent)).includes('Vi mødes på tirsdag.'));
          await running.stop();
        }),
      ));

    it('resumes after an interruption; until then the bot does not start on half a store', async function () {
      if (isEncrypted(TEST_URI)) this.skip();
      await onDatabase(({ uri }) =>
        inTempFolder(async (folder) => {
          await aPilot(folder);
          const { host, port } = serverAt(uri);
          const proxy = await startFaultProxy(host, port);
          const through = throughProxy(uri, proxy.port, { serverSelectionTimeoutMS: '500' });
          const cut = proxy.resetAt(['insert', 'sandboxMessages'], 'before').then(() => proxy.cut());
          const broken = await migrate(folder, through);
          await cut;
          await proxy.stop();
          assert.equal(broken.code, 1);
          assert.match(broken.err, /^the store cannot /m);
          await assert.rejects(startOn(uri, folder), /being carried over into this one/);
          const migrated = await migrate(folder, uri);
          assert.equal(migrated.code, 0, migrated.err);
          const running = await startOn(uri, folder);
          await eventually('the bot', async () =>
            (await sandboxAt(() => running.url).people()).length > 0 ? true : null,
          );
          await running.stop();
        }),
      );
    });

    it('refuses a database that holds other data, and a folder without a store', () =>
      onDatabase(({ uri }, raw) =>
        inTempFolder(async (folder) => {
          const nothing = await migrate(`${folder}/none`, uri);
          assert.deepEqual([nothing.code, nothing.out], [1, '']);
          assert.match(nothing.err, /there is no store in .*none, and none was made/);
          assert.match((await runCommand(['migrate'], { DATA_DIR: folder })).err, /needs MONGODB_URI/);
          await aPilot(folder);
          await raw.db().collection<{ _id: string }>('recipes').insertOne({ _id: 'cake' });
          const refused = await migrate(folder, uri);
          assert.equal(refused.code, 1);
          assert.match(refused.err, /holds something else/);
          assert.deepEqual(
            (await raw.db().listCollections().toArray())
              .map(({ name }) => name)
              .filter((name) => !['recipes', 'locks'].includes(name)),
            [],
          );
          const still = await startSammen(folder);
          await still.stop();
        }),
      ));
  });
}
