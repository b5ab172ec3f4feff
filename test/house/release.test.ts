import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const { version, scripts }: { version: string; scripts: Record<string, string> } = JSON.parse(read('package.json'));

/** What publiccode.yml 0.4 requires (https://yml.publiccode.tools/schema.core.html). */
const description = z.object({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().max(100)).min(1),
});
const publiccode = z.object({
  publiccodeYmlVersion: z.literal('0.4'),
  name: z.string(),
  url: z.url(),
  softwareVersion: z.literal(version),
  releaseDate: z.iso.date(),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  categories: z.array(z.string()).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum(['standalone/web', 'standalone/backend', 'standalone/other']),
  description: z.record(z.enum(['da', 'en']), description),
  legal: z.object({ license: z.literal('MIT') }),
  maintenance: z.object({
    type: z.literal('community'),
    contacts: z.array(z.object({ name: z.string() })).min(1),
  }),
  localisation: z.object({ localisationReady: z.literal(true), availableLanguages: z.array(z.enum(['da', 'en'])) }),
});

describe('a release', () => {
  it('has one version in every file that names it, and an entry in the changelog', () => {
    const lock: { version: string; packages: Record<string, { version: string }> } = JSON.parse(
      read('package-lock.json'),
    );
    assert.deepEqual([lock.version, lock.packages['']?.version], [version, version]);
    const entries = [...read('CHANGELOG.md').matchAll(/^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$/gm)];
    assert.equal(entries[0]?.[1], 'Unreleased');
    assert.equal(entries[1]?.[1], version);
    assert.ok(
      entries.slice(1).every(([, , date]) => date !== undefined),
      'each entry has its date',
    );
  });

  it('is described as public bodies look for it', () => {
    const described = publiccode.safeParse(parse(read('publiccode.yml')));
    assert.ok(described.success, JSON.stringify(described.error?.issues));
    const date = /^## \[.+\] - (\S+)$/m.exec(read('CHANGELOG.md'))?.[1];
    assert.equal(described.data.releaseDate, date);
  });

  it('has its tools: the script, the updates, and what an editor debugs', () => {
    assert.ok(existsSync(at(scripts.release?.split(' ').at(-1) ?? 'none')));
    const launch: { configurations: { program: string }[] } = JSON.parse(read('.vscode/launch.json'));
    for (const { program } of launch.configurations)
      assert.ok(existsSync(at(program.replace(/^\$\{workspaceFolder\}\//, ''))), program);
    const renovate: { packageRules: { matchPackageNames?: string[] }[] } = JSON.parse(read('renovate.json'));
    const locked = read('package-lock.json');
    for (const name of renovate.packageRules.flatMap(({ matchPackageNames = [] }) => matchPackageNames))
      assert.ok(locked.includes(`"node_modules/${name}"`), name);
  });
});
