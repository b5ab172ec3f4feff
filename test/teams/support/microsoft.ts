import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_ID } from './names.ts';

const ISSUER = 'https://api.botframework.com';

export type Claims = Partial<{
  iss: string;
  aud: string;
  exp: number;
  nbf: number;
  iat: number;
  serviceurl: string;
  ver: string;
  appid: string;
  azp: string;
}>;

/** Microsoft's side of authentication: signing keys, served locally. */
export type Microsoft = {
  openIdMetadata: string;
  /** An `Authorization` header with a real signature. */
  sign(claims: Claims, key?: 'ours' | 'stranger'): string;
  /** The number of times the keys were fetched. */
  asked: number;
  close(): Promise<void>;
};

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Generated once, because it is slow. */
const KEYS = { ours: keyPair(), stranger: keyPair() };
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export const startMicrosoft = async (): Promise<Microsoft> => {
  const jwk = { ...KEYS.ours.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', endorsements: ['msteams'] };
  const server = createServer((request, response) => {
    microsoft.asked++;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const { port } = server.address() as AddressInfo;
    response.end(
      JSON.stringify(
        request.url === '/keys' ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port}/keys` },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const microsoft: Microsoft = {
    // botbuilder keeps the keys of an address as long as the process lives, and a later test may get the same port.
    openIdMetadata: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${randomUUID()}`,
    asked: 0,
    sign: (claims, key = 'ours') => {
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: ISSUER, aud: APP_ID, iat: now, nbf: now - 300, exp: now + 3600, ...claims };
      const text = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${base64(payload)}`;
      return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(KEYS[key].privateKey, 'base64url')}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return microsoft;
};
