import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Systems hand out higher ports to whoever asks for any: another test could get this one in between. */
const [LOWEST, BEYOND] = [12_000, 30_000];

/** A port on which nothing listens, and that nobody gets by chance. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const port = randomInt(LOWEST, BEYOND);
    const server = createServer();
    server.once('error', () => resolve(freePort()));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
