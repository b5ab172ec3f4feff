import { isIP } from 'node:net';
import { isPrivateAddress } from '../../adapters/embeddings/private-address.ts';
import type { Given } from './given.ts';

const PATH = '/v1/embeddings';
const EXAMPLE = 'such as http://127.0.0.1:8080/v1/embeddings';

/**
 * The whole address of the server that gives embeddings; null when it is not set. Adds a fault for what is no address,
 * or one outside the organisation. Where a name leads is checked at each call (docs/rules.md, "Embeddings").
 */
export const embeddingsSetting = (given: Given, faults: string[]): URL | null => {
  const text = given('EMBEDDINGS_URL');
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    faults.push(`EMBEDDINGS_URL is no address of a server. Give it whole, ${EXAMPLE}, or leave it out.`);
    return null;
  }
  if (url.username !== '' || url.password !== '')
    faults.push('EMBEDDINGS_URL holds a user or a password. Take it out: the server must let Sammen in without.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPrivateAddress(host))
    faults.push(
      `EMBEDDINGS_URL is a public address, and what people write must not leave the organisation. Give one on this machine or your own network, ${EXAMPLE}, or leave it out.`,
    );
  url.pathname = wholePath(url.pathname);
  return url;
};

/** The path may be left out, or end where clients of OpenAI's interface want it to. */
const wholePath = (path: string): string => {
  const base = path.replace(/\/+$/, '');
  if (base.endsWith('/embeddings')) return base;
  return base.endsWith('/v1') ? `${base}/embeddings` : `${base}${PATH}`;
};
