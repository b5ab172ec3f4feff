import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'restify';
import type { WebAnswer } from './route.ts';

/** Sends an answer; `streams` gets what ends an open event stream. A file that breaks off ends the connection. */
export const send = (
  response: Response,
  answered: WebAnswer,
  streams = new Set<() => void>(),
  onFault: (error: unknown) => void = () => undefined,
): void => {
  switch (answered.kind) {
    case 'json':
      response.writeHead(answered.status, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(answered.body));
      return;
    case 'file':
      response.writeHead(answered.status, { 'Content-Type': answered.type, ...answered.headers });
      response.end(answered.body);
      return;
    case 'stream':
      response.writeHead(answered.status, { 'Content-Type': answered.type, ...answered.headers });
      pipeline(Readable.from(answered.parts), response).catch((error) => {
        if (!hasLeft(error)) onFault(error);
      });
      return;
    case 'events': {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'keep-alive' });
      if (response.req.method === 'HEAD') {
        response.end();
        return;
      }
      response.write('retry: 1000\n\n');
      const leave = answered.open((event, data) =>
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      );
      const end = (): void => void response.end();
      streams.add(end);
      response.on('close', () => {
        streams.delete(end);
        leave();
      });
    }
  }
};

/** Whoever asked closed the connection before the end, which is no fault of ours. */
const hasLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
