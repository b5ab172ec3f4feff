import { cpSync, rmSync } from 'node:fs';

// Empties dist/ and copies what the program reads at run time; the compiler adds the code. package.json says that the
// code is ES modules, and which version this is.
rmSync('dist', { recursive: true, force: true });
for (const part of [
  ...['content', 'learned', 'adapters/sandbox/page'],
  ...['manifest/teams', 'manifest/slack', 'package.json'],
])
  cpSync(part, `dist/${part}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
