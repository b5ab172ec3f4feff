import { constants } from 'node:fs';
import { access, lstat, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { folderFault } from './folder-fault.ts';

/** Below this a start may end in the middle: it writes every collection anew. */
const MIN_FREE_BYTES = 16 * 1024 ** 2;

/** What Linux keeps in memory for itself (proc, sysfs, cgroup): root may write there, and yet make no folder. */
const WITHOUT_FOLDERS: ReadonlySet<number> = new Set([0x9fa0, 0x62656572, 0x27e0eb, 0x63677270]);

/**
 * Whether the store could be opened in a folder, or the folder be made; changes nothing. Returns the free bytes on its disk.
 * @throws FolderNotUsable as `openEmbedded` would
 */
export const tryFolder = async (folder: string): Promise<number> => {
  try {
    return await freeIn(resolve(folder));
  } catch (error) {
    throw folderFault(error, folder);
  }
};

const freeIn = async (home: string): Promise<number> => {
  const place = await nearestFolder(home);
  if (!(await stat(place)).isDirectory()) throw refusal('ENOTDIR');
  await access(place, constants.R_OK | constants.W_OK | constants.X_OK);
  const { bavail, bsize, type } = await statfs(place);
  if (WITHOUT_FOLDERS.has(type)) throw refusal('ENOENT');
  if (bavail * bsize < MIN_FREE_BYTES) throw refusal('ENOSPC');
  return bavail * bsize;
};

/** The folder itself, or the one above in which the first start would make it. A link to nowhere is neither. */
const nearestFolder = async (folder: string): Promise<string> => {
  const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && dirname(folder) !== folder) return null;
    throw error;
  });
  return found === null ? nearestFolder(dirname(folder)) : folder;
};

/** What the file system would say. */
const refusal = (code: 'ENOTDIR' | 'ENOENT' | 'ENOSPC'): Error => Object.assign(new Error(code), { code });
