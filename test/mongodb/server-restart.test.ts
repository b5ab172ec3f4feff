import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hasServer, startServer } from '../mongo-server/start-server.ts';
import { askAndAccept } from '../support/fixtures/sandbox-cases.ts';
import { eventually, sandboxAt, TUESDAY } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { TEST_URI, uriOf } from './support/test-database.ts';
import { startOn } from './support/two-processes.ts';

const REPLY = 'Det vigtigste er, at de selv bygger den.';

if (TEST_URI !== null) {
  describe('a MongoDB server that is restarted', () => {
    it('keeps what was acknowledged, and Sammen recovers by itself', async function () {
      if (!hasServer()) this.skip();
      await inTempFolder(async (folder) => {
        const file = join(folder, 'data.h2');
        const started: { stop(): Promise<unknown> }[] = [];
        const keep = <Started extends { stop(): Promise<unknown> }>(one: Started): Started => {
          started.unshift(one);
          return one;
        };
        try {
          const first = keep(await startServer(0, file));
          const running = keep(await startOn(uriOf(first.uri, 'sammen'), folder));
          const sandbox = sandboxAt(() => running.url);
          await sandbox.setClock(TUESDAY);
          const { asker, agent } = await askAndAccept(sandbox);
          await sandbox.pressNewest(asker, 'reply', { text: REPLY });
          await first.stop();
          await eventually('503', async () => ((await sandbox.call('GET', '/readyz')).status === 503 ? true : null));
          keep(await startServer(Number(new URL(first.uri).port), file));
          await eventually('200', async () => ((await sandbox.call('GET', '/readyz')).status === 200 ? true : null));
          assert.ok((await sandbox.read(agent)).includes(REPLY));
          await sandbox.pressNewest(agent, 'ask-back', { text: 'Hvem kan gå med?' });
        } finally {
          // A process that is left over would keep mocha from ending.
          for (const one of started) await one.stop();
        }
      });
    });
  });
}
