import type { Channel } from '../../adapters/chat/channel.ts';
import type { Place } from '../../bot/delivery/living-card.ts';
import { isChatGone, movesOn, platformsToTry } from '../../bot/delivery/reach.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivery } from '../../outbox/ports.ts';
import type { Sending } from './deps.ts';

type Attempt = Pick<Delivery<unknown>, '_id' | 'reason' | 'attempts'>;

/**
 * Posts a new message on the platform the person last used, and returns its place. It tries their other platform only
 * when the first refuses plainly, or shuts Sammen out. A message that may have arrived is retried on the same platform,
 * so that nobody gets it on both.
 * @throws DeliveryError `unreachable` when no platform can reach them, `barred` when one could if it let Sammen in
 */
export const postToReachablePlatform = async (
  attempt: Attempt,
  to: Person,
  notice: Notice,
  { channelOn }: Pick<Sending, 'channelOn'>,
): Promise<Place> => {
  const refused: DeliveryError[] = [];
  for (const platform of platformsToTry(to, (candidate) => channelOn(candidate) !== null)) {
    const channel = channelOn(platform);
    if (channel === null) continue;
    try {
      return { platform, message: await postInChat(attempt, to, notice, channel) };
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (!movesOn(error, attempt.reason, attempt.attempts)) throw withReasons(error, [...refused, error]);
      refused.push(error);
    }
  }
  const held = refused.find(({ outcome }) => outcome === 'barred');
  if (held !== undefined) throw withReasons(held, refused);
  const reasons = refused.map(({ message }) => message).join('; ');
  throw new DeliveryError('unreachable', reasons || 'the person is on no chat platform that is configured');
};

/** Posts a message. A chat that is gone is opened anew, once. */
const postInChat = async (
  { _id, reason }: Attempt,
  to: Person,
  notice: Notice,
  channel: Channel<Notice>,
): Promise<string> => {
  try {
    return await channel.post(to, _id, notice);
  } catch (error) {
    if (!(error instanceof DeliveryError) || !isChatGone(error, reason)) throw error;
  }
  try {
    await channel.reopen(to);
    return await channel.post(to, _id, notice);
  } catch (error) {
    // Another chat cannot be had.
    const isGone = error instanceof DeliveryError && (error.outcome === 'doubtful' || error.outcome === 'gone');
    throw isGone ? new DeliveryError('unreachable', error.message, { cause: error }) : error;
  }
};

/** Keeps every platform's refusal in the reason; without it, the next attempt would not know who refused already. */
const withReasons = (error: DeliveryError, refused: readonly DeliveryError[]): DeliveryError => {
  if (refused.length <= 1) return error;
  const { outcome, retryAfter, heldOn, cause } = error;
  return new DeliveryError(outcome, refused.map(({ message }) => message).join('; '), {
    cause,
    ...(retryAfter === null ? {} : { retryAfter }),
    ...(heldOn === null ? {} : { heldOn }),
  });
};
