import assert from 'node:assert/strict';
import pino from 'pino';
import {
  type Collection,
  type Database,
  DuplicateKey,
  FENCED_OUT,
  StoreRefusal,
  StoreUnavailable,
} from '../../../adapters/store/collection.ts';
import { openMongo } from '../../../adapters/store/mongodb/open-mongo.ts';
import { guarded } from '../../../adapters/store/mongodb/work-fault.ts';
import { hello, isHello, nothingFound, startFakeServer } from './fake-server.ts';

type Doc = { _id: string; text: string };
type Reply = Record<string, unknown> | null;

const SECRET = 'det som hun skrev';
/** Shortens the wait for an unavailable server; one that responds gets the normal time. */
const QUICK = 'serverSelectionTimeoutMS=500&connectTimeoutMS=500&socketTimeoutMS=500';
const isWrite = (command: Record<string, unknown>): boolean =>
  ['insert', 'update', 'findAndModify', 'delete'].some((name) => name in command);

/** Opens a store on a server that responds to every write with `answer`, and counts the writes. */
const onWrites = async (
  answer: () => Reply,
  test: (cases: Collection<Doc>, asked: () => number, database: Database) => Promise<void>,
  set = false,
  bounds = '',
) => {
  let asked = 0;
  const member: Record<string, unknown> = set ? { setName: 'rs0', logicalSessionTimeoutMinutes: 30 } : {};
  const server = await startFakeServer((command) => {
    if (isHello(command))
      return hello(set ? { ...member, hosts: [`127.0.0.1:${server.port}`], me: `127.0.0.1:${server.port}` } : member);
    if (!isWrite(command)) return nothingFound;
    asked += 1;
    return answer();
  });
  const database = await openMongo(`mongodb://127.0.0.1:${server.port}/sammen?${bounds}`);
  try {
    await test(await database.collection<Doc>('cases', []), () => asked, database);
  } finally {
    await database.close();
    await server.stop();
  }
};

const writes = (cases: Collection<Doc>): (() => Promise<unknown>)[] => [
  () => cases.insert({ _id: 'a', text: SECRET }),
  () => cases.update({ _id: 'a' }, { $set: { text: SECRET } }),
  () => cases.updateAndGet({ _id: 'a' }, { $set: { text: SECRET } }),
  () => cases.remove({ _id: 'a' }),
];

const rejectionOf = (write: () => Promise<unknown>): Promise<unknown> =>
  write().then(
    (answer) => assert.fail(`it answered ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );

/** The error as our log would show it. */
const logged = (error: unknown): string => {
  let line = '';
  const write = (part: string): void => {
    line += part;
  };
  pino({}, { write }).error({ err: error }, 'a request failed');
  return line;
};

const stepdown = (code: number, codeName: string) => ({
  ok: 0,
  code,
  codeName,
  errmsg: `not primary (${SECRET})`,
});

describe('MongoDB’s error for a write', () => {
  const away: readonly (readonly [string, Reply, boolean])[] = [
    ['a primary that stepped down', stepdown(10_107, 'NotWritablePrimary'), true],
    ['a primary that stepped down, standing alone', stepdown(10_107, 'NotWritablePrimary'), false],
    ['one that steps down in the middle', stepdown(189, 'PrimarySteppedDown'), true],
    ['one that shuts down', stepdown(91, 'ShutdownInProgress'), true],
    ['one that recovers', stepdown(13_436, 'NotPrimaryOrSecondary'), true],
    ['silence', null, false],
    [
      'a majority that does not answer',
      { ok: 1, n: 1, nModified: 1, writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } },
      false,
    ],
    ['too many requests', { ok: 0, code: 16_500, errmsg: 'Request rate is large' }, false],
    ['an internal error', { ok: 0, code: 1, errmsg: `something about ${SECRET}` }, false],
    ['rights taken away', { ok: 0, code: 13, errmsg: 'not authorized' }, false],
  ];
  for (const [name, reply, set] of away) {
    it(`means that the store is away: ${name}`, () =>
      onWrites(
        () => reply,
        async (cases) => {
          for (const write of writes(cases)) {
            const error = await rejectionOf(write);
            assert.ok(error instanceof StoreUnavailable, `${error}`);
            assert.ok(!logged(error).includes(SECRET));
          }
        },
        set,
        QUICK,
      ));
  }

  it('makes the driver retry once when a set has a new primary', async () => {
    let first = true;
    const answer = (): Reply => {
      const was = first;
      first = false;
      // The server sets this label when nothing was written.
      const refused = { ...stepdown(10_107, 'NotWritablePrimary'), errorLabels: ['RetryableWriteError'] };
      return was ? refused : { ok: 1, n: 1 };
    };
    await onWrites(
      answer,
      async (cases, asked) => {
        assert.equal(await cases.insert({ _id: 'a', text: '' }), true);
        assert.equal(asked(), 2);
      },
      true,
      // The driver checks a set at most every 500 ms; on a busy machine its retry comes later than the shorter timeouts allow.
      'serverSelectionTimeoutMS=15000&socketTimeoutMS=15000',
    );
  });

  it('makes us retry on a write conflict, which DocumentDB reports to one of two writers', async () => {
    const conflict = { ok: 0, code: 112, errmsg: `deadlock detected: ${SECRET}` };
    const answers: Reply[] = [conflict, conflict];
    await onWrites(
      () => answers.shift() ?? { ok: 1, n: 1, value: { _id: 'a', text: '' } },
      async (cases, asked) => {
        assert.equal(await cases.insert({ _id: 'a', text: '' }), true);
        assert.equal(asked(), 3);
        answers.push(conflict);
        assert.equal(await cases.update({ _id: 'a' }, { $set: { text: '' } }), true);
        answers.push(conflict);
        assert.deepEqual(await cases.updateAndGet({ _id: 'a' }, { $set: { text: '' } }), { _id: 'a', text: '' });
        answers.push(conflict);
        assert.equal(await cases.remove({ _id: 'a' }), 1);
      },
    );
    await onWrites(
      () => conflict,
      async (cases, asked) => {
        for (const write of writes(cases)) assert.ok((await rejectionOf(write)) instanceof StoreUnavailable);
        assert.equal(asked(), 4 * writes(cases).length, 'not for ever');
      },
    );
  });

  it('means a duplicate, even without a keyPattern', () => {
    const duplicate = {
      index: 0,
      code: 11_000,
      errmsg: `E11000 duplicate key error index: number_1 dup key: ${SECRET}`,
    };
    return onWrites(
      () => ({ ok: 1, n: 0, nModified: 0, writeErrors: [duplicate] }),
      async (cases) => {
        assert.equal(await cases.insert({ _id: 'a', text: SECRET }), false);
        const error = await rejectionOf(() => cases.update({ _id: 'a' }, { $set: { text: SECRET } }));
        assert.ok(error instanceof DuplicateKey);
        assert.ok(!logged(error).includes(SECRET));
      },
    );
  });

  it('is final when the write is refused, and neither the message nor the log contains the document', () =>
    onWrites(
      () => ({
        ok: 0,
        code: 121,
        errmsg: `Document failed validation: ${SECRET}`,
        errInfo: { details: { text: SECRET } },
      }),
      async (cases) => {
        for (const write of writes(cases)) {
          const error = await rejectionOf(write);
          assert.ok(error instanceof StoreRefusal, `${error}`);
          assert.equal(error.code, FENCED_OUT);
          assert.match(error.message, /DocumentValidationFailure \(121\)/);
          assert.ok(!logged(error).includes(SECRET));
        }
      },
    ));

  it('is replaced by "store unavailable" once the store is closed', () =>
    onWrites(
      () => ({ ok: 1, n: 1 }),
      async (cases, _asked, database) => {
        await database.close();
        for (const write of [
          ...writes(cases),
          () => database.ping(),
          () => database.collection('people', []),
          () => cases.get('a'),
        ]) {
          assert.ok((await rejectionOf(write)) instanceof StoreUnavailable);
        }
      },
    ));

  for (const broken of [
    { code: 'ECONNRESET', syscall: 'write' },
    // A socket that the server has ended.
    { code: 'EPIPE' },
    { code: 'ERR_STREAM_DESTROYED' },
  ]) {
    it(`means that the store is away when the driver passes on a broken socket: ${broken.code}`, async () => {
      const work = () => Promise.reject(Object.assign(new Error('write failed'), broken));
      assert.ok((await rejectionOf(() => guarded('read cases', 1000, work))) instanceof StoreUnavailable);
    });
  }

  it('is rethrown unchanged when the fault is ours', async () => {
    const work = () => Promise.reject(new TypeError('ours'));
    assert.ok((await rejectionOf(() => guarded('read cases', 1000, work))) instanceof TypeError);
  });
});
