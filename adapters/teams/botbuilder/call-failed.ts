import { SECOND } from '../../../bot/time/units.ts';
import { CallFailed } from '../connector.ts';

/** What the client throws for an answer that is no yes, as far as we read it. */
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
  const { code, message: said } = details?.error ?? {};
  const words = [code, said].filter((part) => typeof part === 'string').join(': ');
  return words || String(message ?? error);
};

/** `Retry-After` in milliseconds: it comes as seconds or as a date. */
const retryAfterIn = ({ response }: Thrown): number | null => {
  const given = response?.headers?.get?.('retry-after');
  if (given === undefined || given === null) return null;
  const wait = /^\d+$/.test(given) ? Number(given) * SECOND : Date.parse(given) - Date.now();
  return Number.isNaN(wait) ? null : wait;
};
