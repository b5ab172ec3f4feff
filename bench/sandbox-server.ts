import { json } from '../adapters/web/route.ts';
import { createWebServer } from '../adapters/web/server.ts';
import { createLog } from '../app/log.ts';
import { readConfig } from '../app/settings/config.ts';
import { startSammen } from '../app/start-sammen.ts';

// The server of one measurement, in its own process. Its argument is `echo`, for a bare answer on the same web server,
// or a folder or MongoDB address, for a sandbox on that store. It sends its address to the parent process.
const [store = 'echo'] = process.argv.slice(2);

const echo = async (): Promise<string> => {
  const server = createWebServer({
    routes: [
      {
        method: 'post',
        path: '/sandbox/messages',
        unlimited: true,
        handle: async (request) => json(202, { heard: await request.json() }),
      },
    ],
    hosts: new Set(['localhost', '127.0.0.1']),
    onFault: (error) => console.error(error),
  });
  return `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
};

const sandbox = async (): Promise<string> => {
  const where = store.startsWith('mongodb') ? { MONGODB_URI: store } : { DATA_DIR: store };
  const config = readConfig({ SANDBOX: 'on', PORT: '0', LOG_LEVEL: 'error', ...where });
  const { url } = await startSammen(config, createLog(config));
  return url.replace(/\/$/, '').replace('localhost', '127.0.0.1');
};

process.send?.(store === 'echo' ? await echo() : await sandbox());
