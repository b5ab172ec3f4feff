import type { Place } from '../../bot/delivery/living-card.ts';
import { isUnreachable, platformsToTry } from '../../bot/delivery/reach.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivery } from '../../outbox/ports.ts';
import type { Sending } from './deps.ts';

/**
 * Posts a new message on the platform the person last used, and returns its place. It tries their other platform only
 * when the first refuses plainly. A message that may have arrived is retried on the same platform, so that nobody gets
 * it on both.
 * @throws DeliveryError `unreachable` when no platform can reach them
 */
export const postToReachablePlatform = async (
  { _id, reason }: Pick<Delivery<unknown>, '_id' | 'reason'>,
  to: Person,
  notice: Notice,
  { channelOn }: Pick<Sending, 'channelOn'>,
): Promise<Place> => {
  const refused: string[] = [];
  for (const platform of platformsToTry(to, (candidate) => channelOn(candidate) !== null)) {
    const channel = channelOn(platform);
    if (channel === null) continue;
    try {
      return { platform, message: await channel.post(to, _id, notice) };
    } catch (error) {
      if (!(error instanceof DeliveryError) || !isUnreachable(error, reason)) throw withReasons(error, refused);
      refused.push(error.message);
    }
  }
  throw new DeliveryError('unreachable', refused.join('; ') || 'the person is on no chat platform that is configured');
};

/** Keeps the first platform's refusal in the reason; without it, the next attempt would ask that platform again. */
const withReasons = (error: unknown, refused: readonly string[]): unknown => {
  if (!(error instanceof DeliveryError) || refused.length === 0) return error;
  const { outcome, retryAfter, message, cause } = error;
  const reason = [...refused, message].join('; ');
  return new DeliveryError(outcome, reason, { cause, ...(retryAfter === null ? {} : { retryAfter }) });
};
