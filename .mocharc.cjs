const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// Every run has one temporary folder for all its processes, tsx's cache among them, and takes it away at its end.
// mocha reads this file twice: in the process that was started, and in its child, which finds the folder made.
if (!process.env.SAMMEN_TEST_RUN) {
  const folder = mkdtempSync(join(tmpdir(), 'sammen-'));
  Object.assign(process.env, { SAMMEN_TEST_RUN: folder, TMPDIR: folder, TMP: folder, TEMP: folder });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

module.exports = {
  'node-option': ['import=tsx'],
  require: ['test/support/processes/fixed-seed.ts', 'test/support/processes/keep-coverage.ts'],
  timeout: 60_000,
};
