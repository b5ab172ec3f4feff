import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long requests in progress may take to finish when the server closes. */
const DRAIN_MS = 10_000;
const IDLE_POLL_MS = 50;
/** How long a new connection may take to send its first request before it counts as idle. */
const FIRST_REQUEST_MS = 1_000;
/**
 * How long nothing must have come or gone before the server stops listening, and how long it waits for that. A client on
 * a busy machine may pause in the middle of connecting; Slack waits three seconds for an answer.
 */
const LULL_MS = 250;
const LULL_WITHIN_MS = 2_000;

export type Drain = {
  isDraining(): boolean;
  /** Whether a request on this connection is not answered yet. */
  isBusy(socket: Socket): boolean;
  /** Called with the response of every request; calls back, usually at once, when the request may be handled. */
  began(response: ServerResponse, handle: () => void): void;
  /** Stops listening when `grace` has resolved, and resolves when every request is answered, or is given up. */
  close(grace?: Promise<void>): Promise<void>;
};

/**
 * Closes a server so that no request is left without an answer. A client may send its next request on a connection that
 * was idle until then, and the kernel accepts connections that we have not seen. So for a while the server goes on
 * answering, but says with each answer that this connection ends. Then it stops listening, just after it has looked for
 * what had arrived: the kernel resets whatever arrives between that look and the end. So it does that in a lull, which it
 * makes itself: requests are held for a moment, because whoever waits for an answer sends nothing.
 */
export const createDrain = (server: Server): Drain => {
  const open = new Set<ServerResponse>();
  /** Connections without a request so far, and when they were made. */
  const fresh = new Map<Socket, number>();
  let draining = false;
  /** Requests that wait until the server has stopped listening; null while none has to. */
  let held: (() => void)[] | null = null;
  let busyAt = 0;
  const busy = (): void => {
    busyAt = performance.now();
  };
  server.on('connection', (socket) => {
    busy();
    fresh.set(socket, performance.now());
    socket.once('close', () => fresh.delete(socket));
  });
  const lastOnItsConnection = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  const lull = async (): Promise<void> => {
    const latest = performance.now() + LULL_WITHIN_MS;
    while (performance.now() - busyAt < LULL_MS && performance.now() < latest) await sleep(1);
    await afterInput();
  };
  /** Node counts a connection as idle, too, whose first request is still on its way. */
  const closeIdle = (): void => {
    const now = performance.now();
    if ([...fresh.values()].every((madeAt) => now - madeAt > FIRST_REQUEST_MS)) server.closeIdleConnections();
  };
  return {
    isDraining: () => draining,
    isBusy: (socket) => [...open].some((response) => response.req.socket === socket && !response.writableEnded),
    began: (response, handle) => {
      open.add(response);
      fresh.delete(response.req.socket);
      response.once('close', () => {
        open.delete(response);
        busy();
      });
      if (draining) lastOnItsConnection(response);
      if (held === null) handle();
      else held.push(handle);
    },
    close: async (grace) => {
      draining = true;
      for (const response of open) lastOnItsConnection(response);
      await grace;
      held = [];
      if (grace !== undefined) await lull();
      // The close of an HTTP server would also close what it takes for idle.
      const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      for (const handle of held) handle();
      held = null;
      closeIdle();
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      // A kept-alive connection becomes idle only once its request has ended.
      const idle = setInterval(() => void afterInput().then(closeIdle), IDLE_POLL_MS);
      await closed;
      clearTimeout(late);
      clearInterval(idle);
    },
  };
};

/** Resolves just after everything that has arrived was read: what Node calls `setImmediate` follows its poll for input. */
const afterInput = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
