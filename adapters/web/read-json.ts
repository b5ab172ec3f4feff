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

/**
 * Parses JSON that anybody may have written. Replaces characters that cannot be stored, and drops keys with which an
 * object passes for something else. @throws SyntaxError
 */
export const parseStorable = (text: string): unknown => {
  // Such characters can only come from escapes, and a reviver, which is called for every value, is slow.
  if (!/\\u(?:d[89a-f]|00[0-7])|"(?:length|toString|valueOf)"/i.test(text)) return JSON.parse(text);
  return JSON.parse(text, (key, value) => {
    if (isMisleading(key, value)) return undefined;
    return typeof value === 'string' ? storable(value) : value;
  });
};

/** Code that asks a wrong value for its length, or makes a text of it, would throw. zod asks everything for its length. */
const isMisleading = (key: string, value: unknown): boolean =>
  key === 'toString' || key === 'valueOf' || (key === 'length' && typeof value === 'object');

/** Lone surrogates and NUL are legal in JSON, but stores reject or mangle them. */
const storable = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd').replaceAll('\u0000', '');
