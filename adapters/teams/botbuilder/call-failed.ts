import { SECOND } from '../../../bot/time/units.ts';
import { CallFailed } from '../connector.ts';

/** The fields that we read of the client's error for an unsuccessful answer. */
type Thrown = {
  statusCode?: unknown;
  message?: unknown;
  details?: { error?: { code?: unknown; message?: unknown } };
  response?: { headers?: { get?(name: string): string | undefined } };
};

export const callFailed = (error: unknown): CallFailed => {
  const thrown: Thrown = error instanceof Error ? error : {};
  const status = typeof thrown.statusCode === 'number' ? thrown.statusCode : null;
  return new CallFailed(reasonIn(thrown, error), status, retryAfterIn(thrown), { cause: error });
};

const reasonIn = ({ details, message }: Thrown, error: unknown): string => {
  const { code, message: detail } = details?.error ?? {};
  const reason = [code, detail].filter((part) => typeof part === 'string').join(': ');
  return reason || String(message ?? error);
};

/** `Retry-After` in milliseconds. The header holds seconds or a date. */
const retryAfterIn = ({ response }: Thrown): number | null => {
  const given = response?.headers?.get?.('retry-after');
  if (given === undefined || given === null) return null;
  const wait = /^\d+$/.test(given) ? Number(given) * SECOND : Date.parse(given) - Date.now();
  return Number.isNaN(wait) ? null : wait;
};
