import { createHash } from 'node:crypto';

/** Shorter runs of such letters are words; longer ones may be computed from something. */
const SHORTEST_ID = 8;
const ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha512'] as const;

/** What a colleague with the list of staff in hand would try: the plain words, and what others make of them. */
const guesses = (secret: string): string[] => {
  const spellings = [...new Set([secret, secret.toLowerCase(), secret.toUpperCase()])];
  const digests = spellings.flatMap((text) =>
    ALGORITHMS.flatMap((name) => {
      const digest = createHash(name).update(text).digest();
      return [digest.toString('hex'), digest.toString('base64url')].map((one) => one.slice(0, SHORTEST_ID));
    }),
  );
  const encoded = spellings.flatMap((text) =>
    (['hex', 'base64url'] as const).map((encoding) => Buffer.from(text).toString(encoding).slice(0, -2)),
  );
  return [...digests, ...encoded.filter((one) => one.length >= SHORTEST_ID)];
};

/** What of these secrets, as they are or as somebody could compute from them, is found in what was received. */
export const tracesOf = (secrets: readonly string[], received: string): string[] => {
  const text = received.toLowerCase();
  const ids = new Set(received.match(new RegExp(`[A-Za-z0-9_-]{${SHORTEST_ID},}`, 'gu')) ?? []);
  return secrets.flatMap((secret) => {
    const plain = text.includes(secret.toLowerCase()) ? [secret] : [];
    const computed = guesses(secret).filter((guess) => [...ids].some((id) => id.includes(guess)));
    return [...plain, ...computed.map((guess) => `${guess}, computed from ${secret}`)];
  });
};
