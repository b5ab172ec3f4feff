import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebRequest } from './route.ts';

/** Whether a request brings this token as a bearer token. Takes as long for a wrong one as for the right one. */
export const bringsToken = ({ headers }: Pick<WebRequest, 'headers'>, token: string): boolean =>
  timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
