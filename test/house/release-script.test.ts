import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const SCRIPT = fileURLToPath(new URL('../../.ci/release.js', import.meta.url));

type Repository = { version?: string; changelog?: string; url?: string; tags?: string[]; branch?: string };

const ENTRY = '## [1.2.0] - 2026-12-01\nWhat is new.\n';

/** What `npm run release -- --dry-run` says in a repository like this; `then` changes it after the commit. */
const rehearsed = (
  { version = '1.2.0', changelog = ENTRY, url = 'https://git.kommune.dk/s', tags = [], branch = 'main' }: Repository,
  then: (folder: string) => void = () => undefined,
): Promise<{ code: number | null; said: string }> =>
  inTempFolder(async (folder) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder, stdio: 'ignore' });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
    writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n${changelog}`);
    writeFileSync(join(folder, 'publiccode.yml'), `name: Sammen\nurl: ${url}\n`);
    git('init', '-q', '-b', branch);
    git('add', '-A');
    git('commit', '-q', '--no-gpg-sign', '-m', 'x');
    for (const tag of tags) git('tag', '--no-sign', tag);
    then(folder);
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--dry-run'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, said: stdout + stderr };
  });

describe('npm run release -- --dry-run', () => {
  it('says that nothing keeps a good state from being released, and writes nothing', async () => {
    const { code, said } = await rehearsed({ tags: ['v1.1.9', 'v1.2.0-rc', 'other'] });
    assert.deepEqual([code, said.split('.')[0]], [0, 'Nothing keeps Sammen 1'], said);
  });

  it('takes an empty section for what comes next', async () => {
    assert.equal(
      (await rehearsed({ changelog: `## [Unreleased]\n\n${ENTRY}\n## [1.1.0] - 2026-11-01\nOld.\n` })).code,
      0,
    );
  });

  const refused: Record<string, [Repository, RegExp, ((folder: string) => void)?]> = {
    'what is not committed': [{}, /Commit or put away.*\n\?\? new\.txt/, (f) => writeFileSync(join(f, 'new.txt'), '')],
    'another branch': [{ branch: 'feature' }, /made from main, and this is feature/],
    'no branch': [{}, /this is no branch/, (f) => void execFileSync('git', ['checkout', '-q', '--detach'], { cwd: f })],
    'a version that is released': [{ tags: ['v1.2.0'] }, /v1\.2\.0 is released already\. Raise/],
    'a version lower than the newest': [{ tags: ['v1.9.0', 'v1.10.0'] }, /1\.2\.0 is lower than v1\.10\.0/],
    'a version that is none': [
      { version: '1.2', changelog: '## [1.2] - 2026-12-01\nNew.\n' },
      /"1\.2" in package\.json is no version/,
    ],
    'a changelog without an entry': [{ changelog: '## [1.1.0] - 2026-11-01\nOld.\n' }, /no entry "## \[1\.2\.0\]/],
    'an entry without a date': [{ changelog: '## [1.2.0]\nNew.\n' }, /no entry/],
    'an entry without words': [{ changelog: '## [1.2.0] - 2026-12-01\n\n## [1.1.0] - 2026-11-01\nOld.\n' }, /no entry/],
    'lines that nobody gave a version': [{ changelog: `## [Unreleased]\n- New.\n\n${ENTRY}` }, /under \[Unreleased\]/],
    'the address that stands there for an example': [{ url: 'https://git.example.dk/sammen.git' }, /git\.example\.dk/],
  };
  for (const [what, [repository, says, then]] of Object.entries(refused))
    it(`refuses ${what}`, async () => {
      const { code, said } = await rehearsed(repository, then);
      assert.equal(code, 1, said);
      assert.match(said, says);
      assert.equal(said.trim().split('\n').length, what === 'what is not committed' ? 2 : 1, said);
    });

  it('says everything at once', async () => {
    const { said } = await rehearsed({ changelog: '', url: 'none', tags: ['v2.0.0'], branch: 'b' });
    assert.equal(said.trim().split('\n').length, 4, said);
  });
});
