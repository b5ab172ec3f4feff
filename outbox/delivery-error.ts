/**
 * A platform did not take a message. `retry`: it may later, not before `retryAfter` milliseconds have passed.
 * `doubtful`: it seems that nobody is there; the same said a second time makes it `unreachable`.
 * `barred`: the platform shuts Sammen out, whoever the message is for. It waits until somebody has mended that.
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
