import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const MAX_ANSWER_MS = 60_000;

/** One request, and the count of those before it. */
export type Asked = { method: string; path: string; body: string; nth: number };

/** A platform's API that accepts every request, tells when a message comes to a chat, and keeps nothing. */
export type BareApi = {
  url: string;
  /** Resolves with the next message in a chat. Rejects after a minute without one. */
  posted(chat: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * @param answer what a request is answered with, as JSON
 * @param chatOf the chat that a request posts a message to; null for any other request
 */
export const startBareApi = async (
  answer: (asked: Asked) => unknown,
  chatOf: (asked: Asked) => string | null,
): Promise<BareApi> => {
  let count = 0;
  const waiting = new Map<string, () => void>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { method = '', url: path = '' } = request;
    const asked: Asked = { method, path, body: Buffer.concat(parts).toString(), nth: ++count };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer(asked)));
    const chat = chatOf(asked);
    if (chat === null) return;
    waiting.get(chat)?.();
    waiting.delete(chat);
  });
  // Connections stay open while another bot has its round.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted: (chat) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`nothing was posted to ${chat}`)), MAX_ANSWER_MS);
        waiting.set(chat, () => {
          clearTimeout(late);
          resolve();
        });
      }),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
