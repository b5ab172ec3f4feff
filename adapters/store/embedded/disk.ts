import { writeSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The calls that fail when the disk fails; tests replace them. */
export type Disk = {
  /** Appends all bytes to the file. When it rejects, some of them may have been written. */
  append(handle: FileHandle, bytes: Uint8Array): Promise<void>;
  /** Resolves when everything appended survives a power loss. */
  flush(handle: FileHandle): Promise<void>;
  /** Replaces a file's content atomically, through NeDB's `~` file. Returns the new size in bytes. */
  replace(file: string, chunks: Iterable<string>): Promise<number>;
};

/** Makes new and renamed entries of a folder survive a power loss. Windows opens no folder, and needs no such call. */
export const flushFolder = async (folder: string, platform: NodeJS.Platform = process.platform): Promise<void> => {
  if (platform === 'win32') return;
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
  // Synchronous, because writing to the page cache is quicker than a thread switch. `flush` waits for the disk.
  append: async ({ fd }, bytes) => {
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(fd, bytes, offset);
  },
  flush: (handle) => handle.datasync(),
  replace: async (file, chunks) => {
    try {
      const size = await writeWhole(`${file}~`, chunks);
      await rename(`${file}~`, file);
      await flushFolder(dirname(file));
      return size;
    } catch (error) {
      // A full disk needs the space.
      await rm(`${file}~`, { force: true }).catch(() => undefined);
      throw error;
    }
  },
};
