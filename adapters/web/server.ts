import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response } from 'restify';
import { StoreUnavailable } from '../store/collection.ts';
import { type AnsweredRequests, countAnsweredRequests } from './answered-requests.ts';
import { clientAddress } from './client-address.ts';
import { createDrain } from './drain.ts';
import { closeIdleSockets } from './idle-sockets.ts';
import { listenFault } from './listen-fault.ts';
import { createQuota } from './quota.ts';
import { readForm } from './read-form.ts';
import { readJson } from './read-json.ts';
import { BadRequest, json, type RawRoute, type Route, type WebAnswer, type WebRequest } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { send } from './send-answer.ts';

export type WebServerDeps = {
  routes: readonly (Route | RawRoute)[];
  /** The host names it answers to; null for any. */
  hosts: ReadonlySet<string> | null;
  /** The address that people reach it on, which is known once it listens. Empty: only the host that a request names. */
  publicUrl?: () => string;
  /** Milliseconds after which a connection without a request is closed, for tests. */
  idleMs?: number;
  answered?: AnsweredRequests;
  /** Whether an error is a fault of ours, and counts as 500; otherwise it is one of whoever we asked. */
  isOurs?(error: unknown): boolean;
  onFault(error: unknown): void;
};

export type WebServer = {
  /** Resolves with the port. @throws NotListening */
  listen(port: number, host: string): Promise<number>;
  /** `/readyz` says at once that it closes; it stops listening when `grace` has resolved. */
  close(grace?: Promise<void>): Promise<void>;
};

/** How often an address may ask for one route within a minute (docs/rules.md, "Limits on requests"). */
const MAX_PER_MINUTE = 300;
const MAX_PATH_PART_LENGTH = 1_000;

/** Creates the HTTP server. An error in a handler becomes a status with a neutral body, never a stack trace. */
export const createWebServer = ({
  routes,
  hosts,
  publicUrl = () => '',
  idleMs,
  answered = countAnsweredRequests(() => undefined),
  isOurs = () => true,
  onFault,
}: WebServerDeps): WebServer => {
  // No `handleUncaughtExceptions`: it creates a domain per request, which doubles the cost of every promise in the
  // process. It is for handlers that throw synchronously; ours are async and catch everything.
  // `maxParamLength`: a signed link is one long path part. The router's default limit is 100 characters, and restify's
  // types do not know the option.
  const settings = { name: 'sammen', maxParamLength: MAX_PATH_PART_LENGTH };
  const server = restify.createServer(settings);
  // restify takes an upgrade's socket and leaves it open. Without a listener it is a request like any other.
  server.server.removeAllListeners('upgrade');
  const drain = createDrain(server.server);
  closeIdleSockets(server.server, drain.isBusy, idleMs);
  const setHeaders = securityHeaders(() => publicUrl().startsWith('https:'));
  const quota = createQuota(MAX_PER_MINUTE);
  /** Functions that end the open event streams. */
  const streams = new Set<() => void>();
  server.on(
    'restifyError',
    // `done` is never called, because restify would send a second answer. The body is drained; otherwise it would be
    // parsed as the next request on the same connection.
    (request: Request, response: Response, error: { statusCode?: number }, _done: () => void) => {
      request.resume();
      if (!response.headersSent) send(response, fault(error.statusCode ?? 404, 'not-found', 'not found'));
    },
  );
  server.pre((request, response, next) => {
    setHeaders(request, response);
    if (request.headers.upgrade !== undefined) response.setHeader('Connection', 'close');
    answered.watch(response);
    drain.began(response, () => {
      if (drain.isDraining() && request.path() === '/readyz') {
        send(response, fault(503, 'closing', 'Sammen is closing'));
        return next(false);
      }
      if (hosts !== null && !isAtHome(request, hosts)) {
        send(response, fault(403, 'wrong-host', 'this address answers on localhost only'));
        return next(false);
      }
      return next();
    });
  });
  for (const route of routes) {
    if ('take' in route) {
      server.post(route.path, (request: Request, response: Response, _next: () => void) => {
        takeOver(route, request, response, { onFault, answered });
      });
      continue;
    }
    const handle = async (request: Request, response: Response): Promise<void> => {
      const wait = route.unlimited ? null : await quota.take(`${route.path} ${addressOf(request)}`);
      if (wait !== null) {
        request.resume();
        response.setHeader('Retry-After', wait);
        send(response, tooMany);
        return;
      }
      const said = await answer(route, request, publicUrl(), { isOurs, onFault });
      if (said === unavailable) answered.fault(response);
      if (route.framed) response.removeHeader('X-Frame-Options');
      try {
        send(response, said, streams, onFault);
      } catch (error) {
        onFault(error);
        response.destroy();
      }
    };
    server[route.method](route.path, handle);
    if (route.method === 'get') server.head(route.path, handle);
  }
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        // restify passes its server's errors on, and would throw one that nobody hears.
        server.once('error', (error: unknown) => reject(listenFault(error, port, host)));
        server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port));
      }),
    close: (grace) => {
      for (const end of streams) end();
      return drain.close(grace);
    },
  };
};

/** Passes the raw request and response to the route. A throw must not end the process. */
const takeOver = (
  route: RawRoute,
  request: Request,
  response: Response,
  { onFault, answered }: Required<Pick<WebServerDeps, 'onFault' | 'answered'>>,
): void => {
  try {
    route.take(request, response);
  } catch (error) {
    onFault(error);
    answered.fault(response);
    request.resume();
    if (!response.headersSent) send(response, unavailable);
  }
};

/** The Host and, from a browser, the Origin must be ours, so that a foreign page cannot control a local server. */
const isAtHome = (request: Request, hosts: ReadonlySet<string>): boolean => {
  const host = nameOf(`http://${request.headers.host ?? ''}`);
  const origin = request.headers.origin;
  return host !== null && hosts.has(host) && (origin === undefined || hosts.has(nameOf(origin) ?? ''));
};

const nameOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null);

const addressOf = ({ socket, headers }: Request): string =>
  clientAddress(socket.remoteAddress ?? '', [headers['x-forwarded-for']].flat()[0]);

const answer = async (
  route: Route,
  request: Request,
  publicUrl: string,
  { isOurs, onFault }: Required<Pick<WebServerDeps, 'isOurs' | 'onFault'>>,
): Promise<WebAnswer> => {
  const asked: WebRequest = {
    params: request.params ?? {},
    query: new URLSearchParams(request.getQuery()),
    headers: request.headers,
    remoteAddress: request.socket.remoteAddress ?? '',
    json: () => readJson(request),
    form: () => readForm(request, publicUrl),
  };
  try {
    return await route.handle(asked);
  } catch (error) {
    if (error instanceof BadRequest) return fault(error.status, 'bad-request', error.message);
    onFault(error);
    if (error instanceof StoreUnavailable)
      return fault(503, 'store-unavailable', 'the store is away; send it again in a while');
    return isOurs(error) ? unavailable : elsewhere;
  }
};

const fault = (status: number, code: string, message: string): WebAnswer => json(status, { error: { code, message } });
const tooMany = fault(429, 'too-many-requests', 'too many requests from this address; wait a minute');
/** For a fault of ours: it counts as 500, but asks whoever sent it to send it again. */
const unavailable = fault(503, 'unavailable', 'something went wrong here; send it again in a while');
const elsewhere = fault(503, 'platform-unavailable', 'the platform is away; send it again in a while');
