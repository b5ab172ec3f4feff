import type { IncomingMessage, ServerResponse } from 'node:http';
import bolt, { type App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { RawRoute } from '../web/route.ts';
import type { SlackLogger } from './web-api.ts';

/** How Slack reaches us: by requests it signs, or through a socket that we open. */
export type EventReceiver = { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string };

export type Entrance = {
  receiver: Receiver;
  /** Null for a socket. */
  route: RawRoute | null;
  open(): Promise<void>;
  close(): Promise<void>;
};

const PATH = '/slack/events';
/** Far above anything Slack sends: a window with all its fields full has some 40 KB. */
const MAX_BYTES = 512 * 1024;
const CONTENT = /^application\/(?:json|x-www-form-urlencoded)(?:;|$)/iu;

type DoorDeps = { apiUrl: string | null; logger: SlackLogger; onFault(error: unknown): void };

export const openEventReceiver = (door: EventReceiver, deps: DoorDeps): Entrance =>
  door.kind === 'http' ? signedRequests(door.signingSecret, deps) : socket(door.appToken, deps);

/** Slack counts a request as taken when it is answered 2xx; so it is answered after the write, and a fault is a 500. */
const signedRequests = (signingSecret: string, { logger, onFault }: DoorDeps): Entrance => {
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

/** Two calls: restify's `writeHead` answers nothing. */
const answerBare = (response: ServerResponse, status: number): void => {
  response.writeHead(status);
  response.end();
};

/** bolt acknowledges an event of the socket before anything is done with it; here the acknowledgement waits for the write. */
class StoringSocket extends bolt.SocketModeReceiver {
  override init(app: App): void {
    const afterwards = async (event: ReceiverEvent): Promise<void> => {
      let said: { answer: unknown } | null = null;
      const ack = async (answer?: unknown): Promise<void> => {
        said ??= { answer };
      };
      await app.processEvent({ ...event, ack });
      if (said !== null) await event.ack((said as { answer: unknown }).answer as string);
    };
    super.init(Object.assign(Object.create(app), { processEvent: afterwards }));
  }
}

const socket = (appToken: string, { apiUrl, logger, onFault }: DoorDeps): Entrance => {
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
    // bolt's own `stop` does not wait for the goodbye.
    close: () => receiver.client.disconnect(),
  };
};
