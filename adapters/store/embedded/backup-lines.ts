import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { damaged } from './backup-form.ts';

/** The lines of a packed file. No more of it is unpacked than was asked for. */
export type Lines = {
  /** The next line with its end; null after the last. @throws BackupFault when it is longer than `max` bytes */
  next(max: number): Promise<Buffer | null>;
  close(): Promise<void>;
};

/** Rejects, when it is read, with what the file system or zlib rejects with. */
export const linesIn = (file: string): Lines => {
  const unpacked = createGunzip();
  // What goes wrong ends the iteration below.
  pipeline(createReadStream(file), unpacked, () => undefined);
  const chunks: AsyncIterator<Buffer> = unpacked[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const next = async (max: number): Promise<Buffer | null> => {
    const parts: Buffer[] = [];
    for (let length = 0; ; ) {
      const end = rest.indexOf(0x0a) + 1;
      const part = end === 0 ? rest : rest.subarray(0, end);
      parts.push(part);
      length += part.length;
      if (length > max) throw damaged(file, 'it holds more than it says');
      rest = end === 0 ? Buffer.alloc(0) : rest.subarray(end);
      if (end > 0) return Buffer.concat(parts);
      const chunk = await chunks.next();
      if (chunk.done === true) return length === 0 ? null : Buffer.concat(parts);
      rest = chunk.value;
    }
  };
  return {
    next,
    close: async () => {
      unpacked.destroy();
    },
  };
};
