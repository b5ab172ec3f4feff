import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type EmbeddingsServer = {
  url: URL;
  /** The texts of each request, in order. */
  asked: string[][];
  /** Answers the following requests; without it, every text gets a vector by its letters. */
  answerWith(answer: ((texts: string[]) => unknown) | null): void;
  /** Leaves the answers to the following requests to `reply`. */
  replyWith(reply: RequestListener): void;
  close(): Promise<void>;
};

/** A server on this machine that speaks the form of OpenAI's embeddings. */
export const embeddingsServer = async (): Promise<EmbeddingsServer> => {
  const asked: string[][] = [];
  let answer: ((texts: string[]) => unknown) | null = null;
  let reply: RequestListener | null = null;
  const server = createServer(async (request, response) => {
    const { input } = JSON.parse(await bodyOf(request)) as { input: string[] };
    asked.push(input);
    if (reply !== null) return reply(request, response);
    const told = answer === null ? vectorsFor(input) : answer(input);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof told === 'string' ? told : JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/v1/embeddings`),
    asked,
    answerWith: (next) => {
      answer = next;
      reply = null;
    },
    replyWith: (next) => {
      reply = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøå';

/** Counts letters: texts with the same words point the same way. */
export const vectorsFor = (texts: readonly string[]) => ({
  data: texts.map((text, index) => ({
    index,
    embedding: [...LETTERS].map((letter) => 1 + text.toLowerCase().split(letter).length),
  })),
});
