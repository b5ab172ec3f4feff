import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:net';

/** The named pipe of a folder. Windows reads paths without regard to case. */
const pipeOf = async (home: string): Promise<string> => {
  const path = (await realpath(home)).toLowerCase();
  return `\\\\.\\pipe\\sammen-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
};

/**
 * Locks a folder on Windows, which has no sockets in folders: a named pipe exists as long as the process that made it,
 * however that dies, and only one process can make it. Resolves with what releases it; null when another process holds
 * the folder.
 */
export const lockByPipe = async (home: string, nameOf = pipeOf): Promise<(() => Promise<void>) | null> => {
  const server = createServer((socket) => socket.destroy());
  const pipe = await nameOf(home);
  try {
    await new Promise<void>((done, reject) => {
      server.once('error', reject);
      server.listen(pipe, done);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null;
    throw error;
  }
  server.unref();
  return async () => {
    server.ref();
    await new Promise<void>((done) => {
      server.close(() => done());
    });
  };
};
