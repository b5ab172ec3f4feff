import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A connector in its own process that accepts every message and keeps only a count. */
let posts = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    posts++;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id: `m${posts}` }));
  });
});
// Connections stay open between rounds.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
