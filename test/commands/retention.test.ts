import assert from 'node:assert/strict';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openStore, type Store } from '../../app/open-store.ts';
import { caseId } from '../../bot/ids.ts';
import { filesWith } from '../support/assertions/files-with.ts';
import { aCase, masked } from '../support/fixtures/builders.ts';
import { runHere } from '../support/processes/command-here.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const WORDS = 'Hvordan plejer vi zebrafinkerne?';
const ended = new Date('2019-03-01T09:00:00Z');
const old = aCase('closed', { _id: caseId('old'), number: 7, text: masked(WORDS), closedAt: ended, owes: [] });

describe('the retention command', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeEach(async () => {
    folder = await tempFolder();
    await inStore(async ({ cases, adminLog }) => {
      for (const at of [ended, new Date()])
        await adminLog.add(at.toISOString(), { at, by: null, did: 'backup', about: null, detail: null });
      await cases.add(old);
      await cases.counted(old._id, old.rev);
      await cases.add({ ...old, _id: caseId('uncounted'), number: 8, text: masked('Endnu ikke talt') });
    });
  });
  afterEach(() => folder.remove());

  const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const database = await openEmbedded(folder.path);
    try {
      return await work(await openStore(database, 'sandbox'));
    } finally {
      await database.close();
    }
  };
  const run = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await runHere(['retention', ...args], { DATA_DIR: folder.path });
    assert.equal(code, 0, err);
    return out;
  };

  it('counts first, with the oldest of each kind, and changes nothing', async () => {
    const out = await run('--dry-run');
    assert.match(out, /^cases that ended: 1, the oldest of 2019-03-01$/m);
    assert.match(out, /^drafts that are over: 0$/m);
    assert.match(out, /^lines of the log of access: 1, the oldest of 2019-03-01$/m);
    assert.match(out, /^stay until a running Sammen has counted them: 1$/m);
    assert.match(out, /^Nothing was changed\.$/m);
    await inStore(async ({ cases }) => assert.deepEqual((await cases.byNumber(7))?.text, WORDS));
  });

  it('takes them out of the store and its files, and the journal says so', async () => {
    assert.match(await run(), /^cases that ended: 1$/m);
    await inStore(async ({ adminLog }) => assert.equal((await adminLog.newest(9)).length, 1));
    assert.deepEqual(await filesWith({ folder: folder.path }, WORDS), []);
    const journal = await runHere(['journal', '7'], { DATA_DIR: folder.path });
    assert.match(journal.out, /^case 7 was deleted on \d{4}-\d\d-\d\d: it is kept no longer$/m);
    assert.match(await run(), /^cases that ended: 0$/m);
  });

  it('leaves a case under a legal hold, until it is released', async () => {
    const env = { DATA_DIR: folder.path, SUDO_USER: 'drift' };
    const did = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await runHere(args, env);
      assert.equal(code, 0, err);
      return out;
    };
    assert.match(await did('hold', '7', '--reason', 'Aktindsigt, 010190-1234'), /^Case 7 is under a legal hold\./);
    assert.match(await did('hold', '7'), /already\.$/m);
    const kept = await did('retention');
    assert.match(kept, /^cases that ended: 0$/m);
    assert.match(kept, /^under a legal hold, and stay: 1$/m);
    assert.match(await did('journal', '7'), /^under a legal hold since .*: Aktindsigt, \[cpr-nummer\]$/m);
    assert.match(await did('release', '7'), /^Case 7 is released\.$/m);
    assert.match(await did('release', '7'), /was under no legal hold\.$/m);
    assert.match(await did('retention'), /^cases that ended: 1$/m);
    const deeds = (await did('audit'))
      .trim()
      .split('\n')
      .map((line) => line.split(/ {2,}/)[1]);
    assert.deepEqual(deeds, ['release-case', 'read-journal', 'hold-case', 'backup']);
    for (const command of ['hold', 'release']) {
      const { code, err } = await runHere([command, '99'], env);
      assert.deepEqual([code, err], [2, 'There is no case 99.\n']);
    }
  });
});
