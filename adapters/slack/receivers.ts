import type { IncomingMessage, ServerResponse } from 'node:http';
import bolt, { type App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { StoreUnavailable } from '../store/collection.ts';
import type { RawRoute } from '../web/route.ts';
import type { SlackLogger } from './web-api.ts';

/** How Slack reaches us: through signed requests, or through a socket that we open. */
export type EventReceiver = { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string };

export type Entrance = {
  receiver: Receiver;
  /** Null for a socket. */
  route: RawRoute | null;
  /** Connects once; the caller retries. */
  open(): Promise<void>;
  /** Calls back when a connection has ended, whoever ended it. */
  onLost(listener: () => void): void;
  /** Resolves when the events that are being handled are acknowledged, after ten seconds at most. */
  close(): Promise<void>;
};

const PATH = '/slack/events';
/** Far more than Slack sends: a modal with all its fields filled has about 40 KB. */
const MAX_BYTES = 512 * 1024;
const CONTENT = /^application\/(?:json|x-www-form-urlencoded)(?:;|$)/iu;

type ReceiverDeps = {
  apiUrl: string | null;
  logger: SlackLogger;
  /** Milliseconds until an unanswered call to Slack counts as lost. */
  timeout: number;
  onFault(error: unknown): void;
};

export const openEventReceiver = (settings: EventReceiver, deps: ReceiverDeps): Entrance =>
  settings.kind === 'http' ? signedRequests(settings.signingSecret, deps) : socket(settings.appToken, deps);

/**
 * Slack redelivers unless we answer 2xx, so we answer only after the write, and answer a fault with 500, or with 503 while
 * the store is away.
 */
const signedRequests = (signingSecret: string, { logger, onFault }: ReceiverDeps): Entrance => {
  const receiver = new bolt.HTTPReceiver({
    signingSecret,
    endpoints: PATH,
    processBeforeResponse: true,
    bodyLimit: MAX_BYTES,
    logger,
    processEventErrorHandler: async ({ error, response }) => {
      onFault(error);
      if (!response.headersSent) answerBare(response, error instanceof StoreUnavailable ? 503 : 500);
      return false;
    },
  });
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    if (!CONTENT.test(request.headers['content-type'] ?? '')) {
      request.resume();
      answerBare(response, 415);
      return;
    }
    receiver.requestListener(request, response);
  };
  const nothing = async () => undefined;
  return {
    receiver,
    route: { method: 'post', path: PATH, take },
    open: nothing,
    onLost: () => undefined,
    close: nothing,
  };
};

/** Two calls, because restify's `writeHead` returns nothing to chain. */
const answerBare = (response: ServerResponse, status: number): void => {
  response.writeHead(status);
  response.end();
};

/** bolt acknowledges socket events before it processes them; this receiver acknowledges after the write. */
class StoringSocket extends bolt.SocketModeReceiver {
  readonly handling = new Set<Promise<void>>();

  override init(app: App): void {
    const afterwards = async (event: ReceiverEvent): Promise<void> => {
      let acked: { answer: unknown } | null = null;
      const ack = async (answer?: unknown): Promise<void> => {
        acked ??= { answer };
      };
      await app.processEvent({ ...event, ack });
      if (acked !== null) await event.ack((acked as { answer: unknown }).answer as string);
    };
    const counted = (event: ReceiverEvent): Promise<void> => {
      const handled = afterwards(event);
      const settled = handled.catch(() => undefined).finally(() => this.handling.delete(settled));
      this.handling.add(settled);
      return handled;
    };
    super.init(Object.assign(Object.create(app), { processEvent: counted }));
  }
}

/** How long closing waits for events that are being handled, and then for Slack to close the socket. */
const DRAIN_MS = 10_000;
const GOODBYE_MS = 2_000;

const socket = (appToken: string, { apiUrl, logger, timeout, onFault }: ReceiverDeps): Entrance => {
  const receiver = new StoringSocket({
    appToken,
    logger,
    // We reconnect ourselves. The client's own way waits hours after a long outage, and ends the process when a
    // reconnection fails, because nobody handles its rejection.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout,
        ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
      },
    },
    processEventErrorHandler: async ({ error }) => {
      onFault(error);
      return false;
    },
  });
  return {
    receiver,
    route: null,
    open: async () => {
      const started = receiver.start();
      // Later it may still fail, when nobody waits for it any more.
      started.catch(() => undefined);
      if ((await within(timeout, started)) === TOO_LATE) {
        void receiver.client.disconnect();
        throw new Error(`the socket was not open within ${timeout} ms`);
      }
    },
    onLost: (listener) => void receiver.client.on('disconnected', listener),
    close: async () => {
      await within(DRAIN_MS, Promise.all(receiver.handling));
      // bolt's own `stop` does not wait for the socket to close, and the client's waits half a minute for a silent peer.
      await within(GOODBYE_MS, receiver.client.disconnect());
    },
  };
};

const TOO_LATE = Symbol('too late');

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T | typeof TOO_LATE> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof TOO_LATE>((resolve) => {
    timer = setTimeout(() => resolve(TOO_LATE), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
