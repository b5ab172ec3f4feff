import { HOUR } from '../../bot/time/units.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';

const MAX_REASON = 200;

/** Why a call failed, short enough to keep with the delivery. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, MAX_REASON);

/** The platform did not answer, so nobody knows whether the message is there. */
export const noAnswer = (platform: string, error: unknown): DeliveryError =>
  new DeliveryError('retry', `${platform} did not answer: ${reasonOf(error)}`, { cause: error });

const MAX_WAIT = HOUR;

/** How long a platform asks us to wait, in milliseconds, within an hour. */
export const boundedWait = (asked: number): number => Math.min(Math.max(0, asked), MAX_WAIT);
