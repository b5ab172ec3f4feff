import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body.ts';
import { BadRequest } from './route.ts';

/** @throws BadRequest 413 over 1 MiB, 400 when it is no JSON */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const body = await readBody(request);
  try {
    return parseStorable(body.toString('utf8'));
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
