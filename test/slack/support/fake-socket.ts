import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Payload } from './events.ts';

export type FakeSocket = {
  url: string;
  /** Resolves when Sammen has connected. */
  opened: Promise<void>;
  /** Delivers an envelope as Slack does; returns the acknowledgement, or null when none came in time. */
  bring(type: string, payload: Payload, milliseconds?: number): Promise<unknown>;
  /** Ends the connection, as Slack does every few hours; resolves when Sammen has connected again. */
  refresh(): Promise<void>;
  close(): Promise<void>;
};

/** Slack's side of a socket. */
export const startFakeSocket = async (): Promise<FakeSocket> => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((listening) => server.once('listening', listening));
  const answers = new Map<string, (answer: unknown) => void>();
  let count = 0;
  let client: WebSocket | null = null;
  const opened = new Promise<void>((open) => {
    server.on('connection', (socket) => {
      client = socket;
      socket.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse(String(data));
        answers.get(envelope_id)?.(payload ?? {});
      });
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0SAMMEN01' } }));
      open();
    });
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    opened,
    bring: (type, payload, milliseconds = 10_000) =>
      new Promise((resolve) => {
        const envelope_id = `e${++count}`;
        const late = setTimeout(() => resolve(null), milliseconds);
        answers.set(envelope_id, (answer) => {
          clearTimeout(late);
          resolve(answer);
        });
        client?.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: type !== 'events_api' }));
      }),
    refresh: async () => {
      const again = new Promise<void>((connected) => server.once('connection', () => connected()));
      client?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      await again;
    },
    close: () =>
      new Promise((closed) => {
        for (const client of server.clients) client.terminate();
        server.close(() => closed());
      }),
  };
};
