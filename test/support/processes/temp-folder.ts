import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test's own; the test takes it away again. */
export const tempFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
};

/** Runs a test in a folder of its own that is gone afterwards. */
export const inTempFolder = async <T>(test: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await tempFolder();
  try {
    return await test(folder.path);
  } finally {
    await folder.remove();
  }
};
