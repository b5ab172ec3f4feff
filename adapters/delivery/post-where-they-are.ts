import type { Notice } from '../../bot/notices.ts';
import { byLastSeen, type Person } from '../../bot/people/person.ts';
import type { Sending } from './deliver.ts';
import type { Delivery, Post } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';

/**
 * Posts a new message where the person last was, and answers where it stands. When they cannot be reached there, their
 * other platform is tried: only after a plain no. What may have arrived is tried again where it was sent, so that
 * nobody gets a message on both.
 * @throws DeliveryError `unreachable` when they can be reached nowhere
 */
export const postWhereTheyAre = async (
  delivery: Delivery,
  to: Person,
  notice: Notice,
  { channelOn }: Pick<Sending, 'channelOn'>,
): Promise<Pick<Post, 'platform' | 'message'>> => {
  const refused: string[] = [];
  for (const { platform } of byLastSeen(to)) {
    const channel = channelOn(platform);
    if (channel === null) continue;
    try {
      return { platform, message: await channel.post(to, delivery._id, notice) };
    } catch (error) {
      const fault = error instanceof DeliveryError ? error : null;
      if (fault === null || !isPlainNo(fault, delivery)) throw sayingAll(error, refused);
      refused.push(fault.message);
    }
  }
  throw new DeliveryError('unreachable', refused.join('; ') || 'the person is on no chat platform that is configured');
};

/** What is doubtful is a no when it was said before. */
export const isPlainNo = ({ outcome, message }: DeliveryError, { reason }: Delivery): boolean =>
  outcome === 'unreachable' || (outcome === 'doubtful' && reason?.includes(message) === true);

/** The next try must know what the first platform said, too, or it would ask it for its second look again. */
const sayingAll = (error: unknown, refused: readonly string[]): unknown => {
  if (!(error instanceof DeliveryError) || refused.length === 0) return error;
  const { outcome, retryAfter, message, cause } = error;
  const reason = [...refused, message].join('; ');
  return new DeliveryError(outcome, reason, { cause, ...(retryAfter === null ? {} : { retryAfter }) });
};
