import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A route of ours, without the server's own types: adapters offer routes, `server.ts` mounts them. */
/** By restify's names. */
type Method = 'get' | 'post' | 'head' | 'put' | 'patch' | 'del' | 'opts';
export type Route = { method: Method; path: string; handle(request: WebRequest): Promise<WebAnswer> };

/** A route that reads and answers by itself, for an SDK that checks a signature over the bytes of the body. */
export type RawRoute = { method: 'post'; path: string; take(request: IncomingMessage, response: ServerResponse): void };

export type WebRequest = {
  /** From the path, such as `name` in `/jobs/:name`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Who is at the other end of the connection; empty when it has gone. */
  remoteAddress: string;
  /** The body as JSON. @throws BadRequest */
  json(): Promise<unknown>;
  /** The body of a form. @throws BadRequest */
  form(): Promise<URLSearchParams>;
};

export type WebAnswer =
  | { kind: 'json'; status: number; body: unknown }
  | { kind: 'file'; status: number; type: string; body: string | Buffer; headers?: Record<string, string> }
  /** Server-sent events: `open` gets a way to send, and answers what to do when the reader leaves. */
  | { kind: 'events'; open(send: (event: string, data: unknown) => void): () => void };

export const json = (status: number, body: unknown): WebAnswer => ({ kind: 'json', status, body });

/** What arrived cannot be dealt with; the message is for whoever wrote the script. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: 400 | 403 | 404 | 413;
  constructor(status: BadRequest['status'], message: string) {
    super(message);
    this.status = status;
  }
}
