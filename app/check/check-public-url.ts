import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { fetchFaultInWords } from '../../adapters/web/fetch-fault.ts';
import { isProof } from '../../adapters/web/proof.ts';
import { type Finding, findingsAbout, type Reach } from './finding.ts';

const { ok, warn, fail } = findingsAbout('public address');
const CHALLENGE_BYTES = 16;
const answerSchema = z.object({ ok: z.literal(true), proof: z.string().optional() });

/** Asks at PUBLIC_URL, as the world does, whether this very Sammen answers there. */
export const checkPublicUrl = async (
  { publicUrl, secret }: { publicUrl: string | null; secret: string | null },
  reach: Reach,
): Promise<Finding[]> => {
  if (publicUrl === null) return [];
  const challenge = randomBytes(CHALLENGE_BYTES).toString('base64url');
  try {
    const answer = await fetch(`${publicUrl}/healthz?challenge=${challenge}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(reach.timeout),
    });
    reach.onTime('the public address', answer.headers.get('date'));
    const read = answerSchema.safeParse(await answer.json().catch(() => null));
    if (!read.success) return [fail(notSammen(publicUrl, answer.status))];
    if (secret !== null && !isProof(read.data.proof, challenge, secret))
      return [
        fail(
          `another Sammen, or one with another SECRET, answers at ${publicUrl}. Lead the address to this one, or give both the same SECRET.`,
        ),
      ];
    if (!publicUrl.startsWith('https:'))
      return [warn(`this Sammen answers at ${publicUrl}, which only this machine can reach. Give an https address.`)];
    return [ok(`this Sammen answers at ${publicUrl}`)];
  } catch (error) {
    return [
      fail(
        `${publicUrl} cannot be reached from here, because ${fetchFaultInWords(error)}. Is Sammen started, and does the proxy lead there? If only this machine may not go out that way, look from another one.`,
      ),
    ];
  }
};

const notSammen = (publicUrl: string, status: number): string => {
  if (status >= 300 && status < 400)
    return `${publicUrl} leads on to another address (${status}). Give that one in PUBLIC_URL: Microsoft and Slack do not follow.`;
  if (status >= 502 && status <= 504)
    return `a proxy answers at ${publicUrl} with ${status}: it cannot reach Sammen. Start Sammen, and check the address and port that the proxy uses.`;
  return `something else than Sammen answers at ${publicUrl} (${status}). Check the address, its path, and what the proxy leads to Sammen.`;
};
