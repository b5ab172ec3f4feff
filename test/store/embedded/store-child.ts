import { lockFolder } from '../../../adapters/store/embedded/folder-lock.ts';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';

// A child process for the tests. `lock FOLDER` takes the lock and ends. `hold FOLDER` opens the store and stays.
// `write FOLDER PREFIX` writes, erases and purges concurrently until it is killed, and prints each id once that is
// acknowledged.
const [command, folder = '', prefix = ''] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const write = async (): Promise<void> => {
  const db = await openEmbedded(folder);
  const cases = await db.collection<{ _id: string; n: number; text: string }>('cases', []);
  const lane = async (name: string): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const _id = `${prefix}-${name}-${n}`;
      await cases.insert({ _id, n: 0, text: 'æ'.repeat((n * 37) % 900) });
      say(`insert ${_id}`);
      await cases.update({ _id }, { $inc: { n: 1 } });
      say(`update ${_id}`);
    }
  };
  const erasing = async (): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const _id = `${prefix}-erased-${n}.`;
      await cases.insert({ _id, n: 0, text: 'æ' });
      await cases.remove({ _id });
      await db.purge();
      say(`erased ${_id}`);
    }
  };
  await Promise.all([...['a', 'b', 'c', 'd'].map(lane), erasing()]);
};

try {
  if (command === 'write') await write();
  if (command === 'lock') {
    await lockFolder(folder);
    say('locked');
  } else {
    await openEmbedded(folder);
    say('open');
    // Exit when the test that started this process ends.
    process.stdin.resume().on('end', () => process.exit());
  }
} catch (error) {
  say(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
}
