import type { DeliveryId } from '../ids.ts';

/** How the ids begin of messages that somebody gets once. Nothing else remembers that they were sent. */
export const ONCE_IN_A_LIFETIME = { greeting: 'greeting.', field: 'field.' } as const;

/** Whether this message would be sent again if it were forgotten. */
export const isOnceInALifetime = (id: DeliveryId): boolean =>
  Object.values(ONCE_IN_A_LIFETIME).some((beginning) => id.startsWith(beginning));
