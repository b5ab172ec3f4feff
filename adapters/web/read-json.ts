import type { IncomingMessage } from 'node:http';
import { BadRequest } from './route.ts';

const MOST_BYTES = 1024 * 1024;
/** Past this a sender is cut off; up to it the rest is read and thrown away, so that they can hear the 413. */
const MOST_THROWN_AWAY = 32 * 1024 * 1024;

/** @throws BadRequest 413 over 1 MiB, 400 when it is no JSON */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > MOST_THROWN_AWAY) request.destroy();
      else if (size <= MOST_BYTES) chunks.push(chunk);
    }
  } catch {
    // The caller hung up in the middle: nobody is left to hear the answer.
    throw new BadRequest(400, 'the body was cut off');
  }
  if (size > MOST_BYTES) throw new BadRequest(413, 'the body is larger than 1 MiB');
  try {
    return parseStorable(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BadRequest(400, 'the body is not JSON');
  }
};

/** JSON in which every string can be stored. @throws SyntaxError */
export const parseStorable = (text: string): unknown => {
  // Only an escape can say such a character, and a reviver is called for every value.
  if (!/\\u(?:d[89a-f]|0000)/i.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value) => (typeof value === 'string' ? storable(value) : value));
};

/** Half surrogate pairs and NUL are legal in JSON and refused or mangled by stores. */
const storable = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd').replaceAll('\u0000', '');
