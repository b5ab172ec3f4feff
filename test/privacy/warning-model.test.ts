import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SHIPPED } from '../../app/content/content-sources.ts';
import { loadContent } from '../../app/content/load-content.ts';
import { warningModelText } from '../../app/warning-model.ts';
import { findWarning } from '../../bot/privacy/warnings.ts';
import { content } from '../support/fixtures/content.ts';
import { copyContent } from '../support/fixtures/content-copy.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const kept = readFileSync(new URL('../../learned/warning-model.json', import.meta.url), 'utf8');
const { warningWords } = content;

describe('what the warnings learned', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  it('is kept as the words and examples teach it: after a change, run npm run learn:warnings', () => {
    assert.ok(kept === warningModelText(warningWords), 'run npm run learn:warnings');
  });

  it('comes with the words it was learned from', () => assert.notEqual(warningWords.model, undefined));

  it('is learned anew from words and examples that were changed', () => {
    const path = join(folder.path, 'content');
    copyContent(path);
    const file = join(path, 'warning-examples.json');
    const own = ['Søløven blev fodret med grønært', 'Grønært til søløven igen i dag', 'Vores søløve får grønært'];
    const examples = own.map((text) => ({ text, kind: 'threat' }));
    writeFileSync(file, JSON.stringify([...JSON.parse(readFileSync(file, 'utf8')), ...examples, ...examples]));
    const changed = loadContent(SHIPPED, pathToFileURL(`${path}/`)).warningWords;
    assert.equal(changed.model, undefined);
    const threatens = (words: typeof warningWords) =>
      findWarning('De gav søløven grønært i går', [], words)?.matters.includes('threat') === true;
    assert.deepEqual([warningWords, changed].map(threatens), [false, true]);
  });
});
