import { homeOf, type Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';

/** The error for a person without a chat on the platform. @param where the platform's name */
export const noChat = (where: string): DeliveryError =>
  new DeliveryError('unreachable', `the person has no chat with Sammen in ${where}`);

/** The person's account on a platform, or the last used of several. Null when they have none. */
export const accountOn = (platform: Platform, { addresses }: Person): string | null =>
  homeOf({ addresses: addresses.filter((address) => address.platform === platform) })?.id ?? null;
