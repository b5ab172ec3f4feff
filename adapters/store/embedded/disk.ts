import { writeSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The calls that a failing disk makes fail; tests put their own in place. */
export type Disk = {
  /** Writes all bytes at the end of the file, or rejects with some of them written. */
  append(handle: FileHandle, bytes: Uint8Array): Promise<void>;
  /** Resolves when everything appended survives a power loss. */
  flush(handle: FileHandle): Promise<void>;
  /** Puts new content in a file's place, all of it or nothing, through NeDB's `~` file; answers its size. */
  replace(file: string, chunks: Iterable<string>): Promise<number>;
};

/** Makes names that were added to, or changed in, a folder survive a power loss. */
export const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeWhole = async (file: string, chunks: Iterable<string>): Promise<number> => {
  const handle = await open(file, 'w', 0o600);
  let size = 0;
  try {
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      await handle.appendFile(bytes);
      size += bytes.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return size;
};

export const realDisk: Disk = {
  // Into the kernel's memory, which is quicker than asking another thread to do it. The disk is waited for in `flush`.
  append: async ({ fd }, bytes) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  },
  flush: (handle) => handle.datasync(),
  replace: async (file, chunks) => {
    try {
      const size = await writeWhole(`${file}~`, chunks);
      await rename(`${file}~`, file);
      await flushFolder(dirname(file));
      return size;
    } catch (error) {
      // On a full disk its place is wanted.
      await rm(`${file}~`, { force: true }).catch(() => undefined);
      throw error;
    }
  },
};
