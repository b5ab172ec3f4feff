import { DeliveryError } from '../../outbox/delivery-error.ts';

/** The HTTP status of what the connector threw; null when no answer came. */
export const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null;

/** Long enough that a conversation which Teams had mislaid for a moment is back. */
const SECOND_LOOK = 5_000;

/** What a refusal by Teams means for a message. */
export const deliveryFault = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  const status = statusOf(error);
  if (status === null) return new DeliveryError('retry', `Teams did not answer: ${reasonIn(error)}`, { cause: error });
  const reason = `Teams answered ${status}: ${reasonIn(error)}`;
  if (status === 403) return new DeliveryError('unreachable', reason, { cause: error });
  // About one 404 in a hundred comes back: a single one proves nothing.
  if (status === 404)
    return new DeliveryError('doubtful', 'Teams answered 404 to it', { cause: error, retryAfter: SECOND_LOOK });
  if (status === 408 || status === 412 || status === 429 || status >= 500) {
    const retryAfter = retryAfterOf(error);
    return new DeliveryError('retry', reason, { cause: error, ...(retryAfter === null ? {} : { retryAfter }) });
  }
  return new DeliveryError('failed', reason, { cause: error });
};

const LONGEST_WAIT = 3_600_000;

/** `Retry-After` in milliseconds: it comes as seconds or as a date. */
const retryAfterOf = (error: unknown): number | null => {
  const { response } = error as { response?: { headers?: { get?(name: string): string | undefined } } };
  const given = response?.headers?.get?.('retry-after');
  if (given === undefined || given === null) return null;
  const wait = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), LONGEST_WAIT);
};

const MOST = 200;

const reasonIn = (error: unknown): string => {
  const { details, message } = error as {
    details?: { error?: { code?: unknown; message?: unknown } };
    message?: unknown;
  };
  const { code, message: said } = details?.error ?? {};
  const words = [code, said].filter((part) => typeof part === 'string').join(': ');
  return (words || String(message ?? error)).slice(0, MOST);
};
