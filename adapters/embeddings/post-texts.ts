import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Masked } from '../../bot/privacy/mask.ts';
import { isPrivateAddress } from './private-address.ts';

/** Why a server gave no vectors. The message names no text. */
export class NoVectors extends Error {
  override readonly name = 'NoVectors';
}

/**
 * The model that was measured. Servers with one model do not look at the name; others must know it by this one.
 * Its family was taught with this word before each text.
 */
const MODEL = 'multilingual-e5-small';
const PREFIX = 'query: ';

/** More than any model's vector takes as JSON: 4,096 numbers of 22 characters. */
const MAX_BYTES_PER_TEXT = 100_000;
const MAX_BYTES_AROUND = 10_000;

/**
 * Posts masked texts in the form of OpenAI's embeddings, and returns the body of the answer. It follows no redirect,
 * reads no more than an honest answer holds, and connects to nothing outside the organisation.
 * @param within milliseconds from now to the last byte
 * @throws NoVectors
 */
export const postTexts = (url: URL, texts: readonly Masked[], within: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ model: MODEL, input: texts.map((text) => PREFIX + text), encoding_format: 'float' });
    const fail = (why: string) => {
      reject(new NoVectors(why));
      asking.destroy();
    };
    const asking = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      lookup: lookUpInside,
      agent: false,
    });
    const timer = setTimeout(() => fail(`it did not answer within ${within} ms`), within);
    asking.on('close', () => clearTimeout(timer));
    asking.on('error', (error: NodeJS.ErrnoException) => fail(`it cannot be reached (${error.code ?? error.message})`));
    // A program that stops does not wait for an answer that is a help only.
    asking.on('socket', (socket) => socket.unref());
    timer.unref();
    asking.on('response', (response) => {
      if (response.statusCode !== 200) return fail(`it answered with status ${response.statusCode}`);
      const maxBytes = MAX_BYTES_AROUND + texts.length * MAX_BYTES_PER_TEXT;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) return fail(`its answer is longer than ${maxBytes} bytes`);
        chunks.push(chunk);
      });
      response.on('error', () => fail('its answer broke off'));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isPrivateAddress(host)) return fail(OUTSIDE);
    asking.end(body);
  });

const OUTSIDE = 'its address is outside the organisation, so nothing was sent';

/** Finds where a name leads when the connection is made, so that nobody can point it elsewhere after a check. */
const lookUpInside: LookupFunction = (host, options, callback) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, '');
    const inside = found.filter(({ address }) => isPrivateAddress(address));
    const [first] = inside;
    if (first === undefined) return callback(Object.assign(new Error(OUTSIDE), { code: OUTSIDE }), '');
    if (options.all === true) callback(null, inside);
    else callback(null, first.address, first.family);
  });
