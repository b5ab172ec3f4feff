import { type AddressInfo, createServer, type Socket } from 'node:net';
import { BSON } from 'mongodb';

/** Responds to one command from the wire with a document, or with null to stay silent. */
export type Answering = (command: Record<string, unknown>) => Record<string, unknown> | null;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;

/** The response to the driver's handshake; claims to be MongoDB 7. */
export const hello = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ok: 1,
  ismaster: true,
  isWritablePrimary: true,
  minWireVersion: 0,
  maxWireVersion: 21,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  ...more,
});

export const isHello = (command: Record<string, unknown>): boolean =>
  'hello' in command || 'ismaster' in command || 'isMaster' in command;

/** The responses of an empty server. */
export const nothingFound = { ok: 1, cursor: { id: 0n, ns: 'sammen.cases', firstBatch: [] } };

/** Speaks just enough of MongoDB's protocol to send faulty responses. */
export const startFakeServer = async (answering: Answering, wanted = 0) => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let waiting = Buffer.alloc(0);
    socket.on('data', (part) => {
      waiting = Buffer.concat([waiting, part]);
      while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
        const message = waiting.subarray(0, waiting.readInt32LE(0));
        waiting = waiting.subarray(message.length);
        const answer = answering(commandIn(message));
        if (answer !== null) socket.write(reply(message, answer));
      }
    });
  });
  await new Promise<void>((listening) => server.listen(wanted, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
};

const commandIn = (message: Buffer): Record<string, unknown> => {
  if (message.readInt32LE(12) === OP_QUERY) {
    // Flags, the collection's name with a null byte, the numbers to skip and to return.
    const name = message.indexOf(0, HEADER + 4);
    return BSON.deserialize(message.subarray(name + 9));
  }
  // Flags, then sections; here the first section is always the command.
  return BSON.deserialize(message.subarray(HEADER + 5, HEADER + 5 + message.readInt32LE(HEADER + 5)));
};

const reply = (message: Buffer, answer: Record<string, unknown>): Buffer => {
  const document = Buffer.from(BSON.serialize(answer));
  const isQuery = message.readInt32LE(12) === OP_QUERY;
  const before = Buffer.alloc(HEADER + (isQuery ? 20 : 5));
  before.writeInt32LE(before.length + document.length, 0);
  before.writeInt32LE(message.readInt32LE(4), 8);
  before.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
  if (isQuery) before.writeInt32LE(1, HEADER + 16);
  return Buffer.concat([before, document]);
};
