import { resolve } from 'node:path';
import { MendableError } from '../../../bot/mendable-error.ts';
import { lockByPipe } from './pipe-lock.ts';
import { lockBySocket } from './socket-lock.ts';

/** Another running process holds the folder. */
export class StoreInUse extends MendableError {
  override readonly name = 'StoreInUse';
}

export type FolderLock = { release(): Promise<void> };

/** Locks a folder until it is released or this process dies. @throws StoreInUse when another process holds it */
export const lockFolder = async (
  folder: string,
  lock = process.platform === 'win32' ? lockByPipe : lockBySocket,
): Promise<FolderLock> => {
  const home = resolve(folder);
  const release = await lock(home);
  if (release === null)
    throw new StoreInUse(
      `Another Sammen uses ${home}. Stop it first, or give this one a folder of its own in DATA_DIR; ` +
        'several processes at once need MongoDB (MONGODB_URI).',
    );
  return { release };
};
