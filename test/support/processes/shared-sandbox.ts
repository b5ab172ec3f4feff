import assert from 'node:assert/strict';
import { after, before } from 'mocha';
import { askAndAccept, type OfferedDilemma } from '../fixtures/sandbox-cases.ts';
import type { SammenHere } from './sammen-here.ts';
import { complaints, openOnTuesday, type Sandbox, sandboxAt } from './sandbox.ts';
import { tempFolder } from './temp-folder.ts';

export type SharedSandbox = {
  inSandbox(test: (sandbox: Sandbox) => Promise<void>): Promise<void>;
  /** Runs a test in which an agent has accepted a colleague's case. */
  inConversation(test: (sandbox: Sandbox, offered: OfferedDilemma, url: string) => Promise<void>): Promise<void>;
};

/**
 * Starts one Sammen for all tests of a `describe`, because its store takes time to open. Each test adds its own
 * people.
 */
export const useSharedSandbox = (): SharedSandbox => {
  let running: SammenHere | null = null;
  let folder: Awaited<ReturnType<typeof tempFolder>> | null = null;
  const url = (): string => running?.url ?? assert.fail('it is not running');
  const sandbox = sandboxAt(url);

  before(async () => {
    folder = await tempFolder();
    running = await openOnTuesday(folder.path);
    const agent = { principles: ['bygger-bro'], topics: ['tvaergaaende'], capacity: 1000 };
    await sandbox.addPerson({ name: 'Rita Rummelig', unit: 'Rådhuset', agent });
  });
  after(async () => {
    const ended = await running?.stop();
    await folder?.remove();
    if (ended) assert.deepEqual({ code: ended.code, complaints: complaints(ended) }, { code: 0, complaints: [] });
  });

  return {
    inSandbox: (test) => test(sandbox),
    inConversation: async (test) => test(sandbox, await askAndAccept(sandbox), url()),
  };
};
