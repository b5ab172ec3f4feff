import { setTimeout as sleep } from 'node:timers/promises';
import { MongoError, MongoServerError } from 'mongodb';
import { DuplicateKey, FENCED_OUT, StoreRefusal, StoreUnavailable } from '../collection.ts';

const DUPLICATE_KEY = 11_000;

// Everything else, known and unknown, is taken for a server that is away, not primary, too busy or closing.
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

/** On DocumentDB this is all it says: no `keyPattern`, and the index stands in the message only. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === DUPLICATE_KEY;

/** What the ports are told when the driver rejects: `DuplicateKey`, `StoreRefusal` or `StoreUnavailable`. */
const storeFault = (error: unknown, doing: string): unknown => {
  if (isOfTheSocket(error)) return new StoreUnavailable(`the store cannot ${doing} now (${nameOf(error)})`);
  if (!(error instanceof MongoError)) return error;
  const code = codeOf(error);
  if (code === DUPLICATE_KEY) return new DuplicateKey(`another document has a unique value of this one (${doing})`);
  const refusal = code === null ? undefined : REFUSALS.get(code);
  if (refusal !== undefined) {
    // The code alone: the server's own words may quote what a person wrote.
    return new StoreRefusal(`MongoDB refused to ${doing}: ${refusal} (${code})`, refusal);
  }
  return new StoreUnavailable(`the store cannot ${doing} now (${nameOf(error)})`);
};

/** A write to a socket that is just being reset comes through the driver as Node's own error (seen in 7.9). */
const isOfTheSocket = (error: unknown): error is Error =>
  error instanceof Error &&
  !(error instanceof MongoError) &&
  ('syscall' in error || ('code' in error && /^ERR_(STREAM|SOCKET|TLS|SSL)/.test(String(error.code))));

/** The kind of error and its code. It is no `cause` of ours: the log would show its words, which may quote people's. */
const nameOf = (error: Error): string => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && ['string', 'number'].includes(typeof at.code)) return `${error.name} ${at.code}`;
  }
  return error.name;
};

const WRITE_CONFLICT = 112;
const MAX_TRIES = 4;
const MAX_PAUSE = 50;

/**
 * Two writes that want the same unique value at once may lock each other out on DocumentDB: one of them is told so, and
 * nothing of it was done. MongoDB tries a single write again by itself.
 */
const untilNoConflict = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== WRITE_CONFLICT || tries === MAX_TRIES) throw error;
      await sleep(Math.random() * MAX_PAUSE);
    }
  }
};

/**
 * Runs one operation of the driver and gives it a last deadline, whatever the driver's own time-outs add up to. What is
 * still under way then may yet be done: every write of ours may be repeated without harm.
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
    return await Promise.race([untilNoConflict(work), late]);
  } catch (error) {
    throw storeFault(error, doing);
  } finally {
    clearTimeout(timer);
  }
};
