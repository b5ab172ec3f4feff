import { cpSync, rmSync } from 'node:fs';

// Empties dist/ and copies the files that the program reads at run time; the compiler adds the code.
rmSync('dist', { recursive: true, force: true });
for (const part of ['content', 'learned', 'adapters/sandbox/page', 'package.json'])
  cpSync(part, `dist/${part}`, { recursive: true });
