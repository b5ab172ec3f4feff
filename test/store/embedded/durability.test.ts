import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import { filesWith } from '../../support/assertions/files-with.ts';
import { startChild } from './start-child.ts';
import { inTempFolder } from './temp-folder.ts';

type Written = { _id: string; n: number };

const KILLS = 8;
const FOLDERS = 4;

describe('durability of the embedded store', () => {
  it(`keeps every acknowledged write, and nothing that was erased, through ${KILLS} times kill -9`, async function () {
    // Starting the processes takes most of the time on a busy machine.
    this.timeout(180_000);
    const killRepeatedly = (lane: number) =>
      inTempFolder(async (folder) => {
        const acknowledged: string[] = [];
        for (let kill = 0; kill < KILLS / FOLDERS; kill += 1) {
          const child = startChild('write', folder, `${lane}-${kill}`);
          assert.match(await child.firstLine, /^insert /);
          for (let wait = 0; wait < 1000 && child.lines.length < 20; wait += 1) await sleep(5);
          await sleep(Math.random() * 150);
          await child.kill();
          acknowledged.push(...child.lines);
          const erased = child.lines.filter((line) => line.startsWith('erased ')).slice(-10);
          assert.notEqual(erased.length, 0);
          for (const line of erased) {
            const [, id = ''] = line.split(' ');
            assert.deepEqual(await filesWith({ folder }, id), [], `${line}, and still stands in a file`);
          }
        }
        const store = await openCopy(folder);
        const cases = await store?.collection<Written>('cases', []);
        const found = new Map((await cases?.find({}))?.map((doc) => [doc._id, doc.n]));
        for (const line of acknowledged) {
          const [what, id = ''] = line.split(' ');
          if (what === 'erased') assert.ok(!found.has(id), `${line}, and came back`);
          else
            assert.ok((found.get(id) ?? -1) >= (what === 'update' ? 1 : 0), `${line} was acknowledged and is missing`);
        }
      });
    await Promise.all(Array.from({ length: FOLDERS }, (_, lane) => killRepeatedly(lane)));
  });
});
