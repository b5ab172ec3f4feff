import type { IncomingMessage, ServerResponse } from 'node:http';
import bolt, { type App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { RawRoute } from '../web/route.ts';
import type { SlackLogger } from './web-api.ts';

/** How Slack reaches us: through signed requests, or through a socket that we open. */
export type EventReceiver = { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string };

export type Entrance = {
  receiver: Receiver;
  /** Null for a socket. */
  route: RawRoute | null;
  open(): Promise<void>;
  close(): Promise<void>;
};

const PATH = '/slack/events';
/** Far more than Slack sends: a modal with all its fields filled has about 40 KB. */
const MAX_BYTES = 512 * 1024;
const CONTENT = /^application\/(?:json|x-www-form-urlencoded)(?:;|$)/iu;

type ReceiverDeps = { apiUrl: string | null; logger: SlackLogger; onFault(error: unknown): void };

export const openEventReceiver = (settings: EventReceiver, deps: ReceiverDeps): Entrance =>
  settings.kind === 'http' ? signedRequests(settings.signingSecret, deps) : socket(settings.appToken, deps);

/** Slack redelivers unless we answer 2xx, so we answer only after the write, and answer a fault with 500. */
const signedRequests = (signingSecret: string, { logger, onFault }: ReceiverDeps): Entrance => {
  const receiver = new bolt.HTTPReceiver({
    signingSecret,
    endpoints: PATH,
    processBeforeResponse: true,
    bodyLimit: MAX_BYTES,
    logger,
    processEventErrorHandler: async ({ error, response }) => {
      onFault(error);
      if (!response.headersSent) answerBare(response, 500);
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
  return { receiver, route: { method: 'post', path: PATH, take }, open: nothing, close: nothing };
};

/** Two calls, because restify's `writeHead` returns nothing to chain. */
const answerBare = (response: ServerResponse, status: number): void => {
  response.writeHead(status);
  response.end();
};

/** bolt acknowledges socket events before it processes them; this receiver acknowledges after the write. */
class StoringSocket extends bolt.SocketModeReceiver {
  override init(app: App): void {
    const afterwards = async (event: ReceiverEvent): Promise<void> => {
      let acked: { answer: unknown } | null = null;
      const ack = async (answer?: unknown): Promise<void> => {
        acked ??= { answer };
      };
      await app.processEvent({ ...event, ack });
      if (acked !== null) await event.ack((acked as { answer: unknown }).answer as string);
    };
    super.init(Object.assign(Object.create(app), { processEvent: afterwards }));
  }
}

const socket = (appToken: string, { apiUrl, logger, onFault }: ReceiverDeps): Entrance => {
  const receiver = new StoringSocket({
    appToken,
    logger,
    ...(apiUrl === null ? {} : { installerOptions: { clientOptions: { slackApiUrl: apiUrl } } }),
    processEventErrorHandler: async ({ error }) => {
      onFault(error);
      return false;
    },
  });
  return {
    receiver,
    route: null,
    open: async () => {
      await receiver.start();
    },
    // bolt's own `stop` does not wait for the socket to close.
    close: () => receiver.client.disconnect(),
  };
};
