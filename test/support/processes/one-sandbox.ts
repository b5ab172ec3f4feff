import assert from 'node:assert/strict';
import { after, before } from 'mocha';
import { askAndAccept, type Offered } from '../fixtures/asking.ts';
import type { RunningSammen } from './running-sammen.ts';
import { complaints, type Sandbox, sandboxAt, startOnTuesday } from './sandbox.ts';
import { tempFolder } from './temp-folder.ts';

export type OneSandbox = {
  inSandbox(test: (sandbox: Sandbox) => Promise<void>): Promise<void>;
  /** A test in which an agent has the case of a colleague. */
  inConversation(test: (sandbox: Sandbox, offered: Offered, url: string) => Promise<void>): Promise<void>;
};

/** One Sammen for all the tests of a describe, for tests with people of their own: a start is most of what they cost. */
export const oneSandbox = (): OneSandbox => {
  let running: RunningSammen | null = null;
  let folder: Awaited<ReturnType<typeof tempFolder>> | null = null;
  const url = (): string => running?.url ?? assert.fail('it is not running');
  const sandbox = sandboxAt(url);

  before(async () => {
    folder = await tempFolder();
    running = await startOnTuesday(folder.path);
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
