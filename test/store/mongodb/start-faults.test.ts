import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';
import { type Reason, StoreNotOpened } from '../../../adapters/store/mongodb/start-fault.ts';
import { type Answering, hello, isHello, nothingFound, startFakeServer } from './fake-server.ts';

const PASSWORD = 'hemm/elig';
const USER_PART = 'sammen:hemm%2Felig@';
const QUICK = 'serverSelectionTimeoutMS=300&connectTimeoutMS=300&socketTimeoutMS=300';

/** Opens the store, which must fail; returns the error message, which must not contain the password. */
const refusalOf = async (uri: string): Promise<StoreNotOpened> => {
  const opening = openMongo(uri, { startWithin: 0 }).then((database) => database.close());
  const error = await opening.then(
    () => assert.fail('it opened'),
    (refused: unknown) => refused,
  );
  assert.ok(error instanceof StoreNotOpened, `${error}`);
  const everything = `${error.message}\n${error.stack}\n${JSON.stringify(error)}\n${error.cause}`;
  for (const secret of [PASSWORD, 'hemm%2Felig', 'elig']) assert.ok(!everything.includes(secret), error.message);
  return error;
};

/** Shortens the wait for a server that does not respond; one that responds gets the normal time. */
const onFake = async (answering: Answering, options = ''): Promise<StoreNotOpened> => {
  const server = await startFakeServer(answering);
  try {
    return await refusalOf(`mongodb://${USER_PART}127.0.0.1:${server.port}/sammen?${options}`);
  } finally {
    await server.stop();
  }
};

const expect = ({ reason, message }: StoreNotOpened, wanted: Reason, ...words: RegExp[]): void => {
  assert.equal(reason, wanted, message);
  for (const word of words) assert.match(message, word);
};

describe('starting on an unusable MongoDB', () => {
  for (const [name, uri] of [
    ['another scheme', `postgres://${USER_PART}host/sammen`],
    ['no host', 'mongodb://'],
    ['an option the driver does not know', `mongodb://${USER_PART}host/sammen?notAnOption=1`],
    ['a value that is none', `mongodb://${USER_PART}host/sammen?connectTimeoutMS=soon`],
    ['a port that is none', `mongodb://${USER_PART}host:99999/sammen`],
    ['a password that is not escaped', `mongodb://sammen:hemm/elig@host/sammen`],
    ['a colon in the password that is not escaped', `mongodb://sammen:hemm/elig:@host/sammen`],
  ] as const) {
    it(`reports a wrong address: ${name}`, async () => {
      expect(await refusalOf(uri), 'uri', /MONGODB_URI/, /mongodb:\/\/USER:PASSWORD@HOST/);
    });
  }

  for (const [server, code] of [
    ['MongoDB', 18],
    ['DocumentDB', 13],
    ['Atlas', 8000],
  ] as const) {
    it(`reports a wrong user or password, in the form of ${server}`, async () => {
      const said = await onFake((command) =>
        isHello(command)
          ? hello({ saslSupportedMechs: ['admin.SCRAM-SHA-256'] })
          : { ok: 0, code, errmsg: `bad auth for ${PASSWORD}` },
      );
      expect(said, 'credentials', /user or password/, /127\.0\.0\.1/);
    });
  }

  it('reports that the server requires a user when the address has none', async () => {
    const server = await startFakeServer((command) =>
      isHello(command) ? hello() : { ok: 0, code: 13, errmsg: 'Command listCollections requires authentication' },
    );
    try {
      const said = await refusalOf(`mongodb://127.0.0.1:${server.port}/vores`);
      expect(said, 'rights', /database vores/, /readWrite/);
    } finally {
      await server.stop();
    }
  });

  for (const [name, maxWireVersion] of [
    ['MongoDB 4.2, which the driver refuses', 8],
    ['MongoDB 6', 17],
  ] as const) {
    it(`reports a server that is too old: ${name}`, async () => {
      const server = await startFakeServer((command) => (isHello(command) ? hello({ maxWireVersion }) : nothingFound));
      try {
        expect(await refusalOf(`mongodb://127.0.0.1:${server.port}/`), 'too-old', /too old/, /MongoDB 7/);
      } finally {
        await server.stop();
      }
    });
  }

  it('reports a closed port', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    await new Promise((closed) => server.close(closed));
    assert.ok(address !== null && typeof address === 'object');
    const said = await refusalOf(`mongodb://${USER_PART}127.0.0.1:${address.port}/sammen?${QUICK}`);
    expect(said, 'unreachable', /ECONNREFUSED/, /firewall/);
  });

  it('reports a host name that does not exist', async () => {
    expect(
      await refusalOf(`mongodb://${USER_PART}no-such-host.invalid/sammen?${QUICK}`),
      'unreachable',
      /no-such-host/,
    );
    expect(
      await refusalOf(`mongodb+srv://${USER_PART}no-such-host.invalid/sammen?${QUICK}`),
      'unreachable',
      /no-such-host/,
    );
  });

  it('does not hang on a server that accepts the connection and stays silent', async () => {
    expect(await onFake(() => null, QUICK), 'unreachable', /No MongoDB answers/);
  });

  it('does not hang on a server that stays silent after the handshake', async () => {
    expect(await onFake((command) => (isHello(command) ? hello() : null), QUICK), 'unreachable');
  });

  it('reports a replica set without a primary', async () => {
    const secondary = {
      ismaster: false,
      isWritablePrimary: false,
      secondary: true,
      setName: 'rs0',
      hosts: ['127.0.0.1:1'],
      me: '127.0.0.1:1',
    };
    const said = await onFake(
      (command) => (isHello(command) ? hello(secondary) : { ok: 1 }),
      `${QUICK}&replicaSet=rs0`,
    );
    expect(said, 'unreachable', /primary/);
  });

  it('keeps trying while the server is not up yet', async () => {
    const probe = await startFakeServer(() => null);
    await probe.stop();
    const uri = `mongodb://127.0.0.1:${probe.port}/sammen?${QUICK}`;
    const opening = openMongo(uri, { startWithin: 20_000 });
    await sleep(1_000);
    const server = await startFakeServer((command) => (isHello(command) ? hello() : nothingFound), probe.port);
    try {
      await (await opening).close();
    } finally {
      await server.stop();
    }
  });
});
