import { homeOf, type Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';

/** @param where the platform's name */
export const noChat = (where: string): DeliveryError =>
  new DeliveryError('unreachable', `the person has no chat with Sammen in ${where}`);

/** The person's account on a platform; of several the one they used last. Null when they have none there. */
export const accountOn = (platform: Platform, { addresses }: Person): string | null =>
  homeOf({ addresses: addresses.filter((address) => address.platform === platform) })?.id ?? null;
