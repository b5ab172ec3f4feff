import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a connection may send nothing while no request is handled on it. */
const IDLE_MS = 20_000;
/** Longer than the load balancers in front keep an idle connection, so that they, not we, end it. */
const KEEP_ALIVE_MS = 75_000;
/** How long the headers, and the whole of a request, may take to arrive. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 60_000;

/**
 * Closes connections on which nothing happens. A handler may take as long as it needs.
 * @param isBusy whether a request is being handled on the connection
 */
export const closeIdleSockets = (server: Server, isBusy: (socket: Socket) => boolean, idleMs = IDLE_MS): void => {
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.setTimeout(idleMs, (socket) => {
    if (!isBusy(socket)) socket.destroy();
  });
};
