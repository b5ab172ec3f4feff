import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** `before`: the server never sees the message. `after`: the server sees it, but its answer is lost. */
type Reset = { matches(message: Buffer): boolean; when: 'before' | 'after'; happened(): void };

export type FaultProxy = Awaited<ReturnType<typeof startFaultProxy>>;

/** A proxy to the server whose connections a test can cut, slow down and reset. */
export const startFaultProxy = async (host: string, port: number) => {
  const sockets = new Set<Socket>();
  let away = false;
  let delay = 0;
  let reset: Reset | null = null;

  const track = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket.setNoDelay(true);
  };
  const server = createServer((client) => {
    track(client);
    if (away) {
      client.resetAndDestroy();
      return;
    }
    const upstream = track(connect(port, host));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    let dropAnswers = false;
    client.on('data', (part) => {
      const hit = reset?.matches(part) ? reset : null;
      if (hit !== null) {
        reset = null;
        hit.happened();
        if (hit.when === 'before') {
          client.resetAndDestroy();
          return;
        }
        dropAnswers = true;
      }
      upstream.write(part);
    });
    upstream.on('data', (part) => {
      if (dropAnswers) client.resetAndDestroy();
      else if (delay === 0) client.write(part);
      else setTimeout(() => client.write(part), delay);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const dropAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    /** Ends every connection and refuses new ones until `heal`. */
    cut: () => {
      away = true;
      dropAll();
    },
    heal: () => {
      away = false;
    },
    /** Delays every answer by this many milliseconds. */
    slow: (milliseconds: number) => {
      delay = milliseconds;
    },
    /** Resets the connection that next carries a message with all these words; resolves when that has happened. */
    resetAt: (words: readonly string[], when: Reset['when']): Promise<void> =>
      new Promise((happened) => {
        reset = { matches: (message) => words.every((word) => message.includes(word)), when, happened };
      }),
    stop: async () => {
      away = true;
      dropAll();
      await new Promise((closed) => server.close(closed));
    },
  };
};
