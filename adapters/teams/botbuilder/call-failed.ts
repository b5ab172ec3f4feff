import { SECOND } from '../../../bot/time/units.ts';
import { CallFailed } from '../connector.ts';

/** The fields that we read of the client's error for an unsuccessful answer, and of the error of a token request. */
type Thrown = {
  statusCode?: unknown;
  errorCode?: unknown;
  message?: unknown;
  details?: { error?: { code?: unknown; message?: unknown } };
  response?: { headers?: { get?(name: string): string | undefined } };
};

export const callFailed = (error: unknown): CallFailed => {
  const thrown: Thrown = error instanceof Error ? error : {};
  return new CallFailed(reasonIn(thrown, error), statusIn(thrown), retryAfterIn(thrown), { cause: error });
};

const UNAUTHORIZED = 401;

/** Without a token no call is made: Microsoft refused the app's credentials before, which is the same as a 401. */
const statusIn = (thrown: Thrown): number | null => {
  if (typeof thrown.statusCode === 'number') return thrown.statusCode;
  return isAboutCredentials(thrown) ? UNAUTHORIZED : null;
};

/** The codes of OAuth that no retry mends: a lapsed or wrong secret, a deleted app, a wrong tenant. */
const REFUSED = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'invalid_resource',
  'invalid_tenant',
  'access_denied',
  'interaction_required',
  'consent_required',
  'invalid_client_credential',
  'invalid_assertion',
]);

/** Microsoft's own codes for a token service that is overloaded or away for a moment. */
const PASSING = /\bAADSTS(?:90033|90055|90006|50196|90099)\b/;

const isAboutCredentials = ({ errorCode, message }: Thrown): boolean => {
  const said = String(message ?? '');
  if (PASSING.test(said)) return false;
  return (typeof errorCode === 'string' && REFUSED.has(errorCode)) || /\bAADSTS\d{5,}\b/.test(said);
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
