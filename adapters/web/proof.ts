import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a challenge looks like: 16 random bytes in base64url. */
const CHALLENGE = /^[\w-]{22}$/;

/**
 * Answers a challenge with what only this Sammen can know, so that `check` can tell whether PUBLIC_URL leads here. It
 * is made for this alone, so it signs nothing else. Null for what is no challenge.
 */
export const proofOf = (challenge: string, secret: string): string | null =>
  CHALLENGE.test(challenge) ? createHmac('sha256', secret).update(`proof of ${challenge}`).digest('base64url') : null;

export const isProof = (given: unknown, challenge: string, secret: string): boolean => {
  const expected = Buffer.from(proofOf(challenge, secret) ?? '');
  const answer = Buffer.from(typeof given === 'string' ? given : '');
  return expected.length > 0 && expected.length === answer.length && timingSafeEqual(expected, answer);
};
