import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body.ts';
import { BadRequest } from './route.ts';

/** Reads a JSON body. @throws BadRequest 413 over 1 MiB, 400 when it is not JSON */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const body = await readBody(request);
  try {
    return parseStorable(body.toString('utf8'));
  } catch {
    throw new BadRequest(400, 'the body is not JSON');
  }
};

/** Parses JSON and replaces characters that cannot be stored. @throws SyntaxError */
export const parseStorable = (text: string): unknown => {
  // Such characters can only come from escapes, and a reviver, which is called for every value, is slow.
  if (!/\\u(?:d[89a-f]|0000)/i.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value) => (typeof value === 'string' ? storable(value) : value));
};

/** Lone surrogates and NUL are legal in JSON, but stores reject or mangle them. */
const storable = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd').replaceAll('\u0000', '');
