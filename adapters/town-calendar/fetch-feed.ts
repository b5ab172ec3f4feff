import { lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFeed } from '../../bot/nudges/town-event.ts';
import { SECOND } from '../../bot/time/units.ts';
import { bytesOf } from './bytes-of.ts';
import { hostOf, isLoopbackAddress, isLoopbackHost, isPublicAddress } from './public-address.ts';

/** From the first connection to the last byte, over all redirects. */
const MAX_MS = 10 * SECOND;
const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Finds the addresses of a name, as `dns.lookup` with `all` does. */
export type Resolve = (
  host: string,
  callback: (error: Error | null, found: readonly { address: string; family: number }[]) => void,
) => void;

type Ways = { within?: number; resolve?: Resolve };

/**
 * Fetches a calendar. Each address on the way must begin with https and lead to the open internet, which is checked
 * where the connection is made. `url` on this machine is fetched over http, too, and may redirect there.
 * @param within milliseconds @throws UnreadableFeed
 */
export const fetchFeed = async (url: URL, { within = MAX_MS, resolve = resolveAll }: Ways = {}): Promise<Buffer> => {
  const isHere = isLoopbackHost(url);
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), within);
  timer.unref();
  try {
    let next = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await ask(next, isHere, deadline.signal, resolve);
      const location = response.headers.location;
      if (!REDIRECTS.includes(response.statusCode ?? 0) || location === undefined) return await bodyOf(response);
      response.destroy();
      if (!URL.canParse(location, next.href)) throw new UnreadableFeed('redirects', 'a redirect leads to no address');
      next = new URL(location, next.href);
    }
    throw new UnreadableFeed('redirects', `it redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    if (deadline.signal.aborted) throw new UnreadableFeed('slow', `it did not come within ${within} ms`);
    if (error instanceof UnreadableFeed) throw error;
    throw new UnreadableFeed('unreachable', `it cannot be reached (${codeOf(error)})`);
  } finally {
    clearTimeout(timer);
    deadline.abort();
  }
};

const ask = (url: URL, isHere: boolean, signal: AbortSignal, resolve: Resolve): Promise<IncomingMessage> =>
  new Promise((answer, reject) => {
    const host = hostOf(url);
    const isAllowed = (address: string) => isPublicAddress(address) || (isHere && isLoopbackAddress(address));
    if (url.protocol !== 'https:' && !(isHere && url.protocol === 'http:' && isLoopbackHost(url)))
      return reject(new UnreadableFeed('insecure', `it leads to an address that begins with ${url.protocol}`));
    if (isIP(host) !== 0 && !isAllowed(host)) return reject(inside());
    const asking = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      agent: false,
      signal,
      lookup: lookUp(resolve, isAllowed),
      headers: { accept: 'text/calendar', 'accept-encoding': 'identity', 'user-agent': 'Sammen' },
    });
    // Whatever found the address: what counts is where the connection leads.
    asking.on('socket', (socket) => {
      socket.unref();
      socket.on('connect', () => {
        if (!isAllowed(socket.remoteAddress ?? '')) asking.destroy(inside());
      });
    });
    asking.on('response', answer);
    asking.on('error', reject);
    asking.end();
  });

const inside = () => new UnreadableFeed('private', 'it leads to an address that is not on the open internet');

/** One answer that is not allowed spoils the others: a name that leads inside now and then is not trusted. */
const lookUp =
  (resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction =>
  (host, options, callback) =>
    resolve(host, (error, found) => {
      const [first] = found;
      if (error !== null || first === undefined) return callback(error ?? new Error('no address'), '');
      if (!found.every(({ address }) => isAllowed(address))) return callback(inside(), '');
      if (options.all === true) callback(null, [...found]);
      else callback(null, first.address, first.family);
    });

const resolveAll: Resolve = (host, callback) =>
  lookup(host, { all: true }, (error, found) => callback(error, found ?? []));

/** No longer than a calendar may be, also when it was packed. */
const bodyOf = async (response: IncomingMessage): Promise<Buffer> => {
  const { statusCode = 0 } = response;
  if (statusCode !== 200) {
    response.destroy();
    throw new UnreadableFeed(faultOf(statusCode), `it answers with status ${statusCode}`);
  }
  const unpacked = unpackedOf(response);
  try {
    return await bytesOf(unpacked);
  } finally {
    response.destroy();
  }
};

const unpackedOf = (response: IncomingMessage): Readable => {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return response;
  if (encoding !== 'gzip' && encoding !== 'x-gzip')
    throw new UnreadableFeed('broken', 'it is packed in an unknown way');
  const unpacked = createGunzip();
  response.on('error', (error) => unpacked.destroy(error));
  return response.pipe(unpacked);
};

const faultOf = (status: number): UnreadableFeed['fault'] => {
  if (status === 404 || status === 410) return 'missing';
  return status === 401 || status === 403 || status === 407 ? 'denied' : 'unreachable';
};

/** Never an address: it may hold the key of the calendar. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : typeof error;
