import type { IncomingMessage } from 'node:http';
import { BadRequest } from './route.ts';

const MAX_BYTES = 1024 * 1024;
/** Up to this limit an oversized body is discarded, so that the sender can receive the 413; beyond it we hang up. */
const MAX_DISCARDED_BYTES = 32 * 1024 * 1024;

/** Reads a request's body. @throws BadRequest 413 over 1 MiB, 400 when it is cut off */
export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > MAX_DISCARDED_BYTES) request.destroy();
      else if (size <= MAX_BYTES) chunks.push(chunk);
    }
  } catch {
    // The client hung up halfway, so nobody will see this answer.
    throw new BadRequest(400, 'the body was cut off');
  }
  if (size > MAX_BYTES) throw new BadRequest(413, 'the body is larger than 1 MiB');
  return Buffer.concat(chunks);
};
