import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createExamplesOfCase, exampleIdOf } from '../../app/content/examples-of-case.ts';
import { caseId } from '../../bot/ids.ts';
import { masked } from '../support/fixtures/builders.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

describe('the example that came from a case', () => {
  it('has words taken out of it, and no other line is touched; looking writes nothing', () =>
    inTempFolder(async (folder) => {
      const id = caseId('c-1');
      const line = (name: string) =>
        JSON.stringify({ id: name, text: 'Fru Jensen vil bygge.', principle: 'lytter-foerst', topic: 'lovgivning' });
      const file = join(folder, 'examples.ndjson');
      const before = `${line(exampleIdOf(id, 'k'))}\n\n${line('e0other00000')}\n`;
      await writeFile(file, before);
      const examples = createExamplesOfCase(
        { contentDir: null, organisationFile: null },
        pathToFileURL(`${folder}/`),
        'k',
      );
      const seen: string[] = [];
      const take = (text: string) => {
        seen.push(text);
        return masked('Fru [taget ud] vil bygge.');
      };
      await examples.change(id, take, 'look');
      assert.equal(await readFile(file, 'utf8'), before);
      await examples.change(id, take, 'take');
      assert.deepEqual(seen, ['Fru Jensen vil bygge.', 'Fru Jensen vil bygge.']);
      const [first, blank, other] = (await readFile(file, 'utf8')).split('\n');
      assert.match(first ?? '', /\[taget ud\]/);
      assert.deepEqual([blank, other], ['', line('e0other00000')]);
    }));
});
