import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CalendarServer = {
  url: URL;
  /** Paths of the requests, in order. */
  asked: string[];
  replyWith(reply: RequestListener): void;
  /** Answers with this text. */
  give(text: string | Buffer): void;
  redirect(location: string): void;
  close(): Promise<void>;
};

/** A server on this machine that gives out a calendar, or something else. */
export const calendarServer = async (): Promise<CalendarServer> => {
  const asked: string[] = [];
  let reply: RequestListener = (_request, response) => void response.writeHead(404).end();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    reply(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/kalender.ics`),
    asked,
    replyWith: (next) => {
      reply = next;
    },
    give: (text) => {
      reply = (_request, response) => {
        // Not in one line: restify, in the same process, changes what `writeHead` gives back.
        response.writeHead(200, { 'content-type': 'text/calendar' });
        response.end(text);
      };
    },
    redirect: (location) => {
      reply = (_request, response) => {
        response.writeHead(302, { location });
        response.end();
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
