import { setTimeout as sleep } from 'node:timers/promises';
import { MongoError, MongoServerError } from 'mongodb';
import { DuplicateKey, FENCED_OUT, StoreRefusal, StoreUnavailable } from '../collection.ts';

const DUPLICATE_KEY = 11_000;

// Every other code, known or unknown, is treated as a server that is down, not primary, too busy or shutting down.
const REFUSALS = new Map([
  [2, 'BadValue'],
  [9, 'FailedToParse'],
  [14, 'TypeMismatch'],
  [28, 'PathNotViable'],
  [40, 'ConflictingUpdateOperators'],
  [52, 'DollarPrefixedFieldName'],
  [54, 'NotSingleValueField'],
  [56, 'EmptyFieldName'],
  [57, 'DottedFieldName'],
  [59, 'CommandNotFound'],
  [66, 'ImmutableField'],
  [73, 'InvalidNamespace'],
  [85, 'IndexOptionsConflict'],
  [86, 'IndexKeySpecsConflict'],
  [115, 'CommandNotSupported'],
  [121, FENCED_OUT],
  [10_334, 'BSONObjectTooLarge'],
  [17_419, 'BSONObjectTooLarge'],
]);

export const codeOf = (error: unknown): number | null =>
  error instanceof MongoServerError && typeof error.code === 'number' ? error.code : null;

/** By code only: DocumentDB sends no `keyPattern` and names the index only in the message. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === DUPLICATE_KEY;

/** Maps a driver error to `DuplicateKey`, `StoreRefusal` or `StoreUnavailable`; other errors pass unchanged. */
const storeFault = (error: unknown, doing: string): unknown => {
  if (isSocketError(error)) return new StoreUnavailable(`the store cannot ${doing} now (${nameOf(error)})`);
  if (!(error instanceof MongoError)) return error;
  const code = codeOf(error);
  if (code === DUPLICATE_KEY) return new DuplicateKey(`another document already has this unique value (${doing})`);
  const refusal = code === null ? undefined : REFUSALS.get(code);
  if (refusal !== undefined) {
    // The code only: the server's message may quote what a person wrote.
    return new StoreRefusal(`MongoDB refused to ${doing}: ${refusal} (${code})`, refusal);
  }
  return new StoreUnavailable(`the store cannot ${doing} now (${nameOf(error)})`);
};

/** A write to a socket that is being reset, or that the server has ended, surfaces as Node's own error (seen in 7.9). */
const isSocketError = (error: unknown): error is Error =>
  error instanceof Error &&
  !(error instanceof MongoError) &&
  ('syscall' in error || ('code' in error && /^(?:EPIPE|ERR_(?:STREAM|SOCKET|TLS|SSL))/.test(String(error.code))));

/** The error's name and code. We set no `cause`: the log would show its message, which may quote what people wrote. */
const nameOf = (error: Error): string => {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && ['string', 'number'].includes(typeof inner.code)) return `${error.name} ${inner.code}`;
  }
  return error.name;
};

const WRITE_CONFLICT = 112;
const MAX_ATTEMPTS = 4;
const MAX_PAUSE_MS = 50;

/**
 * Retries write conflicts. On DocumentDB two concurrent writes of the same unique value may conflict: one of them fails
 * and changes nothing. MongoDB retries a single write by itself.
 */
const retryConflicts = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== WRITE_CONFLICT || attempt === MAX_ATTEMPTS) throw error;
      await sleep(Math.random() * MAX_PAUSE_MS);
    }
  }
};

/**
 * Runs one driver operation with a final deadline in milliseconds, whatever the driver's own timeouts add up to. An
 * operation that misses it may still complete later; that is safe, because all our writes are safe to repeat.
 * @throws DuplicateKey, StoreRefusal or StoreUnavailable
 */
export const guarded = async <T>(doing: string, deadline: number, work: () => Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreUnavailable(`the store did not ${doing} within ${deadline} ms`)),
      deadline,
    );
  });
  try {
    return await Promise.race([retryConflicts(work), late]);
  } catch (error) {
    throw storeFault(error, doing);
  } finally {
    clearTimeout(timer);
  }
};
