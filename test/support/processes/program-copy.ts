import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledSources } from './compiled-sources.ts';

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** Copies the program with its own `content/` to a folder that does not exist yet; returns the arguments that start it. */
export const copyProgram = (folder: string): string[] => {
  const run = process.env.SAMMEN_TEST_RUN;
  if (run === undefined) throw new Error('start the tests with mocha, so that they have a folder for this run');
  const modules = join(compiledSources(run), 'node_modules');
  cpSync(compiledSources(run), folder, { recursive: true, filter: (path) => path !== modules });
  symlinkSync(MODULES, join(folder, 'node_modules'));
  return [join(folder, 'app/main.js')];
};
