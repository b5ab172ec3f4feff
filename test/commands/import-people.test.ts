import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readInput } from '../../app/commands/read-input.ts';
import { runHere } from '../support/processes/command-here.ts';
import { startHere } from '../support/processes/sammen-here.ts';
import { complaints, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const HEADER = 'E-mail;Navn;Afdeling;Leder;Roller';
const PEOPLE = Array.from(
  { length: 40 },
  (_, i) =>
    `p${i}@kommune.dk;Person Åse ${i};Skole;${i > 0 ? 'p0@kommune.dk' : ''};${i === 1 || i === 2 ? 'agent' : i === 3 ? 'admin' : ''}`,
);

describe('import-people', function () {
  this.timeout(120_000);

  const withList = (
    work: (
      take: (rows: readonly string[], ...flags: string[]) => ReturnType<typeof runHere>,
      folder: string,
    ) => Promise<void>,
  ) =>
    inTempFolder(async (folder) => {
      const take = async (rows: readonly string[], ...flags: string[]) => {
        const file = join(folder, 'people.csv');
        await writeFile(file, `\ufeff${[HEADER, ...rows].join('\r\n')}\r\n`);
        return runHere(['import-people', file, ...flags], { DATA_DIR: join(folder, 'data') });
      };
      await work(take, folder);
    });

  it('imports a list, shows the changes, and changes nothing the second time', () =>
    withList(async (take) => {
      const dry = await take(PEOPLE, '--dry-run');
      assert.match(dry.out, /40 rows, UTF-8, separator ;\n40 new\n/);
      assert.match(dry.out, /Nothing was changed: this was a dry run/);
      assert.equal((await take(PEOPLE)).code, 0);
      const again = await take(PEOPLE);
      assert.deepEqual([again.code, again.err], [0, '']);
      assert.match(again.out, /^40 as before$/m);
      const moved = await take([...PEOPLE.slice(0, 38), 'p38@kommune.dk;Person Åse 38;Park;p0@kommune.dk;']);
      assert.match(moved.out, /^1 moved\n {2}~ Person Åse 38 .* unit: Skole → Park/m);
      assert.match(moved.out, /^1 gone\n {2}- Person Åse 39/m);
      assert.equal(moved.code, 0);
    }));

  it('names every bad row and changes nothing, unless messages to skip them', () =>
    withList(async (take) => {
      const bad = ['nobody;A;B;;', 'x@kommune.dk;X;B;boss@kommune.dk;konge'];
      const refused = await take([...PEOPLE, ...bad]);
      assert.equal(refused.code, 1);
      assert.match(
        refused.err,
        /2 bad rows:\n {2}line 42: "nobody" is not an e-mail address\n {2}line 43: there is no role "konge"/,
      );
      assert.match(refused.err, /Nothing was changed/);
      assert.match((await take(PEOPLE, '--dry-run')).out, /^40 new$/m);
      const left = await take([...PEOPLE, ...bad], '--skip-bad');
      assert.deepEqual([left.code, left.err], [0, '']);
      assert.match((await take(PEOPLE, '--dry-run')).out, /^40 as before$/m);
    }));

  it('counts every row, says whom it left out, and lets them go like others who are not on the list', () =>
    inTempFolder(async (folder) => {
      const file = join(folder, 'entra.csv');
      const take = async (...off: number[]) => {
        const rows = PEOPLE.map(
          (_, i) => `p${i}@kommune.dk,Person ${i},${i === 1 ? 'Guest' : 'Member'},${!off.includes(i)}`,
        );
        await writeFile(file, `userPrincipalName,displayName,userType,accountEnabled\n${rows.join('\n')}\n`);
        return runHere(['import-people', file], { DATA_DIR: join(folder, 'data') });
      };
      const first = await take(2, 3);
      assert.match(first.out, /40 rows, .*\nLeft out: guests 1, accounts that are switched off 2$/m);
      assert.match(first.out, /^37 new$/m);
      assert.match((await take(2, 3, 4)).out, /^1 gone\n {2}- Person 4/m);
    }));

  it('stops when too many people would go, unless confirmed', () =>
    withList(async (take) => {
      await take(PEOPLE);
      const stopped = await take(PEOPLE.slice(0, 30));
      assert.equal(stopped.code, 1);
      assert.match(stopped.err, /^10 people would be gone, which is more than 5 %/);
      assert.equal((await take(PEOPLE.slice(0, 30), '--let-them-go')).code, 0);
      assert.match((await take(PEOPLE, '--dry-run')).out, /is back/);
    }));

  it('prints its usage on wrong arguments', () =>
    withList(async (take) => {
      assert.match((await take(PEOPLE, '--skipbad')).err, /Unknown option '--skipbad'. Did you mean --skip-bad\?/);
      assert.match((await runHere(['import-people'])).err, /Missing required argument 'FILE.csv'/);
      const missing = await runHere(['import-people', '/nowhere.csv']);
      assert.deepEqual([missing.code, missing.err], [2, '/nowhere.csv is not there. Check the path.\n']);
      const isFolder = await runHere(['import-people', '/']);
      assert.deepEqual([isFolder.code, isFolder.err], [2, '/ is a folder. Give the path of a file.\n']);
    }));

  it('takes its list from a pipe, and not from what has no end', () =>
    inTempFolder(async (folder) => {
      const pipe = join(folder, 'list');
      execFileSync('mkfifo', [pipe]);
      const taking = runHere(['import-people', pipe, '--dry-run'], { DATA_DIR: join(folder, 'none') });
      await writeFile(pipe, `${[HEADER, PEOPLE[0]].join('\n')}\n`);
      assert.match((await taking).out, /: 1 rows, /);
      await assert.rejects(readInput('/dev/zero', 1), /^UsageError: \/dev\/zero is larger than 1 MB\./);
    }));

  it('refuses until the bot has stopped; then the cases of people who left are reassigned', () =>
    withList(async (take, folder) => {
      await take(PEOPLE);
      let running = await startHere(join(folder, 'data'));
      const sandbox = sandboxAt(() => running.url);
      await sandbox.setClock('2026-11-24T09:00:00.000Z');
      const asker = (await sandbox.people()).find(({ name }) => name === 'Person Åse 5')?.id ?? '';
      await sandbox.say(asker, 'Hvordan får jeg naboerne med fra starten?');
      await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'no' });
      const { person } = await sandbox.pressNewest(await sandbox.agents(), 'accept-case');
      const beside = await take(PEOPLE);
      assert.equal(beside.code, 1);
      assert.match(beside.err, /Another Sammen uses .* Stop it first/);
      const agent = (await sandbox.people()).find(({ id }) => id === person)?.name ?? '';
      assert.deepEqual(complaints(await running.stop()), []);

      assert.equal((await take(PEOPLE.filter((line) => !line.includes(`${agent};`)))).code, 0);
      running = await startHere(join(folder, 'data'));
      await sandbox.job('leavers');
      const messages = (await sandbox.messages(asker)).map(({ text }) => text).join('\n');
      assert.match(messages, new RegExp(`${agent} kan ikke tage sig af din sag mere`));
      assert.equal((await sandbox.agents()).length, 1);
      assert.notEqual(await sandbox.find(await sandbox.agents(), 'accept-case'), null);
      await running.stop();
    }));

  it('imports 7,000 people and names ten bad rows', () =>
    withList(async (take) => {
      const many = Array.from(
        { length: 7_000 },
        (_, i) => `q${i}@kommune.dk;Navn ${i};Enhed ${i % 150};${i % 100 === 0 ? '' : 'q0@kommune.dk'};`,
      );
      const bad = many.map((line, i) => (i % 700 === 350 ? `nej;Navn ${i};Enhed;;` : line));
      const refused = await take(bad);
      assert.match(refused.err, /^10 bad rows:/);
      assert.equal(refused.err.match(/^ {2}line \d+: "nej" is not an e-mail address$/gm)?.length, 10);
      const taken = await take(many);
      assert.deepEqual([taken.code, taken.err], [0, '']);
      assert.match((await take(many, '--dry-run')).out, /^7000 as before$/m);
    }));
});
