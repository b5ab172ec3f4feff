import type { WebRequest } from '../web/route.ts';

const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/i.test(host);

/** Whether a request was made on this machine and not forwarded by a proxy or a tunnel. */
export const isCalledFromHere = ({ remoteAddress, headers }: Pick<WebRequest, 'remoteAddress' | 'headers'>): boolean =>
  isLoopback(remoteAddress) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;

/** Whether an answer to this address would stay on this machine. */
export const isServedFromHere = (serviceUrl: string): boolean =>
  URL.canParse(serviceUrl) && isLoopback(new URL(serviceUrl).hostname);
