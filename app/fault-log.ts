import type { Logger } from 'pino';
import { FromOutside } from '../adapters/web/from-outside.ts';
import { MINUTE } from '../bot/time/units.ts';
import { isOfPlatform } from '../outbox/delivery-error.ts';
import type { Metrics } from './metrics/create-metrics.ts';
import type { StoreWatch } from './store-watch.ts';

/** What was being done when a fault came up. */
export type During = 'request' | 'turn' | 'job' | 'sending';

export type FaultLog = {
  /**
   * Logs a fault of ours with its stack, and one of a sender outside or of a platform with its reason only; those are not
   * counted. A store that is away is no fault, and is told of once.
   * @param about what the first line of its kind also says, such as which message
   */
  note(during: During, message: string, error: unknown, about?: object): void;
  /** Logs what was counted so far. */
  stop(): void;
};

/** Kinds within a minute; what comes beyond counts as one. */
const MAX_KINDS = 30;
const MAX_REASON_LENGTH = 200;

type FaultLogDeps = { storeWatch: Pick<StoreWatch, 'hasLogged'>; metrics: Pick<Metrics, 'fault'> };

/** What Sammen answers with an apology, or tries again by itself, is a warning. */
const LEVELS = { request: 'error', turn: 'warn', job: 'error', sending: 'error' } as const satisfies Record<
  During,
  string
>;

/**
 * Logs faults so that nobody outside can fill the log: within a minute each kind is logged once, and then how often it
 * came again.
 */
export const createFaultLog = (log: Logger, { storeWatch, metrics }: FaultLogDeps): FaultLog => {
  const kinds = new Map<string, { again: number; tell(again: number): void; timer: NodeJS.Timeout }>();
  const close = (kind: string): void => {
    const seen = kinds.get(kind);
    kinds.delete(kind);
    clearTimeout(seen?.timer);
    if (seen !== undefined && seen.again > 0) seen.tell(seen.again);
  };
  return {
    note: (during, message, error, about = {}) => {
      if (storeWatch.hasLogged(error)) return;
      const theirs = error instanceof FromOutside || isOfPlatform(error);
      if (!theirs) metrics.fault(during);
      const level = theirs ? 'warn' : LEVELS[during];
      const kind = `${message} ${placeOf(error)}`;
      const name = kinds.has(kind) || kinds.size < MAX_KINDS ? kind : 'others';
      const seen = kinds.get(name);
      if (seen !== undefined) {
        seen.again++;
        return;
      }
      const reason = reasonOf(error);
      const tell = (again: number): void => log[level]({ again, reason }, `${message}; again within a minute`);
      kinds.set(name, { again: 0, tell, timer: setTimeout(() => close(name), MINUTE).unref() });
      log[level](theirs ? { reason, ...about } : { err: error, ...about }, message);
    },
    stop: () => {
      for (const kind of [...kinds.keys()]) close(kind);
    },
  };
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * What a platform answered, or where an error was thrown. Any other message may hold what came with the request, so it
 * tells no kinds apart.
 */
const placeOf = (error: unknown): string => {
  if (isOfPlatform(error)) return error.message;
  const stack = error instanceof Error && !(error instanceof FromOutside) ? (error.stack ?? '') : '';
  return `${nameOf(error)} ${/^ +at .*$/m.exec(stack)?.[0].trim() ?? ''}`;
};

const reasonOf = (error: unknown): string => {
  const cause = !isOfPlatform(error) && error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, MAX_REASON_LENGTH);
};
