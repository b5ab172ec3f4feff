import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from './disk.ts';

/** For its owner only. */
const OWN = 0o700;

/**
 * Makes a folder, and those above it, where they are missing. Not with Node's `recursive`: where no folder can be made,
 * such as below `/proc`, that tries for ever.
 */
export const makeFolder = async (folder: string, mode = OWN): Promise<void> => {
  const above = dirname(folder);
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' && above !== folder && !(await isThere(above))) {
      await makeFolder(above, mode);
      return makeFolder(folder, mode);
    }
    // A drive of Windows is there, but says that it may not be made.
    if (code === 'EEXIST' || code === 'EPERM') {
      const found = await stat(folder).catch((fault) => {
        throw code === 'EEXIST' ? fault : error;
      });
      if (found.isDirectory()) return;
    }
    throw error;
  }
  await flushFolder(above);
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
