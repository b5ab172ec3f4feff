import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Makes release/: the build as a package, the bill of materials, and their checksums. It stops when something is not as
// a release must be. It publishes nothing and tags nothing: it says how.

const OUT = 'release';
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const say = (line) => process.stdout.write(`${line}\n`);
const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options });
const npm = (...args) => run(NPM, args, { shell: process.platform === 'win32' });

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const dirty = run('git', ['status', '--porcelain']).trim();
if (dirty !== '') {
  process.stderr.write(`Commit or put away these first, so that the release is what is committed:\n${dirty}\n`);
  process.exit(1);
}
const changes = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const notes = changes.find((part) => part.startsWith(`[${version}] - `));
if (notes === undefined) {
  process.stderr.write(`CHANGELOG.md has no entry "## [${version}] - YYYY-MM-DD". Write what changes for people.\n`);
  process.exit(1);
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
writeFileSync(join(OUT, 'NOTES.md'), `## ${notes.trim()}\n`);
const sums = readdirSync(OUT).map(
  (name) =>
    `${createHash('sha256')
      .update(readFileSync(join(OUT, name)))
      .digest('hex')}  ${name}`,
);
writeFileSync(join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);

for (const name of readdirSync(OUT)) say(`  ${OUT}/${name}`);
say(`Then: bash .ci/run, git tag -s v${version}, and docker build -t sammen:${version} .`);
