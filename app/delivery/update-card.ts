import type { Place } from '../../bot/delivery/living-card.ts';
import { isChatGone } from '../../bot/delivery/reach.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivered, Delivery } from '../../outbox/ports.ts';
import type { Sending } from './deps.ts';

/** Updates a card in place. A card that was deleted, with its chat or alone, needs no update. @throws DeliveryError */
export const updateCard = async (
  { platform, message }: Place,
  to: Person,
  notice: Notice,
  { reason }: Pick<Delivery<unknown>, 'reason'>,
  { channelOn }: Pick<Sending, 'channelOn'>,
): Promise<Delivered> => {
  try {
    await channelOn(platform)?.update(to, message, notice);
    return { kind: 'sent' };
  } catch (error) {
    if (error instanceof DeliveryError && isChatGone(error, reason)) return { kind: 'obsolete' };
    throw error;
  }
};
