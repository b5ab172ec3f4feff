import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../app/commands/commands.ts';
import { importsOf, readSources } from '../support/assertions/sources.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

type Package = {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
type Locked = { resolved?: string; hasInstallScript?: true; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Locked> };

const { scripts, dependencies, devDependencies }: Package = JSON.parse(read('package.json'));
const lock: Lock = JSON.parse(read('package-lock.json'));

/** Everything that is or may be committed, but what is no text. */
const files = (): string[] => {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', listed, { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(ROOT + path) && !/\.(?:png|ico|jar|class|zip)$/.test(path));
};

/** Every command of the README's shell blocks, without its comment. */
const commandsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');

describe('the README', () => {
  const commands = commandsIn(read('README.md'));

  it('begins with the two commands that do everything', () => {
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

  it('shares its test command with .ci/run', () => {
    assert.ok(read('.ci/run').includes('npm ci && npm test'));
  });
});

describe('the repository', () => {
  it('names no registry, no secret of one, and no path of somebody’s machine', () => {
    // Put together here, so that this file is not a find of its own.
    const places = ['root', 'home', 'Users', 'work', 'mnt'].join('|');
    const path = new RegExp(`(?:^|[\\s'"\`(=:])/(?:${places})/\\w`, 'm');
    const registry = new RegExp(
      ['_auth' + 'Token', 'registry' + '\\.npmjs', 'registry' + '=', 'npm-' + 'proxy'].join('|'),
    );
    const own = [ROOT, `${homedir()}/`].filter((one) => one.length > 2);
    const finds = files().flatMap((file) => {
      const text = read(file);
      const found = path.test(text) || registry.test(text) || own.some((one) => text.includes(one));
      return found ? [file] : [];
    });
    assert.deepEqual(finds, []);
  });

  it('has no settings of npm that point anywhere', () => {
    assert.equal(
      files().some((file) => file.endsWith('.npmrc')),
      false,
    );
  });

  it('locks its packages without saying where they were fetched', () => {
    assert.deepEqual(
      Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined),
      [],
    );
    assert.ok(!/https?:\/\/[^"]*\.tgz/.test(read('package-lock.json')));
  });

  it('locks the packages of every platform, or `npm ci` refuses it on all of them', () => {
    const locked = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
    const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    assert.deepEqual(
      wanted.filter((name) => !locked.has(name)),
      [],
      'node .ci/complete-lock.js puts them in',
    );
  });

  it('needs no package that runs a script when it is installed', () => {
    // Neither script does anything that we need: esbuild checks its binary, dtrace-provider builds one or does without.
    const known = ['node_modules/esbuild', 'node_modules/dtrace-provider'];
    const withScripts = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    assert.deepEqual(
      withScripts.map(([path]) => path).filter((path) => !known.includes(path)),
      [],
    );
  });

  it('uses every package it depends on', () => {
    const imported = new Set(
      ['app', 'adapters', 'bot', 'cards', 'jobs', 'outbox'].flatMap(readSources).flatMap(importsOf),
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
