import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes every message, in a process of its own, and keeps nothing but a count. */
let posts = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    posts++;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id: `m${posts}` }));
  });
});
// A connection that rests between two rounds stays open.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
