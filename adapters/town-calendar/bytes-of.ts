import type { Readable } from 'node:stream';
import { UnreadableFeed } from '../../bot/nudges/town-event.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** Reads a stream to its end. @throws UnreadableFeed when it is larger than a calendar may be */
export const bytesOf = async (stream: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      stream.destroy();
      throw new UnreadableFeed('large', 'it is larger than 5 MB');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
