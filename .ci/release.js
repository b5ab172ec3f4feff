import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf, releaseFaults } from './release-faults.js';

// Makes release/: the build as a package, the bill of materials, and their checksums. It stops when something is not as
// a release must be. It publishes nothing and tags nothing: it says how. With --dry-run it only says what is wrong.

const OUT = 'release';
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const say = (line) => process.stdout.write(`${line}\n`);
const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options });
const npm = (...args) => run(NPM, args, { shell: process.platform === 'win32' });
const git = (...args) => run('git', args).trim();

const unknown = process.argv.slice(2).filter((arg) => arg !== '--dry-run');
if (unknown.length > 0) {
  process.stderr.write(`npm run release takes --dry-run (after --), and not ${unknown.join(' ')}\n`);
  process.exit(2);
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const faults = releaseFaults({
  version,
  branch: git('branch', '--show-current'),
  dirty: git('status', '--porcelain'),
  tags: git('tag', '--list', 'v*').split('\n'),
  changelog,
  publiccode: readFileSync('publiccode.yml', 'utf8'),
});
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
if (process.argv.includes('--dry-run')) {
  say(`Nothing keeps Sammen ${version} from being released. npm run release tests, builds and packs it.`);
  process.exit(0);
}

say(`Sammen ${version}`);
// That every file names this version, among other things.
run(process.execPath, ['node_modules/mocha/bin/mocha.js', 'test/house/*.test.ts', 'test/deploy/*.test.ts']);
npm('run', 'lint');
npm('run', 'typecheck');
npm('run', 'licences');
npm('run', 'build');

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
// Dilemmas that a municipality approved for itself are no part of a release.
rmSync('dist/content/examples.ndjson', { force: true });
copyFileSync('CHANGELOG.md', join('dist', 'CHANGELOG.md'));
// npm leaves a package-lock.json out of every package, and takes this name along: "npm ci --omit=dev" reads it.
copyFileSync('package-lock.json', 'dist/npm-shrinkwrap.json');
npm('pack', './dist', '--ignore-scripts', '--pack-destination', OUT);
writeFileSync(join(OUT, `sammen-${version}.cdx.json`), npm('run', '-s', 'sbom'));
writeFileSync(join(OUT, 'NOTES.md'), `${notesOf(version, changelog)}\n`);
const sums = readdirSync(OUT).map(
  (name) =>
    `${createHash('sha256')
      .update(readFileSync(join(OUT, name)))
      .digest('hex')}  ${name}`,
);
writeFileSync(join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);

for (const name of readdirSync(OUT)) say(`  ${OUT}/${name}`);
say(`Then: bash .ci/run, git tag -s v${version}, and docker build -t sammen:${version} .`);
