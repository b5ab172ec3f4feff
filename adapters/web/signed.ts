import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs payloads of links and verifies them. `previous` secrets still verify, so that the secret can be rotated. */
export type Signer = { sign(payload: object, expires: Date): string; read(token: string): unknown };

export const createSigner = (secret: string, previous: readonly string[] = []): Signer => {
  const seal = (text: string, key: string) => createHmac('sha256', key).update(text).digest();
  return {
    sign: (payload, expires) => {
      const text = Buffer.from(JSON.stringify({ ...payload, exp: expires.getTime() })).toString('base64url');
      return `${text}.${seal(text, secret).toString('base64url')}`;
    },
    /** Returns the payload, or null when the token is not ours, was changed or has expired. */
    read: (token) => {
      const [text, mark, more] = token.split('.');
      if (text === undefined || mark === undefined || more !== undefined) return null;
      const given = Buffer.from(mark, 'base64url');
      const ours = [secret, ...previous].some((key) => {
        const expected = seal(text, key);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
      if (!ours) return null;
      const payload: { exp: number } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
      return payload.exp > Date.now() ? payload : null;
    },
  };
};
