import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { UnreadableFeed } from '../../bot/nudges/town-event.ts';
import { bytesOf } from './bytes-of.ts';

/** Reads a calendar from a file. @throws UnreadableFeed also for a folder, a device or a pipe */
export const readFeedFile = async (path: string): Promise<Buffer> => {
  // A pipe without a writer would be waited for otherwise.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
    const isDenied = error.code === 'EACCES' || error.code === 'EPERM';
    throw new UnreadableFeed(isDenied ? 'denied' : 'missing', `the file cannot be opened (${error.code})`);
  });
  try {
    if (!(await file.stat()).isFile()) throw new UnreadableFeed('not-calendar', 'it is no ordinary file');
    return await bytesOf(file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
};
