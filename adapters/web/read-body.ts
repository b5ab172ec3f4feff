import type { IncomingMessage } from 'node:http';
import { BadRequest } from './route.ts';

const MAX_BYTES = 1024 * 1024;
/** Past this a sender is cut off; up to it the rest is read and thrown away, so that they can hear the 413. */
const MAX_THROWN_AWAY = 32 * 1024 * 1024;

/** @throws BadRequest 413 over 1 MiB, 400 when it is cut off */
export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > MAX_THROWN_AWAY) request.destroy();
      else if (size <= MAX_BYTES) chunks.push(chunk);
    }
  } catch {
    // The caller hung up in the middle: nobody is left to hear the answer.
    throw new BadRequest(400, 'the body was cut off');
  }
  if (size > MAX_BYTES) throw new BadRequest(413, 'the body is larger than 1 MiB');
  return Buffer.concat(chunks);
};
