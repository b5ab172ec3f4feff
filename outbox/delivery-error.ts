/**
 * A platform did not accept a message. `retry`: it may later, but not within `retryAfter` milliseconds. `doubtful`: the
 * recipient seems to be gone; the same answer twice makes it `unreachable`. `barred`: the platform blocks the app
 * whoever the recipient is, so the message waits until an operator fixes that.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly outcome: 'retry' | 'doubtful' | 'barred' | 'unreachable' | 'failed';
  readonly retryAfter: number | null;
  constructor(
    outcome: DeliveryError['outcome'],
    reason: string,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(reason, { cause: options.cause });
    this.outcome = outcome;
    this.retryAfter = options.retryAfter ?? null;
  }
}
