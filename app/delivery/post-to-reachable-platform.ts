import type { Place } from '../../bot/delivery/post.ts';
import { isUnreachable, platformsToTry } from '../../bot/delivery/reach.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivery } from '../../outbox/ports.ts';
import type { Sending } from './sending.ts';

/**
 * Posts a new message where the person last was, and answers where it stands. When they cannot be reached there, their
 * other platform is tried: only after a plain no. What may have arrived is tried again where it was sent, so that
 * nobody gets a message on both.
 * @throws DeliveryError `unreachable` when they can be reached nowhere
 */
export const postToReachablePlatform = async (
  { _id, reason }: Pick<Delivery<unknown>, '_id' | 'reason'>,
  to: Person,
  notice: Notice,
  { channelOn }: Pick<Sending, 'channelOn'>,
): Promise<Place> => {
  const refused: string[] = [];
  for (const platform of platformsToTry(to, (one) => channelOn(one) !== null)) {
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

/** The next try must know what the first platform said, too, or it would ask it for its second look again. */
const withReasons = (error: unknown, refused: readonly string[]): unknown => {
  if (!(error instanceof DeliveryError) || refused.length === 0) return error;
  const { outcome, retryAfter, message, cause } = error;
  const reason = [...refused, message].join('; ');
  return new DeliveryError(outcome, reason, { cause, ...(retryAfter === null ? {} : { retryAfter }) });
};
