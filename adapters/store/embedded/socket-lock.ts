import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MendableError } from '../../../bot/mendable-error.ts';

// The lock is a listening Unix socket in the folder. The kernel closes it with its process, however that dies, and any
// process that shares the volume on the same machine can query it, even from another container.
//
// Every contender uses a fresh name, so removing a dead socket can never hit a live one. A contender first shows its
// socket and then looks for others: of two that start at the same instant at least one sees the other, and the smaller
// name wins.

class TemporaryFolderTooDeep extends MendableError {
  override readonly name = 'TemporaryFolderTooDeep';
  constructor() {
    super(`The path of the temporary folder, ${tmpdir()}, is too long for a socket. Set TMPDIR to a shorter one.`);
  }
}

type State = 'starting' | 'held';
type Seen = { name: string; state: State };

const LOCK = /^sammen-[0-9a-f]+\.lock(\.new)?$/;
// Node 20 silently truncates longer socket paths. macOS gives each user a temporary folder of some 48 characters.
const maxSocketPathBytes = (platform: NodeJS.Platform): number => (platform === 'darwin' ? 103 : 107);
const LINK_PREFIX = 'sammen-';
const ANSWER_MS = 2000;
const GIVE_UP_MS = 10_000;

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Asks the process behind a socket for its state; null when there is none. */
const ask = (socketPath: string): Promise<State | null> =>
  new Promise((answer, reject) => {
    const socket = connect(socketPath);
    let reply = '';
    // Alive but silent (stopped, or busy for a long time): we must assume that it holds the folder.
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('data', (part) => {
      reply += part.toString();
    });
    socket.on('error', (error) => {
      if (hasCode(error, 'ECONNREFUSED', 'ENOENT')) answer(null);
      else if (hasCode(error, 'ECONNRESET', 'EPIPE', 'EAGAIN')) answer('starting');
      else reject(error);
    });
    socket.on('close', () => answer(reply === 'starting' ? 'starting' : 'held'));
  });

/** `home` is the folder; `short` is a symbolic link to it, which keeps socket paths short. */
type Place = { home: string; short: string };

const lookAround = async ({ home, short }: Place, own: string | null): Promise<Seen[]> => {
  const names = (await readdir(home)).filter((name) => LOCK.test(name) && name !== own);
  const seen = await Promise.all(
    names.map(async (name): Promise<Seen | null> => {
      const state = await ask(join(short, name));
      if (state === null) await rm(join(home, name), { force: true });
      // A `.new` socket has not entered the race yet.
      return state === null || name.endsWith('.new') ? null : { name, state };
    }),
  );
  return seen.filter((other) => other !== null);
};

const listen = (server: Server, socketPath: string): Promise<void> =>
  new Promise((done, reject) => {
    if (Buffer.byteLength(socketPath) > maxSocketPathBytes(process.platform)) throw new TemporaryFolderTooDeep();
    server.once('error', reject);
    server.listen(socketPath, () => done());
  });

type Shown = { name: string; hold(): void; hide(): Promise<void> };

/** Creates a socket in the folder. It listens before it gets the name that others look for. */
const show = async ({ home, short }: Place): Promise<Shown | null> => {
  let state: State = 'starting';
  const name = `sammen-${randomBytes(8).toString('hex')}.lock`;
  const server = createServer((socket) => {
    socket.unref();
    socket.on('error', () => undefined);
    socket.end(state);
  });
  server.unref();
  await listen(server, join(short, `${name}.new`));
  const hide = async (): Promise<void> => {
    await rm(join(home, name), { force: true });
    // Not awaited: the server is unreferenced, so the process could exit while it waits.
    server.close();
  };
  const hold = (): void => {
    state = 'held';
  };
  try {
    await rename(join(home, `${name}.new`), join(home, name));
  } catch (error) {
    await hide();
    // Another process found it before it listened, took it for dead and removed it.
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
  return { name, hold, hide };
};

/** Null when another process holds the folder. */
const race = async (place: Place): Promise<Shown | null> => {
  const deadline = Date.now() + GIVE_UP_MS;
  let shown: Shown | null = null;
  try {
    while (Date.now() < deadline) {
      const own: string | null = shown?.name ?? null;
      const others = await lookAround(place, own);
      if (others.some((other) => other.state === 'held')) break;
      if (others.length === 0 && shown !== null) {
        shown.hold();
        return shown;
      }
      if (others.length === 0) shown = await show(place);
      else if (own !== null && others.some((other) => other.name < own)) {
        await shown?.hide();
        shown = null;
      } else await sleep(10 + Math.random() * 20);
    }
    await shown?.hide();
    return null;
  } catch (error) {
    await shown?.hide();
    throw error;
  }
};

/**
 * Locks a folder until the lock is released or this process dies. Resolves with what releases it; null when another
 * process holds the folder.
 */
export const lockBySocket = async (home: string): Promise<(() => Promise<void>) | null> => {
  const links = await mkdtemp(join(tmpdir(), LINK_PREFIX));
  try {
    const short = join(links, 'd');
    await symlink(home, short);
    const shown = await race({ home, short });
    return shown === null ? null : shown.hide;
  } finally {
    await rm(links, { recursive: true, force: true });
  }
};
