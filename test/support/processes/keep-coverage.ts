import { takeCoverage } from 'node:v8';

/**
 * Writes what was covered after each file (`npm run coverage`; else nothing): mocha ends without waiting for its workers
 * to write it.
 */
export const mochaHooks = { afterAll: () => takeCoverage() };
