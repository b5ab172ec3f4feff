import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Prints the bill of materials (CycloneDX) of what runs in production. npm's own "--omit dev" also leaves out packages
// that production shares with the tools, such as zod (npm 11.19), and names the whole after the folder it is in.
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
const bill = JSON.parse(
  execFileSync(NPM, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  }),
);
const { name, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const inProduction = new Set(
  Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, one]) => `${one.name ?? path.split('node_modules/').at(-1)}@${one.version}`),
);
const root = bill.metadata.component;
root.name = name;
bill.components = bill.components.filter((one) => inProduction.has(`${one.name}@${one.version}`));
const kept = new Set([root['bom-ref'], ...bill.components.map((one) => one['bom-ref'])]);
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
