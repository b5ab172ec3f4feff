import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What the program reads beside its own code (`.ci/lay-out-dist.js`), and what makes its files modules. */
const READ_BY_THE_PROGRAM = ['content', 'adapters/sandbox/page', 'package.json'];

/**
 * The sources, compiled once in the folder of this run of the tests (see `.mocharc.cjs`): a program started from them
 * needs half of what it needs under tsx, and the tests start it some two hundred times. Types are not looked at here.
 */
export const compiledSources = (run: string): string => {
  const folder = join(run, 'compiled');
  if (existsSync(folder)) return folder;
  const mine = mkdtempSync(join(run, 'compiling-'));
  const options = ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', mine];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { cwd: ROOT });
  for (const name of READ_BY_THE_PROGRAM) cpSync(join(ROOT, name), join(mine, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(mine, 'node_modules'));
  try {
    renameSync(mine, folder);
  } catch (error) {
    // Another of this run's processes was first.
    if (!existsSync(folder)) throw error;
    rmSync(mine, { recursive: true });
  }
  return folder;
};
