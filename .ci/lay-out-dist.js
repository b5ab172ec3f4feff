import { cpSync, rmSync } from 'node:fs';

// An empty dist/ with what the program reads beside its own code; the compiler puts the code there.
rmSync('dist', { recursive: true, force: true });
for (const folder of ['content', 'adapters/sandbox/page']) cpSync(folder, `dist/${folder}`, { recursive: true });
