import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openStore } from '../../app/open-store.ts';
import { personId } from '../../bot/ids.ts';
import { aCase, aPerson, masked } from '../support/fixtures/builders.ts';
import { ANSWER, askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { runHere } from '../support/processes/command-here.ts';
import { complaints, inSandbox } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const kindsIn = (out: string): (string | undefined)[] =>
  out
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(/\s+/)[1]);

describe('the journal command', () => {
  it('prints the events of a case while the bot runs, without any text that people wrote', () =>
    inSandbox(async (sandbox, { dataDir }) => {
      await askAndAnswer(sandbox, { name: 'Alma Spørger' });
      const ended = await runHere(['journal', '1'], { DATA_DIR: dataDir });
      assert.equal(ended.code, 0, ended.err);
      assert.match(ended.out, /^case 1 · answered · /);
      assert.deepEqual(kindsIn(ended.out), ['asked', 'offered', 'accepted', 'answered']);
      assert.ok(ended.out.includes('Alma Spørger'));
      const words = ['Skaterne', ANSWER.text, ANSWER.nextStep];
      for (const word of words) assert.ok(!ended.out.includes(word), word);
      const whole = await runHere(['journal', '1', '--text'], { DATA_DIR: dataDir });
      for (const word of words) assert.ok(whole.out.includes(word), word);
    }));

  it('does not name an anonymous asker', () =>
    inSandbox(async (sandbox, { dataDir }) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      await sandbox.say(asker, 'Hvordan kan Alma Spørger i Skole sige fra over for sin egen afdeling?');
      await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'yes', keepMine: 'yes' });
      for (const more of [[], ['--text']]) {
        const ended = await runHere(['journal', '1', ...more], { DATA_DIR: dataDir });
        assert.equal(ended.code, 0, ended.err);
        for (const secret of ['Alma', 'Skole', asker]) assert.ok(!ended.out.includes(secret), ended.out);
        assert.equal(ended.out.includes('sige fra over for'), more.length > 0);
      }
      assert.match((await runHere(['audit'], { DATA_DIR: dataDir })).out, /read-case .*case 1/);
    }));

  it('does not name the unit that an anonymous asker wrote from before they moved', () =>
    inTempFolder(async (folder) => {
      const database = await openEmbedded(folder);
      const { people, cases } = await openStore(database, 'sandbox');
      await people.add(aPerson('alma', { name: 'Alma Spørger', unit: 'Bibliotek' }));
      const text = masked('Hvordan siger vi i Springvandsskolen fra over for Bibliotek?');
      const asked = { number: 1, asker: personId('alma'), anonymous: true, unit: 'Springvandsskolen', text };
      await cases.add(aCase('waiting', { ...asked, owes: [] }));
      await database.close();
      const { out } = await runHere(['journal', '1', '--text'], { DATA_DIR: folder });
      assert.match(out, /Hvordan siger vi i \[min afdeling\] fra over for \[min afdeling\]\?/);
    }));

  for (const [what, args, code] of [
    ['the number is missing', [], 2],
    ['the number is negative', ['--', '-1'], 2],
    ['there is no store', ['1'], 1],
  ] as const) {
    it(`says in one sentence that ${what}, ends with ${code} and creates no folder`, () =>
      inTempFolder(async (folder) => {
        const ended = await runHere(['journal', ...args], { DATA_DIR: join(folder, 'none') });
        assert.deepEqual(
          { code: ended.code, out: ended.out, lines: complaints(ended).length },
          { code, out: '', lines: 1 },
        );
      }));
  }

  it('says that there is no such case', () =>
    inSandbox(async (_sandbox, { dataDir }) => {
      const ended = await runHere(['journal', '42'], { DATA_DIR: dataDir });
      assert.equal(ended.code, 2);
      assert.match(complaints(ended).join('\n'), /42/);
    }));
});
