import type { Server, ServerResponse } from 'node:http';

/** How long requests in progress may take to finish when the server closes. */
const DRAIN_MS = 10_000;
const IDLE_POLL_MS = 50;

export type Drain = {
  isDraining(): boolean;
  /** Called with the response of every request. */
  began(response: ServerResponse): void;
  /** Stops listening when `grace` has resolved, and resolves when every request is answered, or is given up. */
  close(grace?: Promise<void>): Promise<void>;
};

/**
 * Closes a server so that no request is left without an answer. A client may send its next request on a connection that
 * was idle until then, and the kernel accepts connections that we have not seen. So for a while the server goes on
 * answering, but says with each answer that this connection ends. Then it stops listening, just after it has taken
 * whatever had arrived.
 */
export const createDrain = (server: Server): Drain => {
  const open = new Set<ServerResponse>();
  let draining = false;
  const lastOnItsConnection = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  return {
    isDraining: () => draining,
    began: (response) => {
      open.add(response);
      response.once('close', () => open.delete(response));
      if (draining) lastOnItsConnection(response);
    },
    close: async (grace) => {
      draining = true;
      for (const response of open) lastOnItsConnection(response);
      await grace;
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await afterInput();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // A kept-alive connection becomes idle only once its request has ended.
      const idle = setInterval(() => void afterInput().then(() => server.closeIdleConnections()), IDLE_POLL_MS);
      await closed;
      clearTimeout(late);
      clearInterval(idle);
    },
  };
};

/** Resolves just after everything that has arrived was read: what Node calls `setImmediate` follows its poll for input. */
const afterInput = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
