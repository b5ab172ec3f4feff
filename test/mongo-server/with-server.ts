import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchServer, startServer } from './start-server.ts';

// node --import tsx test/mongo-server/with-server.ts COMMAND ARGS…: runs a command with MONGODB_TEST_URI set to a server
// that lives as long as the command, and exits with the command's code.
const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error('name the command to run with the server');
const folder = await mkdtemp(join(tmpdir(), 'mongo-server-'));
try {
  await fetchServer();
  const server = await startServer(0, join(folder, 'data.h2'));
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, MONGODB_TEST_URI: server.uri } });
  const [code] = await once(child, 'close');
  await server.stop();
  process.exitCode = typeof code === 'number' ? code : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
