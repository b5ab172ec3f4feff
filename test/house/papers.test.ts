import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');
const namesIn = (language: string): string[] => readdirSync(`${ROOT}docs/papers/${language}`).sort();

const NOTICES = 'third-party-notices';

/** The tests that a table of threats names, as `file`: title. */
const testsIn = (page: string): [file: string, title: string][] =>
  [...page.matchAll(/^\|.*\| `(test\/[\w/.-]+)`: ([^|]+) \|$/gm)].map(([, file = '', title = '']) => [file, title]);

describe('the papers', () => {
  it('exist in Danish and in English, and leave nothing to fill in but what stands in brackets', () => {
    assert.deepEqual(namesIn('da'), namesIn('en'));
    for (const language of ['da', 'en'])
      for (const name of namesIn(language))
        assert.doesNotMatch(read(`docs/papers/${language}/${name}`), /TODO|TBD|xxx/i, name);
  });

  it('name for each threat a test that exists', () => {
    for (const language of ['da', 'en']) {
      const page = read(`docs/papers/${language}/impact-assessment.md`);
      const named = testsIn(page);
      assert.equal(named.length, page.split('\n').filter((line) => /^\| (?!what|det,)/.test(line)).length);
      assert.ok(named.length >= 15);
      for (const [file, title] of named) assert.ok(read(file).includes(title), `${file}: ${title}`);
    }
    const [da, en] = ['da', 'en'].map((language) => testsIn(read(`docs/papers/${language}/impact-assessment.md`)));
    assert.deepEqual(da, en);
  });

  it('mention the package whose data asks for a notice', () => {
    assert.match(read(`docs/${NOTICES}.md`), /date-holidays.*CC BY-SA 3\.0/);
  });
});
