import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The files the program reads besides its code (`.ci/lay-out-dist.js`), and `package.json`, which declares ES modules. */
const READ_BY_THE_PROGRAM = [
  'content',
  'learned',
  'adapters/sandbox/page',
  'manifest/teams',
  'manifest/slack',
  'package.json',
];

/**
 * Compiles the sources once per test run, into the run's folder (see `.mocharc.cjs`), without checking types. A compiled
 * program needs half of what it needs under tsx, and many tests start it.
 */
export const compiledSources = (run: string): string => {
  const folder = join(run, 'compiled');
  if (existsSync(folder)) return folder;
  const mine = mkdtempSync(join(run, 'compiling-'));
  const options = ['-p', 'test/support/processes/tsconfig.compiled.json', '--noCheck', '--outDir', mine];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { cwd: ROOT });
  for (const name of READ_BY_THE_PROGRAM) cpSync(join(ROOT, name), join(mine, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(mine, 'node_modules'));
  try {
    renameSync(mine, folder);
  } catch (error) {
    // Another process of this run was first.
    if (!existsSync(folder)) throw error;
    rmSync(mine, { recursive: true });
  }
  return folder;
};
