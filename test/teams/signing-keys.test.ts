import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aMessage, aUser } from './support/activities.ts';
import { startMicrosoft } from './support/microsoft.ts';
import { openTeamsHouse } from './support/teams-context.ts';

const anna = aUser('anna');

/** Stands in front of Microsoft's keys, and lets a test spoil an answer. */
const inFrontOf = async (keysOf: string, answer: (response: ServerResponse, body: string) => Promise<void>) => {
  let url = '';
  const server: Server = createServer(async (request, response) => {
    const there = await fetch(new URL(request.url ?? '/', keysOf));
    const body = (await there.text()).replaceAll(new URL(keysOf).origin, url);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    if (request.url === '/keys') await answer(response, body);
    else response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    openIdMetadata: `${url}${new URL(keysOf).pathname}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

const inHouse = async (
  answer: (response: ServerResponse, body: string) => Promise<void>,
  test: (send: () => Promise<number>) => Promise<void>,
): Promise<void> => {
  const microsoft = await startMicrosoft();
  const keys = await inFrontOf(microsoft.openIdMetadata, answer);
  const teams = await openTeamsHouse([], 1_000, keys.openIdMetadata);
  teams.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', email: 'anna@kommune.dk' });
  try {
    await test(async () => (await teams.send(aMessage(anna, teams.connector.serviceUrl, 'hej'))).status);
  } finally {
    await teams.close();
    await keys.close();
    await microsoft.close();
  }
};

describe('Teams: Microsoft’s signing keys', () => {
  it('are waited for by everybody who writes while they are fetched', () => {
    let heads: () => void = () => undefined;
    const headsAreOut = new Promise<void>((resolve) => {
      heads = resolve;
    });
    return inHouse(
      async (response, body) => {
        // The head arrives, and the keys a moment later.
        response.write(body.slice(0, 1));
        heads();
        setTimeout(() => response.end(body.slice(1)), 100);
      },
      async (send) => {
        const first = send();
        await headsAreOut;
        assert.deepEqual(await Promise.all([first, send(), send()]), [200, 200, 200]);
      },
    );
  });

  it('are fetched anew by the next request after an answer that broke off', () => {
    let tries = 0;
    return inHouse(
      async (response, body) => {
        if (++tries > 1) return void response.end(body);
        response.write(body.slice(0, 5));
        setTimeout(() => response.destroy(), 20);
      },
      async (send) => {
        assert.equal(await send(), 503, 'Teams sends it again');
        assert.equal(await send(), 200);
      },
    );
  });
});
