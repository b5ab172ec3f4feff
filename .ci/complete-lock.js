import { readFileSync, writeFileSync } from 'node:fs';

// A registry may lack the binaries of other platforms than its own. npm then leaves them out of the lock file, and
// `npm ci` refuses the lock file on every platform. This script adds them by name and version, as the packages that
// depend on them ask; with a complete registry it changes nothing. Run it after `npm install`.

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Reads a package's platform from its name, such as `@biomejs/cli-linux-x64-musl`. */
const platformOf = (name) => {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  if (cpu.length !== 1 || (os.length !== 1 && cpu[0] !== 'wasm32'))
    throw new Error(`${name}: no platform in its name; lock it by hand`);
  return { ...(libc.length > 0 && os[0] === 'linux' ? { libc } : {}), cpu, ...(os.length > 0 ? { os } : {}) };
};

/** Where Node looks for `name` from the package at `path`, nearest first. */
const placesFor = (path, name) => {
  const nested = path === '' ? [] : path.split(/(?:^|\/)node_modules\//).slice(1);
  return Array.from({ length: nested.length + 1 }, (_none, up) =>
    [...nested.slice(0, nested.length - up), name].map((part) => `node_modules/${part}`).join('/'),
  );
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const places = placesFor(path, name);
    const place = places.find((candidate) => candidate in lock.packages);
    // A range that is locked was resolved by a registry; only exact versions can be missing.
    if (place !== undefined && (!/^\d/.test(version) || lock.packages[place].version === version)) continue;
    if (!/^\d/.test(version)) throw new Error(`${name}: ${version} is no single version; lock it by hand`);
    lock.packages[place === undefined ? places.at(-1) : places[0]] = {
      version,
      ...platformOf(name),
      ...(dev ? { dev } : {}),
      optional: true,
    };
    added.push(name);
  }
}
const [root, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'the lock is complete' : `locked: ${added.join(', ')}`);
