import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { FromOutside } from './from-outside.ts';

/** Restify's names for the HTTP methods. */
type Method = 'get' | 'post' | 'head' | 'put' | 'patch' | 'del' | 'opts';
/** A route without the server's own types: adapters provide routes, and `server.ts` mounts them. */
export type Route = {
  method: Method;
  path: string;
  /** Answered however often it is asked (docs/rules.md, "Limits on requests"). */
  unlimited?: true;
  /** Any page may show it in a frame. */
  framed?: true;
  handle(request: WebRequest): Promise<WebAnswer>;
};

/** A route that reads the request and writes the response itself, for an SDK that verifies a signature over the body. */
export type RawRoute = { method: 'post'; path: string; take(request: IncomingMessage, response: ServerResponse): void };

export type WebRequest = {
  /** Parameters in the path, such as `name` in `/jobs/:name`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Where the connection comes from, such as a proxy; empty when it has closed. */
  remoteAddress: string;
  /** The body as JSON. @throws BadRequest */
  json(): Promise<unknown>;
  /** The body of a form. @throws BadRequest */
  form(): Promise<URLSearchParams>;
};

export type WebAnswer =
  | { kind: 'json'; status: number; body: unknown }
  | { kind: 'file'; status: number; type: string; body: string | Buffer; headers?: Record<string, string> }
  /** A file of any length, made while it is sent. When it breaks off, so does the answer. */
  | { kind: 'stream'; status: number; type: string; parts: AsyncIterable<string>; headers: Record<string, string> }
  /** Server-sent events: `open` receives a function to send with, and returns the clean-up for a closed connection. */
  | { kind: 'events'; open(send: (event: string, data: unknown) => void): () => void };

export const json = (status: number, body: unknown): WebAnswer => ({ kind: 'json', status, body });

/** The request is invalid. The message is for the programmer of the client. */
export class BadRequest extends FromOutside {
  override readonly name = 'BadRequest';
  readonly status: 400 | 403 | 404 | 413;
  constructor(status: BadRequest['status'], message: string) {
    super(message);
    this.status = status;
  }
}
