import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

// Empties dist/ and copies what the program reads at run time, and the licences; the compiler adds the code.
rmSync('dist', { recursive: true, force: true });
for (const part of [
  ...['content', 'learned', 'adapters/sandbox/page'],
  ...['manifest/teams', 'manifest/slack', 'LICENSE', 'docs/third-party-notices.md'],
])
  cpSync(part, `dist/${part}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });

// package.json says that the code is ES modules, and which version this is. "npm start" and what the help says work in
// the build, too; the packages stay as they are, or package-lock.json would not fit.
const packed = JSON.parse(readFileSync('package.json').toString());
packed.scripts = {
  start: 'node app/main.js start',
  sammen: 'node app/main.js',
  manifest: 'node app/main.js manifest --out manifest',
};
writeFileSync('dist/package.json', `${JSON.stringify(packed, null, 2)}\n`);
