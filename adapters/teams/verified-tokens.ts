import type { AuthenticateRequestResult } from 'botframework-connector';

/** Keys are taken back less often than this: botbuilder itself believes a key for a day. */
const BELIEVED = 60_000;
const MOST_KNOWN = 1_000;

/**
 * Teams sends one token with many requests, and checking its signature is a tenth of a turn. What was checked and found
 * good is believed for a minute, for the same channel and service address, and never longer than the token holds.
 */
export const createVerifiedTokens = () => {
  const known = new Map<string, { until: number; result: AuthenticateRequestResult }>();
  return async (
    request: { header: string; channel: unknown; serviceUrl: unknown },
    verify: () => Promise<AuthenticateRequestResult>,
  ): Promise<AuthenticateRequestResult> => {
    const name = JSON.stringify([request.header, request.channel, request.serviceUrl]);
    const found = known.get(name);
    if (found !== undefined && Date.now() < found.until) return found.result;
    const result = await verify();
    const expires = Number(result.claimsIdentity.getClaimValue('exp')) * 1000;
    if (known.size >= MOST_KNOWN) known.clear();
    if (expires > Date.now()) known.set(name, { until: Math.min(expires, Date.now() + BELIEVED), result });
    return result;
  };
};
