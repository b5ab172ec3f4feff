const { mkdtempSync, rmSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Linux keeps it in memory. On a disk, a store waits about a millisecond for each of its writes. */
const IN_MEMORY = '/dev/shm';
const ROOM_NEEDED = 2 ** 30;

const hasRoom = (folder) => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM_NEEDED;
  } catch {
    return false;
  }
};

// Every run has one temporary folder for all its processes, tsx's cache among them, and takes it away at its end.
// mocha reads this file twice: in the process that was started, and in its child, which finds the folder made.
if (!process.env.SAMMEN_TEST_RUN) {
  const home = process.env.TMPDIR === undefined && hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir();
  const folder = mkdtempSync(join(home, 'sammen-'));
  Object.assign(process.env, { SAMMEN_TEST_RUN: folder, TMPDIR: folder, TMP: folder, TEMP: folder });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

module.exports = {
  // Tests are imported, not required: the program imports parts of itself on demand, and would load all of itself again.
  'node-option': ['import=tsx', 'no-experimental-require-module'],
  require: ['test/support/processes/fixed-seed.ts', 'test/support/processes/keep-coverage.ts'],
  timeout: 60_000,
};
