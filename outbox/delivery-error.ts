import type { Fault } from '../bot/messages/fault.ts';
import type { Queue } from './ports.ts';

/** A message was not sent: a platform refused it, or we could not compose it. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly outcome: Fault;
  /** The message must not be tried again within this many milliseconds; null when nobody says. */
  readonly retryAfter: number | null;
  /** The queue that is held; null unless `barred`. */
  readonly heldOn: Queue | null;
  constructor(outcome: Fault, reason: string, options: { retryAfter?: number; cause?: unknown; heldOn?: Queue } = {}) {
    super(reason, { cause: options.cause });
    this.outcome = outcome;
    this.retryAfter = options.retryAfter ?? null;
    this.heldOn = options.heldOn ?? null;
  }
}

/** What a platform answered, or did not: its fault, and no surprise. */
export const isOfPlatform = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && error.outcome !== 'broken';
