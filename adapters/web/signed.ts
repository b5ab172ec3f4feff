import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs what a link carries and reads it back. `previous` secrets still verify, so that a secret can be changed. */
export type Signer = { sign(payload: object, expires: Date): string; read(token: string): unknown };

export const createSigner = (secret: string, previous: readonly string[] = []): Signer => {
  const seal = (text: string, key: string) => createHmac('sha256', key).update(text).digest();
  return {
    sign: (payload, expires) => {
      const text = Buffer.from(JSON.stringify({ ...payload, exp: expires.getTime() })).toString('base64url');
      return `${text}.${seal(text, secret).toString('base64url')}`;
    },
    /** What was signed, or null when it was not signed by us, was changed, or has expired. */
    read: (token) => {
      const [text, mark, more] = token.split('.');
      if (text === undefined || mark === undefined || more !== undefined) return null;
      const given = Buffer.from(mark, 'base64url');
      const ours = [secret, ...previous].some((key) => {
        const right = seal(text, key);
        return given.length === right.length && timingSafeEqual(given, right);
      });
      if (!ours) return null;
      const payload: { exp: number } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
      return payload.exp > Date.now() ? payload : null;
    },
  };
};
