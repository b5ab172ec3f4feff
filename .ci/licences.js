import { readFileSync, writeFileSync } from 'node:fs';

// Checks the licences of every package that runs in production, from the lock file alone, and keeps
// docs/third-party-notices.md. `node .ci/licences.js` checks both; `node .ci/licences.js --write` renews the page.

const NOTICES = 'docs/third-party-notices.md';

/** Licences that ask for no more than their own text. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
  '(AFL-2.1 OR BSD-3-Clause)',
  '(MIT OR CC0-1.0)',
]);

/** Packages that were looked at by hand: the licence they state elsewhere, and what it asks for. */
const LOOKED_AT = {
  'date-holidays': {
    licence: '(ISC AND CC-BY-3.0)',
    note: 'Its code is ISC. Its data on public holidays is by the contributors of date-holidays (github.com/commenthol/date-holidays), partly from Wikipedia, under CC BY-SA 3.0 (creativecommons.org/licenses/by-sa/3.0); Sammen uses it unchanged.',
  },
  'ical.js': {
    licence: 'MPL-2.0',
    note: 'It is by the Mozilla Foundation and the contributors of ical.js (github.com/kewisch/ical.js), whose source is there. The licence covers its own files; Sammen uses them unchanged.',
  },
  '@seald-io/binary-search-tree': { licence: 'MIT', note: 'Its package names no licence; its LICENSE is MIT.' },
  'escape-regexp-component': { licence: 'MIT', note: 'Its package names no licence; its readme says MIT.' },
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = new Map();
const faults = [];
for (const [path, { version, license, dev, devOptional }] of Object.entries(lock.packages)) {
  if (path === '' || dev || devOptional) continue;
  const name = path.split('node_modules/').at(-1);
  const known = LOOKED_AT[name];
  if (known === undefined && !PERMISSIVE.has(license))
    faults.push(`${name}@${version} has the licence ${license ?? 'that nobody states'}: read it, and add it here`);
  if (known !== undefined && license !== undefined && license !== known.licence)
    faults.push(`${name}@${version} changed its licence from ${known.licence} to ${license}: read it again`);
  packages.set(`${name}@${version}`, { name, version, licence: license ?? known?.licence });
}

const rows = [...packages.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
const page = `# Third-party notices
Sammen itself is under the MIT licence ([LICENSE](../LICENSE)). These packages run with it in production; the text of each licence lies in the package's folder in \`node_modules\`. \`npm run notices\` renews this page, and \`.ci/run\` checks it.

## What asks for a notice
${Object.entries(LOOKED_AT)
  .map(([name, { licence, note }]) => `- **${name}**, ${licence.replace(/[()]/g, '')}. ${note}`)
  .join('\n')}

## All of them
| package | version | licence |
|---|---|---|
${rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}
`;

if (process.argv.includes('--write')) writeFileSync(NOTICES, page);
else if (readFileSync(NOTICES, 'utf8') !== page) faults.push(`${NOTICES} is out of date: npm run notices`);

for (const fault of faults) console.error(fault);
console.log(`${rows.length} packages in production, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
