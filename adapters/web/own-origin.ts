import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form comes from a page of ours: the origin that a browser sends with it is the request's own host or
 * `publicUrl`. One without an origin is taken: the link's token and the cookie's SameSite protect it.
 */
export const isOwnOrigin = (
  { origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  publicUrl: string,
): boolean => {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (!/^https?:$/.test(from.protocol)) return false;
  const here = `${from.protocol}//${host ?? ''}`;
  return [here, publicUrl].some((ours) => URL.canParse(ours) && new URL(ours).origin === from.origin);
};
