import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { readErasures } from '../../adapters/store/erasures.ts';
import { COMMANDS, type CommandName } from '../../app/command-line/commands.ts';
import { registerLines } from '../../app/commands/erasure-register.ts';
import { openStore } from '../../app/open-store.ts';
import { caseId, personId } from '../../bot/ids.ts';
import { aCase, aPerson, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { aTerminal, runHere } from '../support/processes/command-here.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

type Rehearsal = { args(folder: string): string[]; says: RegExp; code?: number };

const REHEARSALS: Partial<Record<CommandName, Rehearsal>> = {
  'import-people': {
    args: (folder) => [join(folder, 'people.csv')],
    says: /^Nothing was changed: this was a dry run\.$/m,
  },
  'take-out': {
    args: () => ['7', 'Else Marie'],
    says: /^The words stand in case 7: dilemma 1\. Nothing was changed\.$/m,
  },
  release: {
    args: () => ['8'],
    says: /and would be released\.\nPeople who would be erased .*: 1\nTexts that would be erased: dilemma 1, notes 1\n/,
  },
  'repeat-erasures': {
    args: (folder) => [join(folder, 'register')],
    says: /^Erased ids in the register: 2, of which new to this store: 1\nPeople in the store who would be erased again: 1$/m,
  },
  retention: { args: () => [], says: /^Nothing was changed\.$/m },
  'rebuild-rollups': { args: () => [], says: /Nothing was changed: this was a dry run\.$/m },
  restore: {
    args: (folder) => [join(folder, 'b.gz')],
    says: /is whole and opens .*\n1 people, 2 cases and .*\nThe store in .* would be replaced, with the cases it holds now: 2\.\n.*: 0\n/,
  },
  // No database can be reached there, but the store is read first (test/mongodb/ tries the rest).
  migrate: { args: () => [], says: /^MONGODB_URI cannot be read/m, code: 1 },
};

/** Every file of a store and what is in it, without the lines for the log of access that wait for a running Sammen. */
const bytesIn = async (data: string): Promise<Record<string, string>> => {
  const files = await readdir(data, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const stored = paths.filter((path) => !path.startsWith(join(data, 'access-log'))).toSorted();
  return Object.fromEntries(await Promise.all(stored.map(async (path) => [path, await readFile(path, 'latin1')])));
};

describe('a dry run works while Sammen runs, and changes nothing', () => {
  for (const [name, { build, store }] of Object.entries(COMMANDS)) {
    if (!build(name, {}, aTerminal().terminal).options.some(({ long }) => long === '--dry-run')) continue;
    it(name, () =>
      inTempFolder(async (folder) => {
        const rehearsal = REHEARSALS[name as CommandName];
        assert.ok(rehearsal, `name in REHEARSALS how to call ${name}`);
        const data = join(folder, 'data');
        await writeFile(join(folder, 'people.csv'), 'name,email,unit\nEva,eva@nyby.dk,Byplan\n');
        const running = await openEmbedded(data);
        try {
          const { people, cases, erasures, seal } = await openStore(running, 'sandbox');
          await people.add(aPerson('asker'));
          await cases.add(aCase('active', { number: 7, text: masked('Else Marie vil ikke flytte.') }));
          await erasures.note([personId('gone')], new Date('2026-11-01T09:00:00Z'));
          const erased = [{ nobody: personId('nobody'), name: 'Else Marie' }];
          const hold = { since: TUESDAY, reason: masked('Aktindsigt'), erased };
          const waiting = { asker: personId('nobody'), text: masked('Glemt ord'), hold };
          await cases.add(aCase('waiting', { _id: caseId('held'), number: 8, ...waiting }));
          const later = ['erasure', 'erased'].map((what) => seal(JSON.stringify([what, personId('asker')])));
          const [_id = '', who = ''] = later;
          await writeFile(join(folder, 'register'), registerLines([...(await readErasures(running)), { _id, who }]));
          if (name === 'restore')
            assert.equal((await runHere(['backup', join(folder, 'b.gz')], { DATA_DIR: data })).code, 0);
          const before = await bytesIn(data);
          assert.ok(Object.keys(before).length > 2);
          const env = { DATA_DIR: data, ...(name === 'migrate' ? { MONGODB_URI: 'mongodb://' } : {}) };
          const args = [name, ...rehearsal.args(folder), '--dry-run'];
          const { code, out, err } = await runHere(args, env);
          assert.equal(code, rehearsal.code ?? 0, err);
          assert.match(out + err, rehearsal.says);
          assert.deepEqual(await bytesIn(data), before);
          assert.notEqual(store, 'none');
          const left = (await readdir(tmpdir())).filter((file) => file.startsWith('sammen-restore-'));
          assert.deepEqual(left, []);
        } finally {
          await running.close();
        }
      }),
    );
  }

  it('restore refuses a torn backup, and leaves nothing behind', () =>
    inTempFolder(async (folder) => {
      const [data, file] = [join(folder, 'data'), join(folder, 'b.gz')];
      const running = await openEmbedded(data);
      try {
        await openStore(running, 'sandbox');
        assert.equal((await runHere(['backup', file], { DATA_DIR: data })).code, 0);
      } finally {
        await running.close();
      }
      await writeFile(file, (await readFile(file)).subarray(0, -12));
      const before = await readdir(folder);
      const { code, err } = await runHere(['restore', file, '--dry-run'], { DATA_DIR: join(folder, 'none') });
      assert.equal(code, 1);
      assert.match(err, /b\.gz is damaged: it ends too early\. Nothing was changed\./);
      assert.deepEqual(await readdir(folder), before);
    }));
});
