import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a temporary folder; the test must remove it. */
export const tempFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
};

/** Runs a test in a temporary folder and removes it afterwards. */
export const inTempFolder = async <T>(test: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await tempFolder();
  try {
    return await test(folder.path);
  } finally {
    await folder.remove();
  }
};
