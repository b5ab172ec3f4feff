import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../app/command-line/commands.ts';
import { importsOf, readSources } from '../support/assertions/sources.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

type Package = {
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
type Locked = { resolved?: string; hasInstallScript?: true; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Locked> };

const { allowScripts, scripts, dependencies, devDependencies }: Package = JSON.parse(read('package.json'));
const lock: Lock = JSON.parse(read('package-lock.json'));

/** Every text file that is committed or not ignored. */
const files = (): string[] => {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', listed, { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(ROOT + path) && !/\.(?:png|ico|jar|class|zip)$/.test(path));
};

/** Every command in the README's shell blocks, without its comment. */
const commandsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');

describe('the README', () => {
  const commands = commandsIn(read('README.md'));

  it('begins with the start command and the test command', () => {
    assert.deepEqual(commands.slice(0, 2), ['npm ci && npm start', 'npm ci && npm test']);
  });

  it('names only commands that exist', () => {
    for (const command of commands.flatMap((line) => line.split(/\s*&&\s*/))) {
      const [first = '', ...words] = command.split(/\s+/);
      if (first === 'bash') accessSync(ROOT + words[0], constants.X_OK);
      else if (first === 'npm' && words[0] === 'run') {
        const [name = '', , inner = ''] = words.filter((word) => word !== 'run' && word !== '-s');
        assert.ok(Object.hasOwn(scripts, name), command);
        if (name === 'sammen') assert.ok(Object.hasOwn(COMMANDS, inner), command);
      } else if (first === 'npm') assert.ok(words[0] === 'ci' || Object.hasOwn(scripts, words[0] ?? ''), command);
    }
  });

  it('has at most 120 lines', () => {
    assert.ok(read('README.md').trimEnd().split('\n').length <= 120);
  });

  it('has the same test command as .ci/run', () => {
    assert.ok(read('.ci/run').includes('npm ci && npm test'));
  });
});

describe('the repository', () => {
  it('contains no registry address, no registry token and no local path', () => {
    // Concatenated, so that this file does not match its own patterns.
    const places = ['root', 'home', 'Users', 'work', 'mnt'].join('|');
    const path = new RegExp(`(?:^|[\\s'"\`(=:])/(?:${places})/\\w`, 'm');
    const registry = new RegExp(
      ['_auth' + 'Token', 'registry' + '\\.npmjs', 'registry' + '=', 'npm-' + 'proxy'].join('|'),
    );
    const local = [ROOT, `${homedir()}/`].filter((folder) => folder.length > 2);
    const offenders = files().flatMap((file) => {
      const text = read(file);
      const matches = path.test(text) || registry.test(text) || local.some((folder) => text.includes(folder));
      return matches ? [file] : [];
    });
    assert.deepEqual(offenders, []);
  });

  it('has no .npmrc', () => {
    assert.equal(
      files().some((file) => file.endsWith('.npmrc')),
      false,
    );
  });

  it('locks its packages without their download addresses', () => {
    assert.deepEqual(
      Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined),
      [],
    );
    assert.ok(!/https?:\/\/[^"]*\.tgz/.test(read('package-lock.json')));
  });

  it('locks the optional packages of every operating system, so that `npm ci` works on all of them', () => {
    const locked = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
    const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    assert.deepEqual(
      wanted.filter((name) => !locked.has(name)),
      [],
      'run node .ci/complete-lock.js to add them',
    );
  });

  it('lets no dependency run an install script', () => {
    // We need neither script: esbuild checks its binary; dtrace-provider builds an optional one.
    const withScripts = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const denied = Object.fromEntries(withScripts.map(([path]) => [path.split('node_modules/').at(-1), false]));
    assert.deepEqual(allowScripts, denied);
  });

  it('has scripts that every shell understands', () => {
    // cmd.exe knows neither `NAME=value command` nor single quotes nor the tools of POSIX.
    const posix = /(?:^|&&\s*)(?:\w+=|(?:rm|cp|mv|mkdir|export|env|sh|bash)\s)|['$`;|]/;
    for (const [name, script] of Object.entries(scripts)) assert.doesNotMatch(script, posix, name);
  });

  it('uses every package it depends on', () => {
    const imported = new Set(
      ['app', 'adapters', 'bot', 'cards', 'jobs', 'manifest', 'outbox'].flatMap(readSources).flatMap(importsOf),
    );
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !imported.has(name)),
      [],
    );

    const inTests = new Set(
      ['test', ...(existsSync(`${ROOT}bench`) ? ['bench'] : [])].flatMap(readSources).flatMap(importsOf),
    );
    const tools = new Map([
      ['@biomejs/biome', 'biome'],
      ['typescript', 'tsc'],
    ]);
    const called = Object.values(scripts).join('\n');
    const idle = Object.keys(devDependencies).filter(
      (name) =>
        !inTests.has(name) &&
        !name.startsWith('@types/') &&
        !new RegExp(`\\b${tools.get(name) ?? name}\\b`).test(called),
    );
    assert.deepEqual(idle, []);
  });
});
