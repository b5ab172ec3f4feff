import type { IncomingMessage } from 'node:http';
import { isOwnOrigin } from './own-origin.ts';
import { readBody } from './read-body.ts';
import { BadRequest } from './route.ts';

const FORM = /^application\/x-www-form-urlencoded\s*(?:;\s*charset=utf-8\s*)?$/i;

/**
 * Reads a submitted form. @throws BadRequest 400 when it is not a form or repeats a field, 403 when it was sent from a page
 * that is not ours, 413 over 1 MiB
 */
export const readForm = async (request: IncomingMessage, publicUrl: string): Promise<URLSearchParams> => {
  const body = await readBody(request);
  const fields = new URLSearchParams(body.toString('utf8'));
  if (!isOwnOrigin(request.headers, publicUrl)) throw new BadRequest(403, 'the form was sent from another page');
  if (!FORM.test(request.headers['content-type'] ?? '')) throw new BadRequest(400, 'the body is no form');
  if (new Set(fields.keys()).size !== fields.size) throw new BadRequest(400, 'a field of the form stands there twice');
  return fields;
};
