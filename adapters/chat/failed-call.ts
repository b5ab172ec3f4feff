import { HOUR } from '../../bot/time/units.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';

const MAX_REASON_LENGTH = 200;

/** The reason of a failed call, short enough to store with the delivery. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, MAX_REASON_LENGTH);

/** The error for a call without an answer: the message may or may not have been posted. */
export const noAnswer = (platform: string, error: unknown): DeliveryError =>
  new DeliveryError('retry', `${platform} did not answer: ${reasonOf(error)}`, { cause: error });

const MAX_WAIT_MS = HOUR;

/** Limits the wait that a platform asks for to between 0 and one hour, in milliseconds. */
export const boundedWait = (requested: number): number => Math.min(Math.max(0, requested), MAX_WAIT_MS);
